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
  if (assertSignable(value, '', 0) !== countColonsOutsideStrings(text)) {
    throw new InvalidJson('an object has the same key twice', '');
  }
  return value;
}

/**
 * The canonical bytes of a value, as text (RFC 8785).
 *
 * @throws InvalidJson where the value is not plain JSON: `undefined`, functions, non-finite numbers, unsafe integers,
 * lone surrogates, objects of a class.
 */
export function canonicalJson(value: unknown): string {
  assertSignable(value, '', 0);
  return canonicalize(value) as string;
}

/** Throws where the value may not be signed; else answers how many keys its objects have in all. */
function assertSignable(value: unknown, path: string, depth: number): number {
  switch (typeof value) {
    case 'boolean':
      return 0;
    case 'string':
      if (!value.isWellFormed()) throw new InvalidJson('text holds half of a surrogate pair', path);
      return 0;
    case 'number':
      if (!Number.isFinite(value)) throw new InvalidJson('not a finite number', path);
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        throw new InvalidJson('integer beyond what a double holds exactly; send it as text', path);
      }
      return 0;
    case 'object':
      break;
    default:
      throw new InvalidJson(`${typeof value} is not JSON`, path);
  }
  if (value === null) return 0;
  if (depth === MAX_JSON_DEPTH) throw new InvalidJson(`nested deeper than ${MAX_JSON_DEPTH}`, path);
  let keys = 0;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      keys += assertSignable(value[index], `${path}[${index}]`, depth + 1);
    }
    return keys;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new InvalidJson('not a plain object', path);
  for (const [key, item] of Object.entries(value)) {
    const itemPath = path === '' ? key : `${path}.${key}`;
    if (!key.isWellFormed()) throw new InvalidJson('a key holds half of a surrogate pair', path);
    if (key === '__proto__') throw new InvalidJson('__proto__ is not taken as a key', path);
    keys += 1 + assertSignable(item, itemPath, depth + 1);
  }
  return keys;
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
