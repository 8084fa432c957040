import { Problem } from '@app/ledger';

/** What a query asks, without `seen`, which is answered before the query runs. */
export function parametersOf<Query extends { seen?: string }>(query: Query): Omit<Query, 'seen'> {
  const { seen: _seen, ...parameters } = query;
  return parameters;
}

/**
 * The same of a course or a difference, whose `asKnown` is `true` or `false`.
 *
 * @throws Problem `invalid-parameter`
 */
export function courseParametersOf<Query extends { seen?: string; asKnown?: string }>(
  query: Query,
): Omit<Query, 'seen' | 'asKnown'> & { asKnown: boolean } {
  const { seen: _seen, asKnown = 'false', ...parameters } = query;
  if (asKnown !== 'true' && asKnown !== 'false') {
    throw new Problem('invalid-parameter', 'asKnown: expected true or false', 'asKnown');
  }
  return { ...parameters, asKnown: asKnown === 'true' };
}
