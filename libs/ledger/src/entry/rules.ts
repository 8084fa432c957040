import { Problem } from '../problems';
import type { EntryReading } from '../scoring/entry-reading';
import type { Content } from './content';
import { entriesAbout, type LedgerState } from './state';

/** What must hold before a live entry of a kind is taken; throws a Problem where it does not. */
export type Rule = (state: LedgerState, content: Content, now: number) => void;
/**
 * The rules of one slice, by kind; of an answer also by the kind that it answers: `entry.corrected objective.proposed`.
 * Kinds without a rule are taken as the catalogue describes them.
 */
export type Rules = Readonly<Record<string, Rule>>;

/** `not-allowed-now`: what happened before does not allow this now. */
export function notNow(why: string, field?: string): Problem {
  return new Problem('not-allowed-now', why, field);
}

/** The entry that an answer is about; undefined where it is no answer. */
export function answeredBy(state: LedgerState, { answers }: Content): EntryReading | undefined {
  return answers === null ? undefined : state.reading.entry(answers);
}

/** The entries about the thing that `data` names in this field, not voided, in ledger order. */
export function about(state: LedgerState, content: Content, field: string): readonly EntryReading[] {
  return entriesAbout(state, field, content.data[field]);
}

/** The last of these kinds among entries; needs-all kinds count only while all parties agree to them. */
export function lastOf(entries: readonly EntryReading[], ...kinds: readonly string[]): EntryReading | undefined {
  return entries.findLast((entry) => kinds.includes(entry.fact.kind) && entry.inEffect);
}

/** Whether an entry decides where a thing stands: what a party says and another disputes does not, while it does. */
export function decides({ inEffect, status }: EntryReading): boolean {
  return inEffect && status !== 'disputed';
}

/** The last of these kinds that decides. */
export function lastDeciding(entries: readonly EntryReading[], ...kinds: readonly string[]): EntryReading | undefined {
  return entries.findLast((entry) => kinds.includes(entry.fact.kind) && decides(entry));
}

/** Likewise of what is said of one party: its own word decides whatever the others say to it. */
export function decidesOf(party: string, entry: EntryReading): boolean {
  return decides(entry) || (entry.inEffect && isWordOf(party, entry));
}

/** Whether a party, or all together, said this or agreed to it: the others may not know what is its own. */
export function isWordOf(party: string, { fact, answers }: EntryReading): boolean {
  if (fact.party === party || fact.party === 'joint') return true;
  return answers.some((answer) => answer.party === party && answer.word === 'agreed');
}

/** Answers that say what was agreed to. */
const SAYS: ReadonlySet<string> = new Set(['entry.agreed', 'entry.corrected']);

/** Whether all agree to it, and all of that was said here: an import may claim any word of anybody. */
export function isAgreedLive({ status, fact, answerFacts }: EntryReading): boolean {
  return (
    status === 'agreed' && !fact.imported && answerFacts.every(({ kind, imported }) => !imported || !SAYS.has(kind))
  );
}
