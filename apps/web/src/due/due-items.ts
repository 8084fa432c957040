import type { Schemas } from '../api/client';

export type DueItem = Schemas['DueItemAnswer'];

export interface DueDay {
  readonly day: string;
  readonly items: readonly DueItem[];
}

export interface DueLists {
  readonly overdue: readonly DueDay[];
  readonly coming: readonly DueDay[];
  /** What nobody misses: the record only asks. */
  readonly reminders: readonly DueDay[];
}

/** What is due for a party, or for all, by day. */
export function dueLists(items: readonly DueItem[], party: string | undefined): DueLists {
  const own = party === undefined ? items : items.filter(({ parties }) => parties.includes(party));
  return {
    overdue: byDay(own.filter(({ overdue, kind }) => kind !== null && overdue)),
    coming: byDay(own.filter(({ overdue, kind }) => kind !== null && !overdue)),
    reminders: byDay(own.filter(({ kind }) => kind === null)),
  };
}

/** Duties, the one that was or is due first first; behind them what the record only asks for. */
export function dutiesFirst(items: readonly DueItem[]): DueItem[] {
  return items.toSorted(
    (a, b) => Number(a.kind === null) - Number(b.kind === null) || (a.due < b.due ? -1 : Number(a.due > b.due)),
  );
}

function byDay(items: readonly DueItem[]): DueDay[] {
  return [...Map.groupBy(items, ({ due }) => due)]
    .map(([day, ofDay]) => ({ day, items: ofDay }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Fields by which an entry names what it is about. What else a duty says, such as a level, is no answer to it. */
const NAMES = new Set([
  ...['body', 'objective', 'milestone', 'issue', 'idea', 'benefit', 'indicator', 'audit', 'finding'],
  ...['decision', 'risk'],
]);

/** What it is about, as the form that does it takes it. */
export function aboutOf({ data }: Pick<DueItem, 'data'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([field, value]: [string, unknown]) =>
      typeof value === 'string' && NAMES.has(field) ? [[field, value]] : [],
    ),
  );
}
