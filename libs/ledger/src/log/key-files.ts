import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KEY_BYTES, keyPairOf, seedOf, type KeyPair } from '@app/integrity';
import { PRIVATE_DIRECTORY, readText, removeDurably, writeDurably, writeNewDurably } from './private-files';

const SEED = /^[0-9a-f]{64}\n$/;
const PUBLIC_KEY = /^[0-9a-f]{64}$/;

/**
 * Public keys that sign, or once signed, the checkpoints of a data directory: the current one first, also where only a
 * policy tells of it.
 */
export function publicKeys(directory: string): Buffer[] {
  const current = readKeys(directory)?.publicKey;
  const retired = retiredKeys(directory).reverse();
  const newer = newerKey(directory);
  const keys = [
    ...(newer === null || retired.includes(newer) ? [] : [newer]),
    ...(current === undefined ? [] : [current.toString('hex')]),
    ...retired,
  ];
  // A rotation that was interrupted between its two files leaves the current key among the retired ones.
  return [...new Set(keys)].map((key) => Buffer.from(key, 'hex'));
}

/** In hex, the first one first. */
export function retiredKeys(directory: string): string[] {
  const lines = readText(pathOf(directory, 'retired-keys'))?.split('\n') ?? [];
  return lines.filter((line) => PUBLIC_KEY.test(line));
}

/**
 * The key that is to sign next: one that nobody had before, on disk before any entry names it, and the same one again
 * where a rotation was interrupted.
 */
export function nextKeys(directory: string): KeyPair {
  const kept = readKeys(directory, 'next-key');
  // One that signs already, or did, was left behind when its file was to be taken away.
  if (kept !== null && !publicKeys(directory).some((key) => key.equals(kept.publicKey))) return kept;
  const drawn = drawKeys();
  writeDurably(pathOf(directory, 'next-key'), textOf(drawn));
  return drawn;
}

/** What a key signed that signs no more stays known as signed. @param publicKey 32 bytes */
export function retireKey(directory: string, publicKey: Buffer): void {
  const retired = [...retiredKeys(directory), publicKey.toString('hex')];
  writeDurably(pathOf(directory, 'retired-keys'), [...new Set(retired)].map((key) => `${key}\n`).join(''));
}

/**
 * Keeps the public key of the one that took the place of the key that is here, and is not here itself: that one signs no
 * more.
 *
 * @param replaced keys that signed before it
 */
export function keepNewerKey(directory: string, publicKey: Buffer, replaced: readonly Buffer[] = []): void {
  writeDurably(pathOf(directory, 'newer-key'), `${publicKey.toString('hex')}\n`);
  for (const key of replaced) retireKey(directory, key);
  const before = readKeys(directory)?.publicKey;
  if (before !== undefined && !before.equals(publicKey)) retireKey(directory, before);
}

/** In hex; null where none is known that is not here. */
function newerKey(directory: string): string | null {
  const text = readText(pathOf(directory, 'newer-key'))?.trimEnd() ?? '';
  return PUBLIC_KEY.test(text) ? text : null;
}

/** Whether the key that is here was replaced by another since: it signs nothing. */
export function isKeyReplaced(directory: string): boolean {
  const key = readKeys(directory)?.publicKey.toString('hex');
  const retired = retiredKeys(directory);
  if (key === undefined || !retired.includes(key)) return false;
  const isInterrupted = retired.at(-1) === key && readText(pathOf(directory, 'next-key')) !== null;
  return !isInterrupted || newerKey(directory) !== null;
}

/** A key that was drawn here while another signed: nothing was signed with it. */
export function dropKey(directory: string): void {
  for (const file of ['signing-key', 'next-key'] as const) {
    if (readText(pathOf(directory, file)) !== null) removeDurably(pathOf(directory, file));
  }
}

/** The next key takes the place of the one that signs; the public one of that stays known. */
export function replaceKeys(directory: string, before: Buffer, next: KeyPair): void {
  retireKey(directory, before);
  writeDurably(pathOf(directory, 'signing-key'), textOf(next));
  removeDurably(pathOf(directory, 'next-key'));
}

/** A pair that nobody had before. */
function drawKeys(): KeyPair {
  return keyPairOf(randomBytes(KEY_BYTES));
}

function textOf(keys: KeyPair): string {
  return `${seedOf(keys).toString('hex')}\n`;
}

function pathOf(directory: string, file: 'signing-key' | 'next-key' | 'newer-key' | 'retired-keys'): string {
  return join(directory, PRIVATE_DIRECTORY, file);
}

/** Null of a file that is not there, or damaged. */
export function readKeys(directory: string, file: 'signing-key' | 'next-key' = 'signing-key'): KeyPair | null {
  const text = readText(pathOf(directory, file));
  return text !== null && SEED.test(text) ? keyPairOf(Buffer.from(text.trimEnd(), 'hex')) : null;
}

/** The keys of a data directory that has none yet. */
export function newKeys(directory: string): KeyPair {
  const drawn = drawKeys();
  writeNewDurably(pathOf(directory, 'signing-key'), textOf(drawn));
  // Where another process was first its key is there now.
  return readKeys(directory) ?? drawn;
}
