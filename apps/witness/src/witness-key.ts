import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  formatVerifierKey,
  InvalidNote,
  KEY_BYTES,
  keyPairOf,
  parseVerifierKey,
  verifierKey,
  type KeyPair,
  type VerifierKey,
} from '@app/integrity';
import { DamagedWitness, InvalidOption } from './errors';
import { cosignerName } from './kept-notes';
import { lockDirectory } from './lock-directory';
import { makeDirectory, readText, replaceText } from './owned-files';

/** The seed of the private key in hex. */
const SEED_FILE = 'witness-key';
/** The verifier key, which holds the name. */
const VERIFIER_FILE = 'witness-key.pub';
const SEED = new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}\n$`);

export interface WitnessKey {
  readonly keys: KeyPair;
  readonly verifier: VerifierKey;
}

/**
 * The key of the directory, drawn where there is none. The caller holds the lock of the directory.
 *
 * @param name of a new witness; one that has a name already keeps it, and another is refused
 * @throws InvalidOption, DamagedWitness
 */
export function openWitnessKey(directory: string, name?: string): WitnessKey {
  const known = readVerifierKey(directory, name);
  const seedText = readText(directory, SEED_FILE);
  const file = join(directory, SEED_FILE);
  if (seedText === null && known !== null) throw new DamagedWitness(file, 'the key is gone');
  if (seedText !== null && !SEED.test(seedText)) throw new DamagedWitness(file, 'it holds no key');
  const seed = seedText === null ? randomBytes(KEY_BYTES) : Buffer.from(seedText.trim(), 'hex');
  const keys = keyPairOf(seed);
  if (known !== null) {
    if (!known.publicKey.equals(keys.publicKey)) throw new DamagedWitness(file, `it is not the key of ${known.name}`);
    return { keys, verifier: known };
  }
  if (seedText !== null) assertNamed(directory, name, keys);
  const verifier = newVerifierKey(name ?? `${hostname()}/witness`, keys);
  // The name comes last: nobody has seen a key without one.
  if (seedText === null) replaceText(directory, SEED_FILE, `${seed.toString('hex')}\n`);
  replaceText(directory, VERIFIER_FILE, `${formatVerifierKey(verifier)}\n`);
  return { keys, verifier };
}

/**
 * What the other side puts in its policy; the key is made where there is none yet. A witness may be running.
 *
 * @throws InvalidOption, DamagedWitness, WitnessInUse
 */
export function verifierKeyOf(directory: string, name?: string): VerifierKey {
  const known = readVerifierKey(directory, name);
  if (known !== null) return known;
  makeDirectory(directory);
  const unlock = lockDirectory(directory);
  try {
    return openWitnessKey(directory, name).verifier;
  } finally {
    unlock();
  }
}

function readVerifierKey(directory: string, name: string | undefined): VerifierKey | null {
  const text = readText(directory, VERIFIER_FILE);
  if (text === null) return null;
  const verifier = parsed(join(directory, VERIFIER_FILE), text);
  if (name !== undefined && name !== verifier.name) {
    throw new InvalidOption('name', `the witness of ${directory} is called ${verifier.name} and keeps that name`);
  }
  return verifier;
}

/** Without its verifier key a witness that has cosigned goes on under the name that it did so by, and no other. */
function assertNamed(directory: string, name: string | undefined, { publicKey }: KeyPair): void {
  const cosigner = cosignerName(directory, publicKey);
  if (cosigner === null || cosigner === name) return;
  const remedy = `but under the name that it has cosigned by: --name ${cosigner}`;
  throw new DamagedWitness(join(directory, VERIFIER_FILE), 'it is gone', remedy);
}

function parsed(file: string, text: string): VerifierKey {
  try {
    const key = parseVerifierKey(text.trim());
    if (key.type === 'cosignature') return key;
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
  }
  throw new DamagedWitness(file, 'it holds no key of a witness');
}

function newVerifierKey(name: string, { publicKey }: KeyPair): VerifierKey {
  try {
    return verifierKey(name, 'cosignature', publicKey);
  } catch (error) {
    if (error instanceof InvalidNote) throw new InvalidOption('name', error.message);
    throw error;
  }
}
