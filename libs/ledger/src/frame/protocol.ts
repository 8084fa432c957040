import { holdsSinceMs } from '../due/duty';
import { ofWhatIsSaid } from '../entry/plausible';
import type { Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import { dayOf } from '../scoring/days';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';
import { factorSetInForce } from '../scoring/factor-sets';
import type { Fact } from '../scoring/fact';
import type { Reading } from '../scoring/reading';

/** What is said in a record before anything of the relationship is: who is who, and how the record is used. */
const PREPARES: ReadonlySet<string> = new Set([
  'relationship.established',
  'party.joined',
  'protocol.agreed',
  'member.admitted',
  'member.withdrawn',
  'key.registered',
  'key.revoked',
  'import.accepted',
]);

/**
 * What to say of a record that is kept live without a protocol that all agreed to before: nobody settled that an entry
 * is no notice under the contract, no admission and no waiver.
 */
export interface WithoutProtocol {
  /** `missing`: there is none; `waiting`: not all agree to it; `late`: all do, but did not when live entries began. */
  readonly situation: 'missing' | 'waiting' | 'late';
  /** Id of the protocol that waits or came late; null without one. */
  readonly protocol: string | null;
  /** Parties that have not agreed to it, or to any. */
  readonly waitingFor: readonly string[];
  /** How many live entries were logged without one … */
  readonly entries: number;
  /** … and the id of the first. */
  readonly since: string;
}

/**
 * Null where there is nothing to say: all agreed to a protocol before the first live entry, or there is none yet, or it
 * is a partner selection, whose one party agrees with nobody.
 *
 * @param known the facts that are known
 * @param readingOf makes the reading of them, where there is need of it
 */
export function withoutProtocol(known: readonly Fact[], readingOf: () => Reading): WithoutProtocol | null {
  const [first] = liveEntries(known);
  if (first === undefined) return null;
  const reading = readingOf();
  if (reading.isSelection) return null;
  const protocols = reading.entries.filter(
    ({ fact, status }) => fact.kind === 'protocol.agreed' && status !== 'voided',
  );
  const [agreed] = protocols.filter(({ inEffect }) => inEffect).sort((a, b) => holdsFrom(a) - holdsFrom(b));
  const from = agreed === undefined ? Infinity : holdsFrom(agreed);
  if (from < first.revision) return null;
  const protocol = agreed ?? protocols.at(-1);
  return {
    situation: agreed !== undefined ? 'late' : protocol !== undefined ? 'waiting' : 'missing',
    protocol: protocol?.fact.id ?? null,
    waitingFor: agreed !== undefined ? [] : waitingFor(reading, protocol, known),
    entries: [...liveEntries(known)].filter(({ revision }) => revision < from).length,
    since: first.id,
  };
}

/** Days in which the other side answers, and who says so. */
export interface ReplyTime {
  readonly answerDays: number;
  readonly answerDaysFrom: 'protocol' | 'method';
  /** Id of the protocol that names them; null of the method's. */
  readonly answerDaysEntry: string | null;
}

/** What the protocol in force on a day names, or else the method. */
export function replyTimeOn(reading: Reading, day: number): ReplyTime {
  const inForce = reading.entries
    .filter((entry) => entry.fact.kind === 'protocol.agreed' && entry.inEffect && entry.day <= day)
    .sort(compareEntries)
    .at(-1);
  const named = inForce?.data['answerDays'];
  return inForce !== undefined && typeof named === 'number'
    ? { answerDays: named, answerDaysFrom: 'protocol', answerDaysEntry: inForce.fact.id }
    : {
        answerDays: factorSetInForce(reading, day).parameters.answerDays,
        answerDaysFrom: 'method',
        answerDaysEntry: null,
      };
}

/** Place in the ledger of the entry with which a protocol came into effect: many can be recorded in one moment. */
function holdsFrom(protocol: EntryReading): number {
  const since = holdsSinceMs(protocol);
  const agreements = protocol.answerFacts.filter(
    ({ kind, ledgerRecorded }) => kind === 'entry.agreed' && ledgerRecorded === since,
  );
  return Math.max(protocol.fact.revision, ...agreements.map(({ revision }) => revision));
}

/** What parties logged live of the relationship, in ledger order. */
function* liveEntries(known: readonly Fact[]): Generator<Fact> {
  const prepares = new Set<string>();
  for (const fact of known) {
    if (fact.imported || fact.party === 'ledger') continue;
    if (fact.answers === null ? PREPARES.has(fact.kind) : prepares.has(fact.answers)) prepares.add(fact.id);
    else yield fact;
  }
}

function waitingFor(reading: Reading, protocol: EntryReading | undefined, known: readonly Fact[]): string[] {
  const day = protocol?.day ?? dayOf(known.at(-1)?.recorded ?? 0);
  const agreed = new Set(protocol?.answers.flatMap(({ party, word }) => (word === 'agreed' ? [party] : [])));
  return reading.parties(day).filter((party) => party !== protocol?.fact.party && !agreed.has(party));
}

export const protocolRules: Rules = ofWhatIsSaid({
  'protocol.agreed': (_state, { data }) => {
    for (const name of ['retentionYears', 'answerDays']) {
      const value = data[name];
      if (value !== undefined && !(Number.isInteger(value) && Number(value) > 0))
        throw invalid(`data.${name}`, 'a whole number above 0');
    }
  },
});
