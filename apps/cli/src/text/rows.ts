import { rowsOf, type RegisterDates, type RegisterName } from '@app/ledger';
import { registerText } from './register';
import { table, type Column } from './table';

/** A register as a table: a column for whatever its rows say, without what none of them says. */
export function rowsText(name: RegisterName, register: RegisterDates): string {
  const rows = rowsOf(name, register);
  return registerText(register, rows.length === 0 ? 'Nothing yet.' : rowsTable(rows));
}

type Row = Readonly<Record<string, unknown>>;

/** How the numbers of a column are said, by what it is called and by all of them. */
export type NumberTexts = (key: string, numbers: readonly number[]) => (value: number) => string;

/** A column for whatever rows say, without what none of them says. */
export function rowsTable(rows: readonly Row[], numberTexts: NumberTexts = () => String): string {
  const texts = new Map<string, (value: number) => string>();
  for (const key of new Set(rows.flatMap((row) => Object.keys(row)))) {
    texts.set(
      key,
      numberTexts(
        key,
        rows.map((row) => row[key]).filter((value) => typeof value === 'number'),
      ),
    );
  }
  const cell = (value: unknown, key: string): string => cellText(value, key, texts.get(key));
  const names = [...texts.keys()].filter((key) => rows.some((row) => cell(row[key], key) !== NONE));
  const columns = names.map((key): Column => {
    const isNumber = rows.every(
      (row) => typeof row[key] === 'number' || cell(row[key], key) === NONE || isCounted(row[key], key),
    );
    return { title: titleOf(key), ...(isNumber && { align: 'right' as const }) };
  });
  return table(
    columns,
    rows.map((row) => names.map((key) => cell(row[key], key))),
  );
}

const NONE = '–';

/** `nextReview` is "Next review". */
export function titleOf(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Lists of words, of codes and of sums, which say more than their number. */
const SAID: ReadonlySet<string> = new Set(['couldAffect', 'factors', 'parties', 'waitingFor', 'worth', 'amounts']);

/** Parties are named, as are words and sums; everything else that is many is counted. */
function isCounted(value: unknown, key: string): value is readonly unknown[] {
  return (
    Array.isArray(value) &&
    !(SAID.has(key) && value.every((each) => typeof each !== 'object' || moneyText(each) !== null)) &&
    !(value.length > 0 && value.length <= 3 && value.every((each) => isParty(each)))
  );
}

/** Null of what is no sum of money. */
function moneyText(value: unknown): string | null {
  const { amount, currency } = (value ?? {}) as { readonly amount?: unknown; readonly currency?: unknown };
  return typeof amount === 'string' && typeof currency === 'string' ? `${amount} ${currency}` : null;
}

function isParty(value: unknown): boolean {
  return value === 'client' || value === 'provider' || value === 'both';
}

/** What one cell says, by what it is called; lists of more than parties, words and sums are counted. */
export function cellText(value: unknown, key: string, numberText: (value: number) => string = String): string {
  if (value === null || value === undefined || value === '') return NONE;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isCounted(value, key)) return String(value.length);
  if (Array.isArray(value)) return value.map((each) => moneyText(each) ?? String(each)).join(', ') || NONE;
  const money = moneyText(value);
  if (money !== null) return money;
  const parts = Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string' ? [`${key} ${part}`] : typeof part === 'number' ? [`${key} ${numberText(part)}`] : [],
  );
  return parts.length === 0 ? NONE : parts.join(', ');
}
