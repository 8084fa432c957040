import type { Schemas } from '../api/client';
import { evidenceLink } from '../ledger/evidence-link';
import type { Draft } from './draft';
import { instantOf } from './instant';
import { askedFields, type Field, type Kind } from './kinds';

export type EntryBody = Schemas['EntryBodyShape'];
type Sign = '+' | '-' | '0';

/** Why a field cannot be sent as it is. */
export type Fault = 'missing' | 'number' | 'money' | 'instant' | 'address';
/** By the path that the API would name: `data.owner`. */
export type Faults = Readonly<Record<string, Fault>>;

const AMOUNT = /^-?\d{1,15}(\.\d{1,4})?$/;
export const CURRENCIES = ['GBP', 'EUR', 'USD'] as const;

/** What is not there yet or cannot be read, in the order of the form. */
export function faultsOf(kind: Kind, draft: Draft): Faults {
  const faults: Record<string, Fault> = {};
  const { required, optional } = askedFields(kind);
  if (kind.kind === 'note.logged' && draft.text.trim() === '') faults['text'] = 'missing';
  if (!kind.answer && draft.effective === '') faults['effective'] = 'missing';
  if (kind.rating && draft.factor === '') faults['factor'] = 'missing';
  if (kind.rating && draft.level === '') faults['level'] = 'missing';
  for (const field of [...required, ...optional]) {
    const given = draft.data[field.name] ?? '';
    if (given === '' || given.length === 0) {
      if (field.required === true) faults[`data.${field.name}`] = 'missing';
    } else if (field.type === 'number' && Number.isNaN(numberIn(given))) faults[`data.${field.name}`] = 'number';
    else if (field.type === 'money' && !AMOUNT.test(amountIn(given))) faults[`data.${field.name}`] = 'money';
    else if (field.type === 'instant' && instantOf(String(given)) === null) faults[`data.${field.name}`] = 'instant';
  }
  draft.evidence.forEach(({ url }, index) => {
    if (url.trim() !== '' && evidenceLink(url.trim()) === null) faults[`evidence[${index}].url`] = 'address';
  });
  return faults;
}

/** What is sent: the fields that the kind has and nothing else; what is empty is left out. */
export function bodyOf(kind: Kind, draft: Draft, answers: string | undefined): EntryBody {
  const data = Object.fromEntries(
    kind.fields.flatMap((field) => {
      const value = valueOf(field, draft);
      return value === undefined ? [] : [[field.name, value] as const];
    }),
  );
  const evidence = draft.evidence.flatMap(({ title, url, sha256 }) => {
    if (url.trim() === '' && sha256 === undefined) return [];
    return [
      {
        ...(title.trim() !== '' && { title: title.trim() }),
        ...(url.trim() !== '' && { url: url.trim() }),
        ...(sha256 !== undefined && { sha256 }),
      },
    ];
  });
  const text = draft.text.trim();
  return {
    kind: kind.kind,
    ...(!kind.answer && { effective: draft.effective }),
    ...(kind.answer && answers !== undefined && { answers }),
    ...(kind.factorChoice !== null && draft.factor !== '' && { factor: Number(draft.factor) }),
    ...(kind.signChoice && draft.sign !== '' && { sign: draft.sign as Sign }),
    ...(asksSeverity(kind, draft) && draft.severity !== '' && { severity: draft.severity as EntryBody['severity'] }),
    ...(kind.rating && { level: Number(draft.level), evidenced: draft.evidenced }),
    ...(text !== '' && { text }),
    ...(Object.keys(data).length > 0 && { data }),
    ...(evidence.length > 0 && { evidence }),
  };
}

function valueOf(field: Field, { data }: Draft): unknown {
  const given = data[field.name];
  if (field.made === true || given === undefined || given.length === 0) return undefined;
  const list = typeof given === 'string' ? given.split(',').map((each) => each.trim()) : given;
  const one = typeof given === 'string' ? given.trim() : (given[0] ?? '');
  switch (field.type) {
    case 'choice':
      return field.many === true ? list : field.of?.includes(one) === true ? one : undefined;
    case 'members':
      return list;
    case 'factors':
      return list.map(Number);
    case 'number':
      return numberIn(given);
    case 'level':
      return Number(one);
    case 'boolean':
      return one === 'true';
    case 'money': {
      const currency = data[`${field.name}.currency`];
      return { amount: amountIn(given), currency: typeof currency === 'string' ? currency : CURRENCIES[0] };
    }
    case 'instant':
      return instantOf(one) ?? undefined;
    default:
      return one === '' ? undefined : one;
  }
}

/** Commas stand between groups of three digits; any other might be meant as a decimal point. */
const PLAIN = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;

/** As plain digits; empty where it is no number. */
function digitsIn(given: string | readonly string[], passedOver: RegExp): string {
  const digits = String(given).replaceAll(passedOver, '');
  return PLAIN.test(digits) ? digits.replaceAll(',', '') : '';
}

const amountIn = (given: string | readonly string[]): string => digitsIn(given, /[£$€\s]/g);

function numberIn(given: string | readonly string[]): number {
  const digits = digitsIn(given, /\s/g);
  return digits === '' ? NaN : Number(digits);
}

/** The sign that the entry will have as it stands. */
export function signOf(kind: Kind, { sign, data }: Draft): Sign {
  if (kind.signChoice && sign !== '') return sign as Sign;
  if (kind.fields.some(({ name }) => name === 'exhibits')) return data['exhibits'] === 'breaches' ? '-' : '+';
  return kind.sign;
}

/** How serious it is can be said of what moves a score. */
export function asksSeverity(kind: Kind, draft: Draft): boolean {
  return kind.severity !== null && !kind.rating && !kind.answer && signOf(kind, draft) !== '0';
}

/**
 * Whether it is a minus about another party that nobody has talked about with them, as far as the entry says. A note
 * does not say whom it is about: its author is asked.
 */
export function isUndiscussedMinus(kind: Kind, draft: Draft, ownParty: string | null): boolean {
  if (signOf(kind, draft) !== '-') return false;
  if ((draft.data['discussed'] ?? '') !== '') return false;
  const isAboutOther = kind.fields.some(({ name }) => name === 'about') && draft.data['about'] !== ownParty;
  return isAboutOther || kind.kind === 'note.logged';
}

const DAY_MS = 86_400_000;

/** A note that bears on nothing is a memo: nobody has to answer it. */
export function awaitsNoAnswer(kind: Kind, { factor }: Draft): boolean {
  return kind.kind === 'note.logged' && factor === '';
}

/** Days from the last day that the date may mean to today; 0 where it is not over. */
export function daysLate(effective: string, today: string): number {
  const last = lastDay(effective);
  return last === null ? 0 : Math.max(0, Math.round((Date.parse(today) - last) / DAY_MS));
}

function lastDay(date: string): number | null {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year) || date === '') return null;
  if (month === undefined) return Date.UTC(year, 12, 0);
  if (day === undefined) return Date.UTC(year, month, 0);
  return Date.UTC(year, month - 1, day);
}

/** Today where the user is, `YYYY-MM-DD`. */
export function todayIn(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
