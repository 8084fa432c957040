import { stringify } from 'csv-stringify/sync';
import type { RegisterDates } from './register';
import type { RegisterName } from './register-names';
import { rowsOf } from './registers';

type Cells = Readonly<Record<string, string>>;

/**
 * A register as CSV (RFC 4180, UTF-8): a line for each row, a column for whatever any of them says, under the names that
 * they have in JSON, behind the dates of the question. What is within something is named with a dot, lists of words or
 * amounts stand in one cell, other lists as JSON. What a spreadsheet would take for a formula gets an apostrophe, a number
 * does not.
 */
export function registerCsv(name: RegisterName, answer: RegisterDates): string {
  const { relationship, asOf, knownAt, notice } = answer;
  const dates = { relationship, asOf, knownAt: knownAt ?? '', ...(notice !== undefined && { notice }) };
  const rows = rowsOf(name, answer).map((row): Cells => ({ ...dates, ...cellsOf(row) }));
  const columns = columnsOf([dates, ...rows]);
  const lines = [columns, ...rows.map((row) => columns.map((column) => asText(row[column] ?? '')))];
  // A lone CR or LF within a cell ends a line for some readers: such a cell is quoted too.
  return stringify(lines, { quoted_match: /[\r\n]/, record_delimiter: 'windows' });
}

/** Without those that only say that there is nothing within. */
function columnsOf(rows: readonly Cells[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const isOuter = (name: string): boolean => columns.some((column) => column.startsWith(`${name}.`));
  return columns.filter((column) => !isOuter(column) || rows.some((row) => (row[column] ?? '') !== ''));
}

/** What a spreadsheet may run, also behind spaces, line breaks and other characters that it does not show. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;
/** A number, which JSON may write with an exponent, or an amount. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]\d+| [A-Z]{3})?$/;

function asText(cell: string): string {
  const isOfNumbers = cell.split('; ').every((each) => NUMBER.test(each));
  return FORMULA.test(cell) && !isOfNumbers ? `'${cell}` : cell;
}

function cellsOf(row: object, prefix = ''): Cells {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]: [string, unknown]) => {
      const name = prefix + key;
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return Object.entries(cellsOf(value, `${name}.`));
      return [[name, cellOf(value)]];
    }),
  );
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const words = value.map(wordOf);
  return words.includes(null) ? JSON.stringify(value) : words.join('; ');
}

/** Null where it takes more than a word. */
function wordOf(item: unknown): string | null {
  if (typeof item === 'string') return item;
  if (typeof item === 'number') return String(item);
  const { amount, currency, ...rest } = Object(item) as Readonly<Record<string, unknown>>;
  const isMoney = typeof amount === 'string' && typeof currency === 'string' && Object.keys(rest).length === 0;
  return isMoney ? `${amount} ${currency}` : null;
}
