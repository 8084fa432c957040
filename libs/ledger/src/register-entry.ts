import type { Json, JsonObject } from '@app/event-store';
import { decides } from './entry/rules';
import type { Clocks } from './parameters';
import { proseOf, textIn, visibleIn, type RegisterDates } from './register';
import { parseEffective } from './scoring/days';
import type { EntryReading, StatusWord } from './scoring/entry-reading';
import type { Reading } from './scoring/reading';
import type { Views } from './views';

/** What one entry adds to a row that rests on several. */
export interface Step {
  readonly entry: string;
  /** As precise as it was given. */
  readonly effective: string | null;
  readonly by: string;
  readonly status: StatusWord;
}

/** What a row says that is one entry. */
export interface OneEntry extends Omit<Step, 'entry'> {
  /** That of the entry. */
  readonly id: string;
  readonly entries: readonly string[];
}

/** What a row says that is one version of something; the last that holds replaces those before it. */
export interface Version extends OneEntry {
  /** `waiting`: not all parties that have to agree do, or one disputes it. */
  readonly situation: 'waiting' | 'in-force' | 'replaced';
  readonly nextReview: string | null;
  /** Whether that day is over; of the one in force alone. */
  readonly reviewOverdue: boolean;
}

/** An entry with its data, prose included. */
export interface Said {
  readonly entry: EntryReading;
  readonly data: JsonObject;
}

/** What was said at both clocks. */
export interface AllSaid {
  readonly dates: RegisterDates;
  /** The day of the effective clock. */
  readonly day: number;
  readonly reading: Reading;
  /** Every entry that counts, of whatever kind, in the order of facts. */
  readonly visible: readonly EntryReading[];
  /** Those of the kinds that were asked for. */
  readonly said: readonly Said[];
}

/**
 * The entries of some kinds that count at both clocks.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function saidIn(
  views: Views,
  relationship: string,
  kinds: string | readonly string[],
  clocks: Clocks,
  now: number,
): Promise<AllSaid> {
  const { dates, day, reading, entries } = await visibleIn(views, relationship, clocks, now);
  const ofKinds = entries.filter(({ fact }) =>
    typeof kinds === 'string' ? fact.kind === kinds : kinds.includes(fact.kind),
  );
  const dataOf = await proseOf(views, relationship, ofKinds);
  return { dates, day, reading, visible: entries, said: ofKinds.map((entry) => ({ entry, data: dataOf(entry) })) };
}

export function stepOf({ fact, effective, statusWord }: EntryReading): Step {
  return { entry: fact.id, effective, by: fact.party, status: statusWord };
}

export function oneEntry(reading: EntryReading): OneEntry {
  const { entry, ...step } = stepOf(reading);
  return { id: entry, ...step, entries: [entry] };
}

/** Of entries that each replace the ones before, as soon as they hold. */
export function versionOf({ entry, data }: Said, all: readonly Said[], day: number): Version {
  const inForce = all.findLast((each) => decides(each.entry))?.entry;
  const situation = entry === inForce ? 'in-force' : decides(entry) ? 'replaced' : 'waiting';
  const nextReview = textIn(data['nextReview']);
  return { ...oneEntry(entry), situation, nextReview, reviewOverdue: entry === inForce && isOver(nextReview, day) };
}

/** Whether all of a date lies before a day. */
export function isOver(date: string | null, day: number): boolean {
  const last = date === null ? undefined : parseEffective(date)?.lastDay;
  return last !== undefined && last < day;
}

/** Whether a party that was one on a day is none on another: what it held it holds no more. */
export function hasLeft(
  reading: Reading,
  party: string,
  { was, is }: { readonly was: number; readonly is: number },
): boolean {
  return reading.parties(was).includes(party) && !reading.parties(is).includes(party);
}

/** As people repeat them: without regard to case and spaces; null where there are none. */
export function wordsOf(text: Json | undefined): string | null {
  return textIn(text)?.trim().replace(/\s+/g, ' ').toLowerCase() ?? null;
}

/** A yes or no of an entry's data; null where it has none. */
export function flagIn(value: Json | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** A number of an entry's data; null where it has none. */
export function numberIn(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
