import canonicalize from 'canonicalize';

/** Nesting of arrays and objects that is taken, counted from the outermost. */
export const MAX_JSON_DEPTH = 32;

/** The text or value is no JSON that may be signed. `path` names the place: `data.items[3]`. */
export class InvalidJson extends Error {
  constructor(
    message: string,
    readonly path: string,
  ) {
    super(path === '' ? message : `${path}: ${message}`);
    this.name = 'InvalidJson';
  }
}

/**
 * Reads one JSON value, refusing what the JSON grammar lets pass but a signature must not: the same key twice in an
 * object, lone surrogates, integers that a double does not hold exactly, nesting beyond {@link MAX_JSON_DEPTH}, and
 * `__proto__` as a key.
 *
 * @throws InvalidJson
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InvalidJson((error as Error).message, '');
  }
  // JSON.parse keeps the last of two equal keys, so a duplicate shows as fewer keys than the text has colons.
  if (lookThrough(value).keys !== countColonsOutsideStrings(text)) {
    throw new InvalidJson('an object has the same key twice', '');
  }
  return value;
}

/**
 * The canonical bytes of a value, as text (RFC 8785).
 *
 * @remarks RFC 8785 writes numbers and texts as `JSON.stringify` does and adds the order of the keys. Of a value whose
 * keys stand in that order `JSON.stringify` gives the canonical text, several times faster than the library.
 * @throws InvalidJson where the value is not plain JSON: `undefined`, functions, non-finite numbers, unsafe integers,
 * lone surrogates, objects of a class.
 */
export function canonicalJson(value: unknown): string {
  return (lookThrough(value).ordered ? JSON.stringify(value) : canonicalize(value)) as string;
}

/** @throws InvalidJson where `canonicalJson` would */
export function assertSignable(value: unknown): void {
  lookThrough(value);
}

interface Look {
  /** Keys of all objects. */
  keys: number;
  /** Every object has its keys in the order of RFC 8785, section 3.2.3: by UTF-16 code units. */
  ordered: boolean;
}

/** Throws where the value may not be signed. */
function lookThrough(value: unknown): Look {
  const look: Look = { keys: 0, ordered: true };
  lookAt(value, '', '', 0, look);
  return look;
}

/** @param key where the value stands in what `path` names: joined only where something has to be said of it */
function lookAt(value: unknown, path: string, key: string | number, depth: number, look: Look): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (!value.isWellFormed()) throw new InvalidJson('text holds half of a surrogate pair', joined(path, key));
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new InvalidJson('not a finite number', joined(path, key));
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        throw new InvalidJson('integer beyond what a double holds exactly; send it as text', joined(path, key));
      }
      return;
    case 'object':
      if (value !== null) lookInto(value, joined(path, key), depth, look);
      return;
    default:
      throw new InvalidJson(`${typeof value} is not JSON`, joined(path, key));
  }
}

function lookInto(value: object, path: string, depth: number, look: Look): void {
  if (depth === MAX_JSON_DEPTH) throw new InvalidJson(`nested deeper than ${MAX_JSON_DEPTH}`, path);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) lookAt(value[index], path, index, depth + 1, look);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new InvalidJson('not a plain object', path);
  let before = '';
  for (const key of Object.keys(value)) {
    if (!key.isWellFormed()) throw new InvalidJson('a key holds half of a surrogate pair', path);
    if (key === '__proto__') throw new InvalidJson('__proto__ is not taken as a key', path);
    if (key < before) look.ordered = false;
    before = key;
    look.keys++;
    lookAt((value as Record<string, unknown>)[key], path, key, depth + 1, look);
  }
}

/** The outermost value stands at the key '' of the path ''. */
function joined(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The text is known to be valid JSON: outside strings a colon stands only behind a key. */
function countColonsOutsideStrings(text: string): number {
  let colons = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x3a) colons++;
    else if (code === 0x22) {
      index++;
      while (text.charCodeAt(index) !== 0x22) index += text.charCodeAt(index) === 0x5c ? 2 : 1;
    }
  }
  return colons;
}
