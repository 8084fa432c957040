import { sha256 } from '@app/integrity';
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

/** The idempotency key of one item of a list: repeating the whole list with its key repeats each item with its own. */
export function itemKey(key: string, index: number): string {
  return `item:${sha256(Buffer.from(`${index}:${key}`)).toString('hex')}`;
}
