import { canonicalJson } from '@app/integrity';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';

/** What the ledger has to say of the sign of a resolution. */
export interface SignOwed {
  readonly resolution: EntryReading;
  /** `0` takes the plus back, `+` gives it back. */
  readonly sign: '0' | '+';
  /** The entry that reopened the issue, or the last that did not after all. */
  readonly reopening: EntryReading;
  /** How many corrections of the ledger it has already. */
  readonly corrections: number;
}

/**
 * Resolutions whose sign is not the one that follows: a reopening that stands takes back the plus of every resolution of
 * its issue before it, and where none stands any more, the plus is there again. Of what was logged live alone; and what
 * its author says of the sign is the author’s.
 */
export function signsOwed({ entries }: Reading): readonly SignOwed[] {
  const live = entries.filter(({ fact }) => !fact.imported);
  const reopenings = live.filter(isReopening);
  return live.filter(isResolution).flatMap((resolution) => signOwed(resolution, reopenings) ?? []);
}

function signOwed(resolution: EntryReading, reopenings: readonly EntryReading[]): SignOwed | null {
  const behind = reopenings.filter((each) => isBehind(resolution, each));
  const standing = behind.find(stands);
  const [reopening, sign] = [standing ?? behind.at(-1), standing === undefined ? '+' : '0'] as const;
  if (reopening === undefined || resolution.sign === sign || !isSignOfLedger(resolution)) return null;
  return { resolution, sign, reopening, corrections: resolution.answerFacts.filter(isOwnCorrection).length };
}

/** Why, in the words of the correction. */
export function signOwedText({ sign, reopening: { fact, status } }: SignOwed): string {
  if (sign === '0') return `The issue was reopened: entry ${fact.id} says so.`;
  return `The issue is not held to be reopened any more: entry ${fact.id} is ${status}.`;
}

/** Whether it is the ledger that corrects. */
export function isOwnCorrection({ kind, party }: { readonly kind?: unknown; readonly party?: unknown }): boolean {
  return kind === 'entry.corrected' && party === 'ledger';
}

/** A correction of the ledger, as far as it says what it corrects. */
export interface OwnCorrection {
  /** Id of the entry that it corrects. */
  readonly answers: string | null;
  readonly imported: boolean;
}

/**
 * Why the ledger cannot correct so; null where it can. Of a record that was imported, what it rests on was imported too.
 *
 * @param reading of the entries before it
 * @param changes its data; of a record the facts in its envelope, and the data of its payload where that is there
 * @returns words without a full stop
 */
export function ownCorrectionFault(
  reading: Reading,
  { answers, imported }: OwnCorrection,
  ...changes: readonly unknown[]
): string | null {
  const resolution = reading.entry(answers ?? '');
  const sign = (['0', '+'] as const).find((each) => changes.every((change) => isJust(each, change)));
  if (resolution === undefined || !isResolution(resolution) || sign === undefined)
    return 'the ledger corrects nothing but the plus of a resolution';
  return isBorneOut(reading, resolution, sign, imported) ? null : `no reopening bears out that its sign is ${sign}`;
}

function isJust(sign: string, change: unknown): boolean {
  return canonicalJson(change ?? null) === canonicalJson({ sign });
}

function isBorneOut(reading: Reading, resolution: EntryReading, sign: '0' | '+', imported: boolean): boolean {
  if (resolution.fact.imported !== imported) return false;
  const reopenings = reading.entries.filter((each) => isReopening(each) && each.fact.imported === imported);
  if (!imported) return signOwed(resolution, reopenings)?.sign === sign;
  if (resolution.sign === sign || !isSignOfLedger(resolution)) return false;
  // Which of them were live where it was recorded first an import does not tell.
  return reopenings.some((each) => isBehind(resolution, each) && stands(each) === (sign === '0'));
}

function isResolution({ fact }: EntryReading): boolean {
  return fact.kind === 'issue.resolved';
}

function isReopening({ fact }: EntryReading): boolean {
  return fact.kind === 'issue.reopened';
}

/** Whether another entry about the same issue was recorded behind it. */
function isBehind({ fact }: EntryReading, other: EntryReading): boolean {
  return fact.revision < other.fact.revision && fact.data['issue'] === other.fact.data['issue'];
}

/** One that somebody disputes takes nothing from anybody. */
function stands({ status }: EntryReading): boolean {
  return status !== 'voided' && status !== 'disputed';
}

/** It came in time, and nobody but the ledger has said anything else of its sign. */
function isSignOfLedger({ fact, status, answerFacts }: EntryReading): boolean {
  if (fact.sign !== '+' || status === 'voided') return false;
  return !answerFacts.some(
    (answer) => answer.kind === 'entry.corrected' && !isOwnCorrection(answer) && answer.data['sign'] !== undefined,
  );
}
