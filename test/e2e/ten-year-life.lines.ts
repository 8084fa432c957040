import type { JsonAnswer } from './http.fixture';

/** A list of more is told by its length. */
const LISTED = 6;
/** What every answer says of the question. */
const ASKED: ReadonlySet<string> = new Set(['relationship', 'asOf', 'knownAt']);
/** What the name of an entry says already. */
const NAMED: ReadonlySet<string> = new Set(['kind', 'title', 'effective', 'recorded']);

/** How people find an entry again: its id is that of a command. */
export function nameOf({ kind, recorded }: JsonAnswer): string {
  return `${String(kind)}@${String(recorded).slice(0, 10)}`;
}

/** An answer a line a row, behind one of what it says besides; entries by their names, rows with the number of theirs. */
export function linesOf(
  answer: object,
  rows: readonly object[] | object,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const besides = Object.entries(answer).filter(([key, value]) => !ASKED.has(key) && value !== rows);
  return [Object.fromEntries(besides), ...(Array.isArray(rows) ? (rows as object[]) : [])]
    .map((row) => told(row, names))
    .filter((line) => line !== '');
}

function told(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value !== 'object' || value === null) return names.get(String(value)) ?? String(value);
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => typeof item !== 'object');
    const items = value.map((item) => told(item, names));
    return isPlain ? items.join(' ') : `[${items.join('; ')}]`;
  }
  const isAboutEntry = 'entry' in value && names.has(String(value.entry));
  return Object.entries(value)
    .filter(([key, item]) => !isEmpty(item) && !(isAboutEntry && NAMED.has(key)))
    .map(([key, item]) => {
      if (!Array.isArray(item))
        return typeof item === 'object' ? `${key}(${told(item, names)})` : `${key}:${told(item, names)}`;
      return key === 'entries' || item.length > LISTED ? `${key}×${item.length}` : `${key}:${told(item, names)}`;
    })
    .join(' ');
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

type Lines = Readonly<Record<string, readonly string[]>>;

/** What the second says otherwise than the first: lines that it lacks with a minus, those that it has instead with a plus. */
export function differenceOf(first: Lines, second: Lines): Lines {
  const different = Object.entries(second).map(([name, lines]) => {
    const before = first[name] ?? [];
    const lacking = before.filter((line) => !lines.includes(line)).map((line) => `- ${line}`);
    return [name, [...lacking, ...lines.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)]] as const;
  });
  return Object.fromEntries(different.filter(([, lines]) => lines.length > 0));
}
