import type { Json, JsonObject } from '@app/event-store';
import { correctedData } from './entry/corrected-data';
import type { Entry } from './entry/entry';
import { knownIn } from './known-at';
import { dayParameter, type Clocks } from './parameters';
import { factsIn } from './score/score.queries';
import { dayOf, parseDay } from './scoring/days';
import { compareEntries, type EntryReading } from './scoring/entry-reading';
import { showKnownAt } from './scoring/knowledge';
import type { Reading } from './scoring/reading';
import type { Views } from './views';

/** What every register says of the question it answers. */
export interface RegisterDates {
  readonly relationship: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** RFC 3339; null: everything known now. */
  readonly knownAt: string | null;
  /** To be shown with the rows, wherever they are. */
  readonly notice?: string;
}

/** `data` of an entry with its prose, as corrected by then; empty where there is no entry. */
export type DataOf = (entry: EntryReading | undefined) => JsonObject;

/** A thing that entries name by its id: an objective, an issue, a principle. */
export interface Named {
  readonly id: string;
  /** Every entry that names it and counts at both clocks: not voided, in the order of facts. At least one. */
  readonly entries: readonly EntryReading[];
  readonly dataOf: DataOf;
}

/** What both clocks show of a relationship. */
export interface Visible {
  readonly dates: RegisterDates;
  /** The day of the effective clock. */
  readonly day: number;
  readonly reading: Reading;
  /** Those that count: not voided, in the order of facts. */
  readonly entries: readonly EntryReading[];
}

/**
 * What a register is built from: the things that entries name in one field of their data, in the order in which they
 * first appear, as both clocks show them. The order of facts is that of scoring.md ("Reading the entries" rule 3): an
 * import may hold its lines in any order.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function thingsNamed(
  views: Views,
  relationship: string,
  field: string,
  clocks: Clocks,
  now: number,
): Promise<{ readonly dates: RegisterDates; readonly things: readonly Named[] }> {
  const { dates, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const byId = entriesById(visible, field);
  const dataOf = await proseOf(views, relationship, [...byId.values()].flat());
  return { dates, things: [...byId].map(([id, entries]) => ({ id, entries, dataOf })) };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function visibleIn(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Visible> {
  const asOf = dayParameter(clocks.asOf, 'asOf', now);
  const day = parseDay(asOf) ?? dayOf(now);
  const { reading, knownAt } = knownIn(await factsIn(views, relationship), clocks);
  const entries = reading.entries.filter((entry) => entry.day <= day && entry.status !== 'voided').sort(compareEntries);
  return { dates: { relationship, asOf, knownAt: showKnownAt(knownAt) }, day, reading, entries };
}

/**
 * Entries by the id that a field of their data names, as the catalogue has that field: of another kind it may be a choice.
 * Those that name none are left out.
 */
export function entriesById(entries: readonly EntryReading[], field: string): Map<string, EntryReading[]> {
  const byId = new Map<string, EntryReading[]>();
  for (const entry of entries) {
    const id = entry.data[field];
    if (typeof id !== 'string' || !namesThing(entry, field)) continue;
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [entry]);
    else known.push(entry);
  }
  return byId;
}

/** Whether in that field an entry of this kind names a thing, or a party. */
function namesThing({ kind }: EntryReading, field: string): boolean {
  const type = kind?.fields.find(({ name }) => name === field)?.type;
  return type === 'id' || type === 'party';
}

/** An entry with its words, and those that corrected it by then, oldest first. */
export interface Worded {
  readonly entry: Entry;
  readonly corrections: readonly Entry[];
}

/** Words are no facts: they are read with the entries themselves and what corrected them. */
export async function wordsOf(
  views: Views,
  relationship: string,
  readings: readonly EntryReading[],
): Promise<(reading: EntryReading) => Worded | undefined> {
  const corrections = (reading: EntryReading): string[] =>
    reading.answerFacts.filter(({ kind }) => kind === 'entry.corrected').map(({ id }) => id);
  const ids = readings.flatMap((reading) => [reading.fact.id, ...corrections(reading)]);
  const found = new Map((await views.entries(relationship, { ids })).map((entry) => [entry.id, entry]));
  return (reading) => {
    const entry = found.get(reading.fact.id);
    return entry && { entry, corrections: corrections(reading).flatMap((id) => found.get(id) ?? []) };
  };
}

/** The prose in their data. */
export async function proseOf(views: Views, relationship: string, readings: readonly EntryReading[]): Promise<DataOf> {
  const words = await wordsOf(views, relationship, readings);
  return (reading) => {
    const worded = reading && words(reading);
    return worded === undefined ? {} : correctedData(worded.entry, worded.corrections);
  };
}

/** Ids of entries: the path back to what a row rests on. */
export function idsOf(entries: readonly EntryReading[]): string[] {
  return entries.map(({ fact }) => fact.id);
}

/** A text of an entry's data; null where it has none. */
export function textIn(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** An object of an entry's data; empty where it has none. */
export function objectIn(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
