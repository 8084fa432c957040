import type { Schemas } from '../api/client';

type Entry = Schemas['EntryAnswer'];

/** Entries a second. */
export const SPEEDS = [2, 10, 50] as const;
/** Milliseconds between two pictures: entries that come faster appear together. */
export const PICTURE_MS = 100;
/** Entries of a page that is read. */
export const PAGE_ENTRIES = 500;
/** Points that are drawn of a course, at most. */
const MAX_DRAWN = 400;

/** Where the score was after an entry, or on a day. */
export interface FilmPoint {
  readonly asOf: string;
  readonly score: number | null;
  readonly level: string | null;
  readonly coverage: number;
}

/** What is shown of an entry that appears. */
export type FilmEntry = Pick<
  Entry,
  'id' | 'revision' | 'kind' | 'effective' | 'recorded' | 'party' | 'factor' | 'sign' | 'text' | 'status'
>;

/** How many entries have appeared some milliseconds later. */
export function advanced(at: number, speed: number, passedMs: number, length: number): number {
  return Math.min(length, at + Math.max(1, Math.round((speed * passedMs) / 1000)));
}

/** The number of the page that the last of so many entries stands on, from 0. */
export function pageOf(at: number): number {
  return Math.max(0, Math.ceil(at / PAGE_ENTRIES) - 1);
}

/** The day of an entry: of a coarse date the last one that it covers; of an answer the one on which it was recorded. */
export function dayOf({ effective, recorded }: Pick<FilmEntry, 'effective' | 'recorded'>): string {
  const date = effective ?? recorded;
  const last = lastDayOf(date);
  return date.length < last.length ? earlier(last, recorded) : last;
}

/** The last day that a date covers: of a year, a month, a day or an instant. */
export function lastDayOf(date: string): string {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`;
  if (!/^\d{4}-\d{2}$/.test(date)) return date.slice(0, 10);
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function earlier(day: string, recorded: string): string {
  const known = recorded.slice(0, 10);
  return day < known ? day : known;
}

/** The entries by the day on which they happened, as the ledger orders facts. */
export function byDay(entries: readonly FilmEntry[]): FilmEntry[] {
  const days = new Map(entries.map((entry) => [entry.id, dayOf(entry)]));
  return entries.toSorted((a, b) => compare(days.get(a.id), days.get(b.id)) || a.revision - b.revision);
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last point that is not after a day; the first where all are. */
export function pointOn<T extends { readonly asOf: string }>(points: readonly T[], day: string): T | undefined {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.asOf ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return points[Math.max(0, low - 1)];
}

/** As many of the points as can be told apart when they are drawn, the first and the last among them. */
export function thinned<T>(points: readonly T[]): T[] {
  const every = Math.ceil(points.length / MAX_DRAWN);
  return points.filter((_, index) => index % every === 0 || index === points.length - 1);
}
