import { formatDate, formatMoney } from '../texts/format';

/** A value of a register as people read it. */
export type Readable =
  | { readonly as: 'none' }
  | { readonly as: 'text'; readonly text: string }
  /** A number or an amount, to be compared with those above and below it. */
  | { readonly as: 'figure'; readonly text: string }
  | { readonly as: 'entries'; readonly entries: readonly string[] }
  | { readonly as: 'list'; readonly items: readonly Readable[] }
  | { readonly as: 'fields'; readonly fields: readonly ReadableField[] };

export interface ReadableField {
  readonly label: string;
  readonly value: Readable;
}

/** What words the fields and values of a row have. */
export interface Words {
  /** Of a field. */
  readonly label: (field: string) => string;
  /** Of a choice; a text that is none stays as it is. */
  readonly choice: (value: string) => string;
  /** The name of a party; null of anything else. */
  readonly party: (id: string) => string | null;
  readonly yes: string;
  readonly no: string;
  readonly number: (value: number) => string;
  readonly share: (value: number) => string;
}

export type Row = Readonly<Record<string, unknown>>;

const NONE: Readable = { as: 'none' };
const DATE = /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?)?)?$/;
/** Fields that hold the id of an entry, and those that hold several. */
const ENTRY = new Set(['entry', 'missed', 'unremedied', 'unanswered', 'unreported']);
const ENTRIES = new Set(['entries', 'vacant', 'disclosedLate', 'coaching', 'warnings', 'deductions']);
/** Texts that are words of people or names of things: a choice or a party of the same letters is another matter. */
const AS_SAID = new Set(['id', 'title', 'name', 'version', 'unit', 'reference', 'role', 'year']);
/** Years are no amounts. */
const CODES = new Set([
  'factor',
  'factors',
  'code',
  'improvesFactor',
  'helpedByFactor',
  'rated',
  'waiting',
  'ratedByAll',
]);
const SHARES = new Set(['share', 'coverage', 'bilateralCoverage', 'confidence', 'claimed', 'documented']);
/** Amounts that stand beside the currency they are in. */
const AMOUNTS = new Set(['amount', 'agreed', 'disputed']);

/** A value of a field as people read it. */
export function readable(field: string, value: unknown, words: Words): Readable {
  if (value === null || value === undefined || value === '') return NONE;
  if (Array.isArray(value)) return listOf(field, value, words);
  if (isRow(value)) return isMoney(value) ? figure(formatMoney(value)) : fieldsOf(value, words);
  if (typeof value === 'boolean') return text(value ? words.yes : words.no);
  if (typeof value === 'number') return CODES.has(field) ? text(String(value)) : figure(numberOf(field, value, words));
  if (typeof value !== 'string') return NONE;
  if (DATE.test(value) && !AS_SAID.has(field)) return text(formatDate(value));
  if (ENTRY.has(field)) return { as: 'entries', entries: [value] };
  if (AS_SAID.has(field)) return text(field === 'role' ? words.choice(value) : value);
  return text(words.party(value) ?? words.choice(value));
}

/** What a row says in a field; an amount in the currency that stands beside it. */
export function readableIn(row: Row, field: string, words: Words): Readable {
  const { [field]: value, currency } = row;
  const isAmount = typeof currency === 'string' && AMOUNTS.has(field) && typeof row['amount'] === 'string';
  return isAmount && typeof value === 'string'
    ? figure(formatMoney({ amount: value, currency }))
    : readable(field, value, words);
}

/** The fields of a row that say something, in its order. */
export function readableFields(row: Row, words: Words, but: ReadonlySet<string> = new Set()): ReadableField[] {
  const hasAmount = typeof row['currency'] === 'string' && typeof row['amount'] === 'string';
  return Object.keys(row).flatMap((field) => {
    if (but.has(field) || (hasAmount && field === 'currency')) return [];
    const shown = readableIn(row, field, words);
    return shown.as === 'none' ? [] : [{ label: words.label(field), value: shown }];
  });
}

/** All that a row says, in small letters, for a filter to look through. */
export function wordsIn(value: Readable): string {
  switch (value.as) {
    case 'none':
      return '';
    case 'text':
    case 'figure':
      // What is typed has spaces that a line may break at.
      return value.text.toLowerCase().replaceAll('\u00a0', ' ');
    case 'entries':
      return value.entries.join(' ').toLowerCase();
    case 'list':
      return value.items.map(wordsIn).join(' ');
    case 'fields':
      return value.fields.map((field) => wordsIn(field.value)).join(' ');
  }
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isMoney(value: Row): value is { readonly amount: string; readonly currency: string } {
  return (
    Object.keys(value).length === 2 && typeof value['amount'] === 'string' && typeof value['currency'] === 'string'
  );
}

function listOf(field: string, values: readonly unknown[], words: Words): Readable {
  if (values.length === 0) return NONE;
  if (ENTRIES.has(field) && values.every((value) => typeof value === 'string'))
    return { as: 'entries', entries: values };
  const items = values.map((value) => readable(field, value, words)).filter(({ as }) => as !== 'none');
  if (items.length === 0) return NONE;
  const texts = items.flatMap((item) => (item.as === 'text' || item.as === 'figure' ? [item.text] : []));
  return texts.length === items.length ? text(texts.join(', ')) : { as: 'list', items };
}

function fieldsOf(row: Row, words: Words): Readable {
  const fields = readableFields(row, words);
  return fields.length === 0 ? NONE : { as: 'fields', fields };
}

function numberOf(field: string, value: number, words: Words): string {
  return SHARES.has(field) ? words.share(value) : words.number(value);
}

function figure(of: string): Readable {
  return { as: 'figure', text: of };
}

function text(of: string): Readable {
  return { as: 'text', text: of };
}
