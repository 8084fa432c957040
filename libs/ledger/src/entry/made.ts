import type { JsonObject } from '@app/event-store';
import { makesId, type Kind } from '../catalogue/catalogue';
import { countsOnce } from '../documents/counts-once';
import type { CheckedBody, Origin } from './check';
import { contentOf, type Authorship, type Content } from './content';
import type { KnownReferences } from './references';
import type { LedgerState } from './state';

/**
 * What the ledger makes of what is said, as it stands: ids of new things given, all that is left open resolved. The
 * verifiers make it again of what was signed.
 *
 * @param now milliseconds
 * @throws Problem
 */
export function madeOf(
  state: LedgerState,
  body: CheckedBody,
  author: Authorship,
  origin: Origin,
  now: number,
  references: KnownReferences = state.references,
): Content {
  const place = { recorded: now, order: state.revision + 1 };
  const named = { ...body, data: withMadeId(state, body.kind, body.data) };
  return countsOnce(state, contentOf(state, named, author, origin, place, references), body.sign, now);
}

/** The ledger makes the id of a new thing where the logger gives none: `objective-3` is the third objective. */
function withMadeId(state: LedgerState, kind: Kind, data: JsonObject): JsonObject {
  for (const field of kind.fields) {
    if (!makesId(kind, field) || data[field.name] !== undefined) continue;
    let number = 1;
    while (state.naming.has(`${field.name}:${field.name}-${number}`)) number++;
    return { ...data, [field.name]: `${field.name}-${number}` };
  }
  return data;
}
