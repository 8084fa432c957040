import { InvalidJson, assertSignable } from '@app/integrity';
import type { JsonObject } from '@app/event-store';
import { Problem } from '../problems';
import type { CheckpointSeen, Evidence, SignatureGiven } from './entry';
import {
  ID_EXPECTED,
  ID_PATTERN,
  MAX_DATA_FIELDS,
  MAX_EVIDENCE,
  MAX_LINE_LENGTH,
  MAX_LIST_ITEMS,
  MAX_TAGS,
  MAX_TAG_LENGTH,
  MAX_TEXT_LENGTH,
} from './limits';

/** What a field must look like: answers the value as it is stored, or throws a Problem that names the field. */
export type Shape<Value> = (value: unknown, field: string) => Value;

/** `invalid-entry`, naming the field and what was expected of it. */
export function invalid(field: string, expected: string): Problem {
  return new Problem('invalid-entry', `${field}: expected ${expected}`, field);
}

/** Text of 1 to `maxLength` characters. */
export function text(maxLength = MAX_TEXT_LENGTH): Shape<string> {
  return (value, field) => {
    if (typeof value !== 'string' || value.trim() === '') throw invalid(field, 'a text');
    if (value.length > maxLength) throw invalid(field, `at most ${maxLength} characters, not ${value.length}`);
    return value;
  };
}

export const id: Shape<string> = (value, field) => {
  if (typeof value !== 'string' || !ID_PATTERN.test(value)) {
    throw invalid(field, `an id of ${ID_EXPECTED}`);
  }
  return value;
};

export const boolean: Shape<boolean> = (value, field) => {
  if (typeof value !== 'boolean') throw invalid(field, 'true or false');
  return value;
};

export const number: Shape<number> = (value, field) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(field, 'a number');
  return value;
};

export const level: Shape<number> = (value, field) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 4) {
    throw invalid(field, 'a whole level from 0 to 4');
  }
  return value;
};

export const factorCode: Shape<number> = (value, field) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw invalid(field, 'the code of a factor');
  return value;
};

export const hash: Shape<string> = (value, field) => {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/i.test(value)) throw invalid(field, '64 hex digits');
  return value.toLowerCase();
};

/** One of the choices. */
export function oneOf<Choice extends string>(choices: readonly Choice[]): Shape<Choice> {
  return (value, field) => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw invalid(field, `one of ${choices.join(', ')}`);
    return chosen;
  };
}

/** @param choices what the items are taken from, if they are */
export function listOf<Item>(
  item: Shape<Item>,
  maxItems = MAX_LIST_ITEMS,
  choices: readonly unknown[] = [],
): Shape<readonly Item[]> {
  return (value, field) => {
    if (!Array.isArray(value))
      throw invalid(field, choices.length === 0 ? 'a list' : `a list of ${choices.join(', ')}`);
    if (value.length > maxItems) throw invalid(field, `at most ${maxItems} items, not ${value.length}`);
    return value.map((one: unknown, index) => item(one, `${field}[${index}]`));
  };
}

/** A plain object with these fields and no others; an absent one is left out. */
export function fields(value: unknown, field: string, allowed: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(field, `an object with ${allowed.join(', ')}`);
  }
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      const path = field === '' ? key : `${field}.${key}`;
      throw new Problem('invalid-entry', `${path}: unknown; known here: ${allowed.join(', ')}`, path);
    }
  }
  return value as Record<string, unknown>;
}

/** Any JSON object, refused where it could not be signed. */
export const jsonObject: Shape<JsonObject> = (value, field) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field, 'an object');
  // Counted first: what is refused for its size need not be looked through.
  if (Object.keys(value).length > MAX_DATA_FIELDS) throw invalid(field, `at most ${MAX_DATA_FIELDS} fields`);
  try {
    assertSignable(value);
  } catch (error) {
    if (error instanceof InvalidJson) throw invalid(field, `plain JSON (${error.message})`);
    throw error;
  }
  return value as JsonObject;
};

const money: Shape<JsonObject> = (value, field) => {
  const { amount, currency } = fields(value, field, ['amount', 'currency']);
  if (typeof amount !== 'string' || !/^-?\d{1,15}(\.\d{1,4})?$/.test(amount)) {
    throw invalid(`${field}.amount`, 'an amount as text, such as "123.45"');
  }
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw invalid(`${field}.currency`, 'a currency of three capital letters, such as "GBP"');
  }
  return { amount, currency };
};
export { money };

/** 32 bytes in base64. */
const ROOT = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

export const checkpointSeen: Shape<CheckpointSeen> = (value, field) => {
  const { size, root } = fields(value, field, ['size', 'root']);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) {
    throw invalid(`${field}.size`, 'how many entries are under the checkpoint');
  }
  if (typeof root !== 'string' || !ROOT.test(root)) throw invalid(`${field}.root`, 'a root of 32 bytes in base64');
  return { size, root };
};

const KEY_ID = /^[0-9a-f]{16}$/;
/** 32 bytes in base64url, without padding. */
const NONCE = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
/** 64 bytes in base64. */
const SIGNATURE = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

export const signature: Shape<SignatureGiven> = (value, field) => {
  const given = fields(value, field, ['key', 'nonce', 'value']);
  const matching = (name: string, pattern: RegExp, expected: string): string => {
    const text = given[name];
    if (typeof text !== 'string' || !pattern.test(text)) throw invalid(`${field}.${name}`, expected);
    return text;
  };
  return {
    key: matching('key', KEY_ID, 'the id of a key: 16 lower-case hex digits'),
    nonce: matching('nonce', NONCE, '32 random bytes in base64url'),
    value: matching('value', SIGNATURE, 'a signature of 64 bytes in base64'),
  };
};

const evidenceItem: Shape<Evidence> = (value, field) => {
  const given = fields(value, field, ['title', 'url', 'sha256', 'entry']);
  const item = {
    ...(given['title'] === undefined ? {} : { title: text(MAX_LINE_LENGTH)(given['title'], `${field}.title`) }),
    ...(given['url'] === undefined ? {} : { url: text(MAX_LINE_LENGTH)(given['url'], `${field}.url`) }),
    ...(given['sha256'] === undefined ? {} : { sha256: hash(given['sha256'], `${field}.sha256`) }),
    ...(given['entry'] === undefined ? {} : { entry: id(given['entry'], `${field}.entry`) }),
  };
  if (Object.keys(item).length === 0) throw invalid(field, 'a title, an address, a SHA-256 or an entry');
  return item;
};

export const evidence = listOf(evidenceItem, MAX_EVIDENCE);
export const tags = listOf(text(MAX_TAG_LENGTH), MAX_TAGS);
export const line = text(MAX_LINE_LENGTH);
