import { isMoney, isRow, readable, wordsIn, type Row, type Words } from './readable';

/** What every answer says of the question, and no register of itself. */
const OF_THE_QUESTION = new Set(['relationship', 'asOf', 'knownAt', 'withoutProtocol', 'restsOnImport']);
/** Columns that a table has beside the entries; the rest of a row is shown when it is opened. */
const MAX_COLUMNS = 7;
/** What says first what a row is about. */
const FIRST = ['title', 'name', 'post'];
const NO_COLUMNS = new Set(['id', 'entries', 'entry', 'currency']);

export interface Listed {
  readonly key: string;
  readonly row: Row;
}

export interface Register {
  readonly rows: readonly Listed[];
  /** What it says of itself beside its rows. */
  readonly summary: Row;
  /** Other lists of it, by their name. */
  readonly further: Readonly<Record<string, readonly unknown[]>>;
}

/** Takes the answer of a register apart. */
export function registerOf(name: string, answer: object): Register {
  const main = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const said = Object.entries(answer).filter(([field]) => !OF_THE_QUESTION.has(field));
  const rows = said.flatMap(([field, value]) => (field === main && Array.isArray(value) ? value.filter(isRow) : []));
  const others = said.filter(([field, value]) => field !== main && Array.isArray(value) && value.length > 0);
  const rest = said.filter(([, value]) => !Array.isArray(value));
  return {
    rows: keyed(rows),
    summary: Object.fromEntries(rest),
    further: Object.fromEntries(others),
  };
}

/** A row is known by its id where it has one of its own, otherwise by the place that it has. */
function keyed(rows: readonly Row[]): Listed[] {
  const counts = new Map<unknown, number>();
  for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  return rows.map((row, index) => {
    const id = row['id'];
    return { key: typeof id === 'string' && counts.get(id) === 1 ? id : `no-${index + 1}`, row };
  });
}

/** The fields that are columns of a table: short ones that some row fills, what a row is about first. */
export function columnsOf(rows: readonly Listed[]): string[] {
  const filled = new Set<string>();
  for (const { row } of rows) {
    for (const [field, value] of Object.entries(row)) {
      if (!NO_COLUMNS.has(field) && isShort(value)) filled.add(field);
    }
  }
  const inOrder = rows[0] === undefined ? [] : Object.keys(rows[0].row).filter((field) => filled.has(field));
  const fields = [...inOrder, ...[...filled].filter((field) => !inOrder.includes(field))];
  return [...FIRST.filter((field) => filled.has(field)), ...fields.filter((field) => !FIRST.includes(field))].slice(
    0,
    MAX_COLUMNS,
  );
}

/** What a row is about, for who cannot see where it stands. */
export function titleOf(row: Row, [head = 'id']: readonly string[], words: Words): string {
  const title = readable(head, row[head], words);
  return 'text' in title ? title.text : wordsIn(title);
}

function isShort(value: unknown): boolean {
  if (value === null || value === '' || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item !== 'object');
  return !isRow(value) || isMoney(value);
}

/** The rows that have all of the words somewhere. */
export function withWords(rows: readonly Listed[], asked: string | undefined, words: Words): readonly Listed[] {
  const wanted = (asked ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter(({ row }) => {
    const said = wordsIn(readable('row', row, words));
    return wanted.every((word) => said.includes(word));
  });
}

/** The rows by a field, those that leave it out last; behind a `-` from the last. */
export function sorted(rows: readonly Listed[], sort: string | undefined): readonly Listed[] {
  if (sort === undefined) return rows;
  const isDown = sort.startsWith('-');
  const field = isDown ? sort.slice(1) : sort;
  return rows.toSorted((a, b) => {
    const [one, other] = [sortValue(a.row[field]), sortValue(b.row[field])];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return compare(one, other) * (isDown ? -1 : 1);
  });
}

function sortValue(value: unknown): string | number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') return value === '' ? null : value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(' ');
  return isRow(value) && isMoney(value) ? Number(value.amount) : null;
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}
