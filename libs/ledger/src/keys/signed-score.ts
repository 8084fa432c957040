import { canonicalJson, parseJson } from '@app/integrity';
import { checkBody, type CheckedBody } from '../entry/check';
import { factsOfContent, type Content } from '../entry/content';
import type { Envelope } from '../entry/entry';
import { madeOf } from '../entry/made';
import type { LedgerState } from '../entry/state';
import { parseInstant } from '../scoring/days';
import { textOf } from './party-keys';

/** What scores and rules read of an entry, besides its facts. */
type Scored = Pick<Envelope, 'factor' | 'sign' | 'severity' | 'level' | 'evidenced'>;

/**
 * What is wrong with what scores and rules read of a signed entry: the first field that is not what the ledger makes of
 * the words that its author signed; null where there is none. It is made by the catalogue as it is now: whoever changes a
 * default of a kind, or how one follows from the data, makes a new kind of it, for bundles of the past to hold.
 *
 * @param state of the entries before it
 * @param signedBody the one that the signature names
 */
export function signedScoreFault(state: LedgerState, envelope: Envelope, signedBody: string): string | null {
  try {
    const signed = checkBody(parseJson(signedBody) as Readonly<Record<string, unknown>>, 'import');
    const made = madeOf(state, signed, authorshipOf(envelope), 'live', parseInstant(envelope.recorded) ?? NaN);
    const field = differingField(envelope, signed, made) ?? differingFact(envelope.facts, factsOfContent(state, made));
    return field === null ? null : `its ${field} is not what the ledger makes of what its author signed`;
  } catch (error) {
    // Whoever has a key and the store can make it fail in any way.
    return `no ledger makes it of what its author signed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function authorshipOf({ party, facts }: Envelope) {
  const loggedBy = party === 'third-party' ? textOf(facts['loggedBy']) : null;
  // Whether a sponsor said it is the word of the server.
  return { party, member: null, loggedBy, sponsor: facts['sponsor'] === true };
}

function differingField(envelope: Envelope, signed: CheckedBody, made: Content): string | null {
  const [stored, own] = [asRead(envelope), asRead(made)];
  // Where its time had run out the ledger takes the plus away; the calendars that tell are in no verifier.
  if (signed.kind.kind === 'issue.resolved' && signed.sign === null && stored.sign === '0') own.sign = '0';
  const names = ['factor', 'sign', 'severity', 'level', 'evidenced'] as const;
  return names.find((name) => stored[name] !== own[name]) ?? null;
}

/** As the score reads it: without a sign it weighs nothing, without a severity it is moderate. */
function asRead({ factor, sign, severity, level, evidenced }: Scored): {
  -readonly [Name in keyof Scored]: Scored[Name];
} {
  return { factor, sign: sign ?? '0', severity: severity ?? 'moderate', level, evidenced: evidenced ?? false };
}

function differingFact(stored: Envelope['facts'], made: Envelope['facts']): string | null {
  const names = new Set([...Object.keys(stored), ...Object.keys(made)]);
  const name = [...names].find((each) => canonicalJson(stored[each] ?? null) !== canonicalJson(made[each] ?? null));
  return name === undefined ? null : `facts.${name}`;
}

/** How many entries are named of those whose words are gone. */
const MAX_WORDLESS_NAMED = 5;

/**
 * What to know of signed entries whose words are not there; null where there are none.
 *
 * @param revisions in their order
 */
export function wordlessCaveat(revisions: readonly number[]): string | null {
  if (revisions.length === 0) return null;
  const more = revisions.length - MAX_WORDLESS_NAMED;
  const named = revisions.slice(0, MAX_WORDLESS_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return `the words of signed entries are not there (${named}): whether the score reads of them what was signed was not checked`;
}
