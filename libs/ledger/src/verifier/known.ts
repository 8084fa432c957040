import {
  InvalidNote,
  parseCheckpoint,
  parseNote,
  signersOf,
  verifierKey,
  type Checkpoint,
  type MerkleTree,
} from '@app/integrity';
import { incarnationOf, isSameLog } from '../log/origin';
import { beforeBreakText, breakAfter, type DeclaredBreak } from './declared-breaks';
import type { Findings } from './finding';

/** What was given to the verifier beside the bundle cannot be used. */
export class InvalidInput extends Error {
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`${file}: ${reason}`);
    this.name = 'InvalidInput';
  }
}

/** A file that the reader brought along. */
export interface OwnFile {
  readonly name: string;
  readonly text: string;
}

/** What a bundle is held against. */
export interface Signed {
  readonly checkpoint: Checkpoint;
  /** Public keys that sign, or once signed, for this log, as far as policy and entries know them. */
  readonly keys: readonly Buffer[];
  /** Null where the entries are not those of the checkpoint. */
  readonly tree: MerkleTree | null;
  readonly breaks: readonly DeclaredBreak[];
  /** It is the log as it is now, not a copy that may be older than what the reader kept. */
  readonly isNow?: boolean;
}

/** What came of a checkpoint that a reader kept. */
export interface Compared {
  /** Whether this log signed it, so that it can be held against the bundle. */
  readonly isOurs: boolean;
  /** What the reader must know of one that does not contradict the bundle; null where there is nothing to say. */
  readonly caveat: string | null;
}

/**
 * Holds the bundle against a checkpoint that its reader kept. Only what this log signed can contradict it: anybody can
 * write a checkpoint in its name.
 *
 * @throws InvalidInput where that file is no checkpoint, a damaged one, or one of another log
 */
export function checkKnown(
  { name, text }: OwnFile,
  { checkpoint, keys, tree, breaks, isNow = false }: Signed,
  findings: Findings,
): Compared {
  const { known, isSigned } = readKnown(name, text, keys);
  if (!isSameLog(known.origin, checkpoint.origin)) {
    const reason = `it is of the log ${known.origin}, and the bundle of ${checkpoint.origin}: neither says anything of the other`;
    throw new InvalidInput(name, reason);
  }
  const { size } = checkpoint;
  const find = (fault: 'fork' | 'incomplete', reason: string): Compared => {
    findings.add(fault, name, reason);
    return { isOurs: isSigned, caveat: null };
  };
  const fork = (reason: string): Compared => find('fork', reason);
  if (!isSigned) {
    const reason =
      'no key of this log that the policy or an entry names has signed it: it shows nothing, as anybody can write one';
    return find('incomplete', reason);
  }
  const after = breakAfter(breaks, known);
  if (known.size > size) {
    if (after !== undefined) return fork(beforeBreakText(known, after, false));
    if (isNow) return fork(`it is of ${known.size} entries, and the log has ${size}: entries are missing`);
    return find(
      'incomplete',
      `it is of ${known.size} entries, and the bundle ends after ${size}: ask for a newer bundle`,
    );
  }
  const root = known.size === size ? checkpoint.root : tree?.root(known.size);
  if (root === undefined) {
    return find('incomplete', 'it cannot be compared: the entries are not those of the checkpoint');
  }
  const agrees = root.equals(known.root);
  if (after !== undefined) {
    const reason = beforeBreakText(known, after, agrees);
    return agrees ? { isOurs: true, caveat: `${name}: ${reason}` } : fork(reason);
  }
  if (agrees) return { isOurs: true, caveat: null };
  if (incarnationOf(known.origin) > incarnationOf(checkpoint.origin)) {
    return fork(`it is of ${known.origin}, and the bundle of before that log was begun anew: ask for a newer bundle`);
  }
  return fork(`the first ${known.size} entries were others when it was signed: two histories were signed`);
}

function readKnown(
  name: string,
  text: string,
  keys: readonly Buffer[],
): { readonly known: Checkpoint; readonly isSigned: boolean } {
  try {
    const note = parseNote(text);
    const known = parseCheckpoint(note.text);
    const named = keys.map((key) => verifierKey(known.origin, 'ed25519', key));
    return { known, isSigned: signersOf(note, named).length > 0 };
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw new InvalidInput(name, `it is no signed checkpoint: ${error.message}`);
  }
}
