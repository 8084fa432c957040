import type { Schemas } from '../api/client';

type Issue = Schemas['IssueAnswer'];
const DAY_MS = 86_400_000;

/** Days from one day until the end of another: 0 while it ends today, below 0 once it is over. */
export function daysLeft(asOf: string, due: string): number {
  return Math.round((Date.parse(due) - Date.parse(asOf)) / DAY_MS);
}

/** Open issues, those first whose clock ends first, those without a clock last; and all that are settled. */
export function byClock(issues: readonly Issue[]): {
  readonly open: readonly Issue[];
  readonly settled: readonly Issue[];
} {
  const open = issues.filter(({ situation }) => situation === 'open');
  return {
    open: open.toSorted((a, b) => compare(a.deadline?.due ?? null, b.deadline?.due ?? null)),
    settled: issues.filter(({ situation }) => situation !== 'open').toReversed(),
  };
}

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
