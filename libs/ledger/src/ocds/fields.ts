import { Big } from 'big.js';
import type { JsonObject } from '@app/event-store';
import { invalid } from '../entry/shape';
import { Problem } from '../problems';
import { parseEffective, parseInstant } from '../scoring/days';
import { MAX_AMOUNT_DECIMALS, MAX_AMOUNT_DIGITS, MAX_AMOUNT_LENGTH, MAX_OCDS_ID_LENGTH } from './limits';

export type OcdsObject = Readonly<Record<string, unknown>>;

/** An object of a package and where it stands there: `releases[0].contracts[1]`. */
export interface At {
  readonly value: OcdsObject;
  readonly path: string;
}

/** The whole package stands at the path ''. */
function placeOf(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

export function isObject(value: unknown): value is OcdsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Says no more than leaving it out: OCDS takes a field away with null, and publishers leave texts empty. */
function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** @throws Problem where it is no object */
export function objectIn({ value, path }: At, name: string): At | undefined {
  const found = value[name];
  if (isAbsent(found)) return undefined;
  if (!isObject(found)) throw invalid(placeOf(path, name), 'an object');
  return { value: found, path: placeOf(path, name) };
}

/** @throws Problem where it is no list of objects */
export function objectsIn({ value, path }: At, name: string): readonly At[] {
  const found = value[name];
  if (isAbsent(found)) return [];
  if (!Array.isArray(found)) throw invalid(placeOf(path, name), 'a list');
  return found.map((item: unknown, index) => {
    if (!isObject(item)) throw invalid(`${placeOf(path, name)}[${index}]`, 'an object');
    return { value: item, path: `${placeOf(path, name)}[${index}]` };
  });
}

/** @throws Problem where it is no text */
export function textIn({ value, path }: At, name: string): string | undefined {
  const found = value[name];
  if (isAbsent(found)) return undefined;
  if (typeof found !== 'string') throw invalid(placeOf(path, name), 'a text');
  return found.trim();
}

/** A code, an id or a figure: a text, or a number that stands for the text of its digits. */
export function wordIn({ value, path }: At, name: string): string | undefined {
  const found = value[name];
  if (isAbsent(found)) return undefined;
  const word = typeof found === 'number' ? String(found) : found;
  if (typeof word !== 'string') throw invalid(placeOf(path, name), 'a text or a number');
  if (word.length > MAX_OCDS_ID_LENGTH) throw invalid(placeOf(path, name), `at most ${MAX_OCDS_ID_LENGTH} characters`);
  return word.trim();
}

/** @throws Problem where there is none: without it nobody could tell whether the item was imported before */
export function idIn(at: At): string {
  const id = wordIn(at, 'id');
  if (id === undefined) throw invalid(`${at.path}.id`, 'the id of the item');
  return id;
}

const WRITTEN = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

interface Written {
  /** As precise as it is written, of the day in its own offset: `2026-10-05T00:00:00+01:00` is of the fifth. */
  readonly date: string;
  /** In milliseconds; of a time without an offset, or a day without a time, as if in UTC. */
  readonly instant: number;
}

/** @throws Problem `invalid-date` */
export function writtenIn({ value, path }: At, name: string): Written | undefined {
  const found = value[name];
  if (isAbsent(found)) return undefined;
  const [, date = '', time = '00:00', seconds = ':00', offset = 'Z'] =
    typeof found === 'string' ? (WRITTEN.exec(found.trim()) ?? []) : [];
  const day = `${date}-01-01`.slice(0, 10);
  const colon = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const instant = parseInstant(`${day}T${time}${seconds}${colon}`, 9);
  if (parseEffective(date) === null || instant === null) {
    const shown = typeof found === 'string' ? `"${found.slice(0, MAX_AMOUNT_LENGTH)}"` : 'this';
    const field = placeOf(path, name);
    throw new Problem('invalid-date', `${field}: ${shown} is no date that exists, nor a date with a time`, field);
  }
  return { date, instant };
}

export function dateIn(at: At, name: string): string | undefined {
  return writtenIn(at, name)?.date;
}

/** Strict: an amount that went through a float has lost its decimals already. */
const Decimal = Big();
Decimal.strict = true;

const AMOUNT = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** A value of a package. */
export interface Value {
  /** As it is written there, with its currency. */
  readonly said: string;
  /** As the ledger keeps it; null where it has more decimals than the ledger takes. */
  readonly money: JsonObject | null;
}

/**
 * @remarks The amount is the text that stands in the file (`readPackage`), never a float.
 * @throws Problem where it is no amount of a currency
 */
export function valueIn(at: At, name: string): Value | undefined {
  const value = isAbsent(at.value[name]) ? undefined : objectIn(at, name);
  if (value === undefined || isAbsent(value.value['amount'])) return undefined;
  const { amount, currency } = value.value;
  const wrong = (): Problem => invalid(`${value.path}.amount`, `a number of at most ${MAX_AMOUNT_DIGITS} digits`);
  if (typeof amount !== 'string' || amount.length > MAX_AMOUNT_LENGTH || !AMOUNT.test(amount)) throw wrong();
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw invalid(`${value.path}.currency`, 'a currency of three capital letters, such as "GBP"');
  }
  const decimal = new Decimal(amount);
  if (decimal.e >= MAX_AMOUNT_DIGITS) throw wrong();
  const isExact = decimal.c.length - 1 - decimal.e <= MAX_AMOUNT_DECIMALS;
  const kept = isExact ? decimal.toFixed() : null;
  return { said: `${kept ?? amount} ${currency}`, money: kept === null ? null : { amount: kept, currency } };
}
