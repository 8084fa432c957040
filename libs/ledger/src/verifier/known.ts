import {
  InvalidNote,
  parseCheckpoint,
  parseNote,
  signersOf,
  verifierKey,
  type Checkpoint,
  type MerkleTree,
  type Note,
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
  /** Public keys that signed for this log at any time. */
  readonly keys: readonly Buffer[];
  /** Null where the entries are not those of the checkpoint. */
  readonly tree: MerkleTree | null;
  readonly breaks: readonly DeclaredBreak[];
}

/**
 * Holds the bundle against a checkpoint that its reader kept.
 *
 * @returns what the reader must know of one that does not contradict it; null where there is nothing to say
 * @throws InvalidInput where that file is no checkpoint, or a damaged one
 */
export function checkKnown(
  { name, text }: OwnFile,
  { checkpoint, keys, tree, breaks }: Signed,
  findings: Findings,
): string | null {
  let note: Note;
  let known: Checkpoint;
  let isOurs: boolean;
  try {
    note = parseNote(text);
    known = parseCheckpoint(note.text);
    const named = keys.map((key) => verifierKey(known.origin, 'ed25519', key));
    isOurs = signersOf(note, named).length > 0;
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw new InvalidInput(name, `it is no signed checkpoint: ${error.message}`);
  }
  const { size } = checkpoint;
  const find = (fault: 'fork' | 'incomplete', reason: string): null => {
    findings.add(fault, name, reason);
    return null;
  };
  const fork = (reason: string): null => find('fork', reason);
  const after = breakAfter(breaks, known);
  if (!isSameLog(known.origin, checkpoint.origin)) {
    return fork(`it is of the log ${known.origin}, and the bundle of ${checkpoint.origin}`);
  }
  if (!isOurs)
    return fork('it is signed by another key than the bundle, and no entry of the bundle says that it was replaced');
  if (known.size > size) {
    if (after !== undefined) return fork(beforeBreakText(known, after, false));
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
    return agrees ? `${name}: ${reason}` : fork(reason);
  }
  if (agrees) return null;
  if (incarnationOf(known.origin) > incarnationOf(checkpoint.origin)) {
    return fork(`it is of ${known.origin}, and the bundle of before that log was begun anew: ask for a newer bundle`);
  }
  return fork(`the first ${known.size} entries were others when it was signed: two histories were signed`);
}
