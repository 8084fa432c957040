import { formatInstant, parseKnownAt, type Fact } from '@app/ledger';

/** What a question says of the recorded clock, as it was typed. */
export interface RecordedOptions {
  readonly knownAt?: string;
  readonly clock?: string;
  /** Each point as it was known at the end of its own day, until `to`. */
  readonly asKnown?: boolean;
  readonly to?: string;
}

/** Why an answer is empty where it was asked for a time before anything was recorded; else empty. */
export function nothingKnownText(facts: readonly Fact[], { knownAt, clock, asKnown, to }: RecordedOptions): string {
  const typed = asKnown === true ? to : knownAt;
  const until = typed === undefined ? null : parseKnownAt(typed);
  if (until === null || facts.length === 0) return '';
  const first = facts.reduce(
    (earliest, { recorded, ledgerRecorded }) => Math.min(earliest, clock === 'ledger' ? ledgerRecorded : recorded),
    Infinity,
  );
  if (first <= until) return '';
  return `Nothing had been recorded by then; the first entry was recorded on ${formatInstant(first)}.\n\n`;
}
