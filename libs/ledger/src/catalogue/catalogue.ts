import { Problem } from '../problems';
import catalogueJson from './catalogue.json';

export type Sign = '+' | '-' | '0';
export type Severity = 'minor' | 'moderate' | 'major' | 'critical';
export const SEVERITIES: readonly Severity[] = ['minor', 'moderate', 'major', 'critical'];

export type FieldType =
  | 'text'
  | 'id'
  | 'date'
  | 'instant'
  | 'choice'
  | 'number'
  | 'boolean'
  | 'money'
  | 'party'
  | 'member'
  | 'members'
  | 'level'
  | 'factors'
  | 'ratings'
  | 'factor-set'
  | 'hash'
  | 'stakeholder-group';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required?: boolean;
  readonly of?: readonly (string | number)[];
  readonly many?: boolean;
  readonly labels?: readonly string[];
}

/** One event kind of the ledger, as `catalogue.json` describes it. */
export interface Kind {
  readonly kind: string;
  readonly family: string;
  readonly title: string;
  readonly factor: number | null;
  readonly sign: Sign;
  readonly severity: Severity | null;
  readonly fields: readonly Field[];
  /** No entry of this kind may carry sign "-". */
  readonly noFault?: boolean;
  /** Takes effect when every party has agreed. */
  readonly needsAll?: boolean;
  /** Names another entry in `answers`. */
  readonly answer?: boolean;
  /** A rating of a factor at a level. */
  readonly rating?: boolean;
  /** Written by the clock of the ledger; `also`: or by a person. */
  readonly derived?: boolean | 'also';
  /** Written by the ledger only. */
  readonly byLedger?: boolean;
  /** Which of the five key steps it belongs to. */
  readonly step?: number;
  readonly factorChoice?: 'any' | readonly number[];
  readonly signChoice?: 'any';
  readonly signFrom?: string;
  readonly severityFrom?: string;
}

export interface Catalogue {
  readonly id: string;
  readonly version: string;
  readonly ids: Readonly<Record<string, string | readonly string[]>>;
  /** What people call a field, by its name, or by `kind.name` where it means something else there. */
  readonly labels: Readonly<Record<string, string>>;
  readonly kinds: readonly Kind[];
  readonly csvCategories: Readonly<
    Record<string, string | number | null | { readonly factor: number; readonly noFault: boolean }>
  >;
}

export const catalogue = catalogueJson as unknown as Catalogue;

const kinds: ReadonlyMap<string, Kind> = new Map(catalogue.kinds.map((kind) => [kind.kind, kind]));

/** The kind of that name, or undefined where the catalogue has none. */
export function kindOf(name: string): Kind | undefined {
  return kinds.get(name);
}

/** Whether nobody but the ledger itself writes entries of this kind. */
export function isLedgersAlone({ derived, byLedger }: Kind): boolean {
  return derived === true || byLedger === true;
}

/** Kinds named to somebody who mistyped one. */
const KINDS_NAMED = 8;

/** Kinds that a name which is none may have meant: those that hold it, or its first word. */
function kindsLike(name: string): readonly string[] {
  const [word = ''] = name.split('.');
  if (word === '') return [];
  const named = catalogue.kinds.map(({ kind }) => kind);
  return named.filter((kind) => kind.includes(name) || kind.split('.').includes(word)).slice(0, KINDS_NAMED);
}

/** @param shown the name in quotes, as it may be shown */
export function unknownKind(name: string, shown: string): Problem {
  const like = kindsLike(name);
  const hint = like.length === 0 ? '' : `; there is ${like.join(', ')}`;
  return new Problem('unknown-kind', `kind: the catalogue has no kind ${shown}${hint}`, 'kind');
}

/** The kind or kinds whose entries make what an id field of that name refers to. */
export function makersOf(fieldName: string): readonly string[] {
  const makers = catalogue.ids[fieldName];
  return makers === undefined ? [] : typeof makers === 'string' ? [makers] : makers;
}

/** What people call a field of that kind. */
export function labelOf(kind: Kind, { name }: Field): string {
  return catalogue.labels[`${kind.kind}.${name}`] ?? catalogue.labels[name] ?? name;
}

/** Whether an entry of this kind makes the id in that field; elsewhere the field names one made before. */
export function makesId(kind: Kind, field: Field): boolean {
  return field.type === 'id' && makersOf(field.name).includes(kind.kind);
}
