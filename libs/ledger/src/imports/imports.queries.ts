import { knownIn } from '../known-at';
import { clockParameter, dayParameter, knownAtParameter, type Clocks } from '../parameters';
import { remembered } from '../score/remembered';
import { factsIn } from '../score/score.queries';
import { dayOf, parseDay } from '../scoring/days';
import { recordedTime } from '../scoring/knowledge';
import type { Views } from '../views';
import { restsOnImport, type RestsOnImport } from './imports';

/**
 * What to say, with whatever is read of a relationship, of an import that it rests on.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function restsOnImportIn(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<RestsOnImport | null> {
  const facts = await factsIn(views, relationship);
  const [knownAt, clock] = [knownAtParameter(clocks.knownAt), clockParameter(clocks.clock)];
  const asOf = dayParameter(clocks.asOf, 'asOf', now);
  return remembered(facts, 'rests-on-import', { asOf, knownAt, clock }, () => {
    const known = knownAt === null ? facts : facts.filter((fact) => recordedTime(fact, clock) <= knownAt);
    return restsOnImport(known, () => knownIn(facts, clocks).reading, parseDay(asOf) ?? dayOf(now));
  });
}
