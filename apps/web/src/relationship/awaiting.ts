import type { Schemas } from '../api/client';

type Unanswered = Pick<Schemas['UnansweredEntryAnswer'], 'party' | 'late' | 'answerBy'>;

/**
 * What awaits an answer: that of one’s own side before that of others, what can still be answered in time before what
 * cannot; of the first the one that has the least time left, of the second the one whose time ran out last.
 */
export function ownFirst<T extends Unanswered>(unanswered: readonly T[], own: string | null): T[] {
  return unanswered.toSorted(
    (a, b) =>
      Number(b.party === own) - Number(a.party === own) ||
      Number(a.late) - Number(b.late) ||
      (a.late ? -1 : 1) * compare(a.answerBy, b.answerBy),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
