import { rowsOf, type RegisterDates, type RegisterName } from '@app/ledger';
import { registerText } from './register';
import { table, type Column } from './table';

/** A register as a table: a column for whatever its rows say, without what none of them says. */
export function rowsText(name: RegisterName, register: RegisterDates): string {
  const rows = rowsOf(name, register);
  return registerText(register, rows.length === 0 ? 'Nothing yet.' : rowsTable(rows));
}

type Row = Readonly<Record<string, unknown>>;

/** A column for whatever rows say, without what none of them says. */
export function rowsTable(rows: readonly Row[], numberText: (value: number) => string = String): string {
  const cell = (value: unknown): string => cellText(value, numberText);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) =>
    rows.some((row) => cell(row[key]) !== NONE),
  );
  const columns = names.map((key): Column => {
    const isNumber = rows.every(
      (row) => typeof row[key] === 'number' || cell(row[key]) === NONE || isCounted(row[key]),
    );
    return { title: titleOf(key), ...(isNumber && { align: 'right' as const }) };
  });
  return table(
    columns,
    rows.map((row) => names.map((key) => cell(row[key]))),
  );
}

const NONE = '–';

/** `nextReview` is "Next review". */
export function titleOf(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Parties are named, everything else that is many is counted. */
function isCounted(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && !(value.length > 0 && value.length <= 3 && value.every((each) => isParty(each)));
}

function isParty(value: unknown): boolean {
  return value === 'client' || value === 'provider' || value === 'both';
}

/** What one cell says; lists of more than parties are counted. */
export function cellText(value: unknown, numberText: (value: number) => string = String): string {
  if (value === null || value === undefined || value === '') return NONE;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isCounted(value)) return String(value.length);
  if (Array.isArray(value)) return value.join(', ');
  const { amount, currency } = value as { readonly amount?: unknown; readonly currency?: unknown };
  if (typeof amount === 'string' && typeof currency === 'string') return `${amount} ${currency}`;
  const parts = Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string' ? [`${key} ${part}`] : typeof part === 'number' ? [`${key} ${numberText(part)}`] : [],
  );
  return parts.length === 0 ? NONE : parts.join(', ');
}
