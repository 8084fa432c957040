import type { Schemas } from '../api/client';
import type { LedgerEntry } from './answering';

export type Kind = Schemas['KindAnswer'];
export type Field = Schemas['FieldAnswer'];

/** What stands beside `data` and can be corrected. */
export type OwnField = Kind['correctable'][number];

export interface Change {
  readonly name: string;
  /** A field of the entry itself, not of its kind. */
  readonly own: boolean;
  readonly before: unknown;
  /** Null: it was taken away. */
  readonly after: unknown;
}

export interface Corrected {
  /** The entry as it reads now. */
  readonly entry: LedgerEntry;
  /** What each correction changed, in the order of the corrections. */
  readonly changes: readonly (readonly Change[])[];
}

/**
 * The entry after its corrections, oldest first, with what each changed: keys replace, null takes away. The entry itself
 * stays in the record as it was logged, and reads so while its kind is not known.
 */
export function correctedBy(
  entry: LedgerEntry,
  corrections: readonly Pick<LedgerEntry, 'data'>[],
  kind: Kind | undefined,
): Corrected {
  if (kind === undefined) return { entry, changes: corrections.map(() => []) };
  let now = entry;
  const changes = corrections.map(({ data }) => {
    const made = Object.entries(data).map(([name, after]) => changeOf(now, kind, name, after));
    now = made.reduce(apply, now);
    return made;
  });
  return { entry: now, changes };
}

function isOwnField(name: string, kind: Kind): name is OwnField {
  return kind.correctable.some((field) => field === name);
}

function changeOf(entry: LedgerEntry, kind: Kind, name: string, after: unknown): Change {
  const own = isOwnField(name, kind);
  return { name, own, before: (isOwnField(name, kind) ? entry[name] : entry.data[name]) ?? null, after };
}

function apply(entry: LedgerEntry, { name, own, after }: Change): LedgerEntry {
  if (own) return { ...entry, [name]: after };
  const data = Object.fromEntries(Object.entries(entry.data).filter(([key]) => key !== name));
  return { ...entry, data: after === null ? data : { ...data, [name]: after } };
}

/** What one typed into a form of corrections, by field; a choice of several types is typed as text. */
export type Typed = Readonly<Record<string, string>>;

/** A field that a form of corrections asks for. */
export interface AskedField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly own: boolean;
  readonly field: Field | null;
}

/** Types of fields that are corrected in a form; what an entry is about cannot be corrected, and lists are logged anew. */
const ASKED_TYPES: ReadonlySet<string> = new Set([
  'text',
  'date',
  'choice',
  'party',
  'number',
  'level',
  'boolean',
  'money',
]);

/** The fields that a correction of this entry may change, in the order of the form. */
export function askedFields(entry: LedgerEntry, kind: Kind | undefined): AskedField[] {
  if (kind === undefined) return [];
  const own = (name: OwnField, type: string, required = false): AskedField[] =>
    isOwnField(name, kind) ? [{ name, type, required, own: true, field: null }] : [];
  const isRating = entry.level !== null;
  return [
    ...own('text', 'text'),
    ...own('effective', 'effective', true),
    ...(isRating ? own('level', 'level', true) : [...own('sign', 'sign'), ...own('severity', 'severity')]),
    ...(isRating ? [] : own('factor', 'factor')),
    ...kind.fields.flatMap((field): AskedField[] =>
      ASKED_TYPES.has(field.type) && field.many !== true
        ? [{ name: field.name, type: field.type, required: field.required === true, own: false, field }]
        : [],
    ),
  ];
}

/** What a field holds, as it is typed. */
export function typedOf(entry: LedgerEntry, { name, own, type }: AskedField): string {
  const value: unknown = own ? entry[name as OwnField] : entry.data[name];
  if (type === 'money') return (value as { amount?: string } | undefined)?.amount ?? '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** What is changed, as a correction names it; nothing where all reads as before. */
export function changesOf(entry: LedgerEntry, asked: readonly AskedField[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    asked.flatMap((field) => {
      // What nobody touched stays, however it is written.
      const after = typed[field.name]?.trim();
      return after === undefined || after === typedOf(entry, field).trim()
        ? []
        : [[field.name, valueOf(entry, field, after)] as const];
    }),
  );
}

/** Of money whose currency nobody has said yet. */
const CURRENCY = 'GBP';

function valueOf(entry: LedgerEntry, { name, type }: AskedField, typed: string): unknown {
  if (typed === '') return null;
  switch (type) {
    case 'number':
    case 'level':
    case 'factor':
      // What is no number is sent as it is: the ledger says which field it is.
      return Number.isNaN(Number(typed)) ? typed : Number(typed);
    case 'boolean':
      return typed === 'true';
    case 'money':
      return { amount: typed, currency: (entry.data[name] as { currency?: string } | undefined)?.currency ?? CURRENCY };
    default:
      return typed;
  }
}
