import { parse, v5 } from 'uuid';

/** Namespace of every UUIDv5 that the ledger derives. */
const NAMESPACE = parse('a1d3b6de-3a3c-5a0b-9d5e-0c7f2f3f6c11');

/** Bytes cost the library less than text does. */
export function uuidOf(name: string): string {
  return v5(Buffer.from(name), NAMESPACE);
}

/** What makes a command unique in the whole ledger: (relationship, member, key), or (relationship, imported id). */
export function commandIdOf(...parts: readonly string[]): string {
  return uuidOf(JSON.stringify(parts));
}
