import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  cosignaturesOf,
  InvalidNote,
  keyIdOf,
  parseCheckpoint,
  parseNote,
  sha256,
  type Checkpoint,
  type Note,
  type VerifierKey,
} from '@app/integrity';
import { DamagedWitness } from './errors';
import { MAX_REFUSED_KEPT } from './limits';
import { readText, replaceText } from './owned-files';

/** The last checkpoint of a log that this witness cosigned. */
export interface KeptNote {
  readonly checkpoint: Checkpoint;
  /** Of the cosignature, in whole seconds since 1970-01-01 UTC. */
  readonly timestamp: number;
  /** The signed note, with the signatures of the log that were verified and the cosignature. */
  readonly note: string;
}

/** What the witness must never lose: a file for each log, named by the hash of its origin. */
export interface KeptNotes {
  /** By the hash of the origin, as {@link originHash} makes it. */
  readonly last: ReadonlyMap<string, KeptNote>;
  /** It is on the disk when this returns. @throws InvalidNote where the note could not be read back */
  keep(note: string): void;
  /** Keeps a checkpoint that the log signed and that was not shown to follow from the last one. */
  keepRefused(note: string): RefusedNote;
  /** How many refused ones of a log are kept. */
  refused(origin: string): { readonly contradicting: number; readonly unproven: number };
}

/** What became of a checkpoint that was refused. */
export interface RefusedNote {
  readonly checkpoint: Checkpoint;
  /**
   * The log signed another root of as many entries, and that is kept as well: a proof by itself, which nobody can make but
   * who has the key of the log. Else it may be that only the proof was a wrong one, which anybody can send.
   */
  readonly isContradiction: boolean;
  /** Name of its file; null where as many of its kind are kept of that log as may be. */
  readonly file: string | null;
}

/** Names each log that was ever cosigned, a line each: what is a new log, and what is one whose note is gone. */
const COSIGNED_LOGS = 'cosigned-logs';
const KEPT = /^([0-9a-f]{64})\.note$/;
const REFUSED = /^([0-9a-f]{64})\.(contradicts|refused)-([0-9]+)-([0-9a-f]+)$/;
/** Hex digits of a root that tell refused checkpoints of one size apart. */
const ROOT_DIGITS = 16;

/** SHA-256 in hex, as C2SP tlog-witness names a log in addresses. */
export function originHash(origin: string): string {
  return sha256(Buffer.from(origin)).toString('hex');
}

/** @throws DamagedWitness where a file is not as it was written, or a note is gone */
export function openKeptNotes(directory: string, key: VerifierKey): KeptNotes {
  const names = readdirSync(directory);
  const last = new Map<string, KeptNote>();
  for (const name of names) {
    const hash = KEPT.exec(name)?.[1];
    if (hash !== undefined) last.set(hash, readKept(directory, name, hash, key));
  }
  const cosigned = new Set(cosignedLogs(directory));
  for (const origin of cosigned) {
    const hash = originHash(origin);
    if (!last.has(hash)) throw lostNote(join(directory, `${hash}.note`), origin);
  }
  const remember = (...origins: readonly string[]): void => {
    if (origins.every((origin) => cosigned.has(origin))) return;
    replaceText(directory, COSIGNED_LOGS, [...new Set([...cosigned, ...origins])].map((each) => `${each}\n`).join(''));
    for (const origin of origins) cosigned.add(origin);
  };
  // A witness that was killed before it had written the name down.
  remember(...[...last.values()].map(({ checkpoint }) => checkpoint.origin));
  const refused = new Set(names.filter((name) => REFUSED.test(name)));
  const countOf = (origin: string, kind: Kind): number =>
    [...refused].filter((name) => name.startsWith(`${originHash(origin)}.${kind}-`)).length;
  /** Of all checkpoints of a size that the log signed and that are kept. */
  const rootsOf = (hash: string, size: number): string[] => {
    const kept = last.get(hash)?.checkpoint;
    const roots = [...refused].flatMap((name) => {
      const [, log, , itsSize, root = ''] = REFUSED.exec(name) ?? [];
      return log === hash && itsSize === String(size) ? [root] : [];
    });
    return kept?.size === size ? [...roots, digitsOf(kept.root)] : roots;
  };

  return {
    last,
    keep(note) {
      const kept = keptNoteOf(note, key);
      const hash = originHash(kept.checkpoint.origin);
      // The name comes second: a note that is named was there.
      replaceText(directory, `${hash}.note`, note);
      remember(kept.checkpoint.origin);
      last.set(hash, kept);
    },
    keepRefused(note) {
      const checkpoint = parseCheckpoint(parseNote(note).text);
      const { origin, size, root } = checkpoint;
      const [hash, digits] = [originHash(origin), digitsOf(root)];
      const isContradiction = rootsOf(hash, size).some((each) => each !== digits);
      const nameOf = (kind: Kind): string => `${hash}.${kind}-${size}-${digits}`;
      const kind = isContradiction ? 'contradicts' : 'refused';
      const kept = KINDS.map(nameOf).find((name) => refused.has(name));
      const hasRoom = countOf(origin, kind) < MAX_REFUSED_KEPT;
      if (kept === undefined && hasRoom) {
        replaceText(directory, nameOf(kind), note);
        refused.add(nameOf(kind));
      }
      return { checkpoint, isContradiction, file: kept ?? (hasRoom ? nameOf(kind) : null) };
    },
    refused: (origin) => ({ contradicting: countOf(origin, 'contradicts'), unproven: countOf(origin, 'refused') }),
  };
}

const KINDS = ['contradicts', 'refused'] as const;
type Kind = (typeof KINDS)[number];

function digitsOf(root: Buffer): string {
  return root.toString('hex').slice(0, ROOT_DIGITS);
}

/**
 * The name under which a key cosigned what is kept in a directory; null where it has cosigned nothing.
 *
 * @throws DamagedWitness where a note that must tell it is gone, or none that this key cosigned
 */
export function cosignerName(directory: string, publicKey: Buffer): string | null {
  const names = readdirSync(directory).filter((name) => KEPT.test(name));
  for (const origin of cosignedLogs(directory)) {
    const name = `${originHash(origin)}.note`;
    if (!names.includes(name)) throw lostNote(join(directory, name), origin);
  }
  const [name] = names;
  return name === undefined ? null : cosignerOf(directory, name, publicKey);
}

function cosignerOf(directory: string, name: string, publicKey: Buffer): string {
  let note: Note;
  try {
    note = parseNote(readText(directory, name) ?? '');
  } catch (error) {
    if (error instanceof InvalidNote) throw new DamagedWitness(join(directory, name), error.message);
    throw error;
  }
  const own = note.signatures.find((each) => each.id === keyIdOf(each.name, 'cosignature', publicKey));
  if (own === undefined) throw new DamagedWitness(join(directory, name), 'the key of this witness did not cosign it');
  return own.name;
}

function cosignedLogs(directory: string): string[] {
  const text = readText(directory, COSIGNED_LOGS) ?? '';
  if (text !== '' && !text.endsWith('\n')) throw new DamagedWitness(join(directory, COSIGNED_LOGS), 'it is cut off');
  return text.split('\n').filter((origin) => origin !== '');
}

function lostNote(file: string, origin: string): DamagedWitness {
  const remedy =
    'begin a new one in an empty directory, or put there the last checkpoint that it cosigned of that log, ' +
    'which nobody but the log and the parties have (docs/witness.md)';
  return new DamagedWitness(file, `it is gone, and this witness has cosigned ${origin}`, remedy);
}

function readKept(directory: string, name: string, hash: string, key: VerifierKey): KeptNote {
  const file = join(directory, name);
  let kept: KeptNote;
  try {
    kept = keptNoteOf(readText(directory, name) ?? '', key);
  } catch (error) {
    if (error instanceof InvalidNote) throw new DamagedWitness(file, error.message);
    throw error;
  }
  if (originHash(kept.checkpoint.origin) !== hash) throw new DamagedWitness(file, 'it is about another log');
  return kept;
}

/** @throws InvalidNote where the note is none that this witness cosigned */
function keptNoteOf(text: string, key: VerifierKey): KeptNote {
  const note = parseNote(text);
  const [cosignature] = cosignaturesOf(note, [key]);
  if (cosignature === undefined) throw new InvalidNote(`${key.name} did not cosign it`);
  return { checkpoint: parseCheckpoint(note.text), timestamp: cosignature.timestamp, note: text };
}
