import { numberAfter } from './base64';
import { parseCheckpoint, type Checkpoint } from './checkpoint';
import { checkConsistency, InvalidProof } from './merkle-proof';
import { EMPTY_ROOT } from './merkle-tree';
import { InvalidNote, parseNote, signersOf, type Note, type VerifierKey } from './note';
import { reasonOf } from './reason';
import { parseHashLines } from './tlog-proof';

/** Bytes of a request to a witness: a proof and a note. */
export const MAX_ADD_CHECKPOINT_BYTES = 131_072;

/** The body of `add-checkpoint` (C2SP tlog-witness). */
export interface AddCheckpoint {
  /** Size of the checkpoint that the witness is thought to have cosigned last. */
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  /** The signed note. */
  readonly checkpoint: string;
}

export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  const lines = [`old ${oldSize}`, ...proof.map((each) => each.toString('base64'))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** @throws InvalidNote */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  if (Buffer.byteLength(body) > MAX_ADD_CHECKPOINT_BYTES) {
    throw new InvalidNote(`a request has at most ${MAX_ADD_CHECKPOINT_BYTES} bytes`);
  }
  const end = body.indexOf('\n\n');
  if (end === -1) throw new InvalidNote('a request has an old size, a proof, an empty line and a checkpoint');
  const [oldLine, ...hashLines] = body.slice(0, end).split('\n');
  const oldSize = numberAfter('old', oldLine);
  if (oldSize === null) throw new InvalidNote(`"${String(oldLine)}" names no old size`);
  return { oldSize, proof: parseHashLines(hashLines), checkpoint: body.slice(end + 2) };
}

/** What a witness remembers of a log: the last checkpoint that it cosigned. */
export interface Witnessed {
  readonly size: number;
  readonly root: Buffer;
}

/** What a witness decides on a request, with the status that C2SP tlog-witness gives it. */
export type WitnessDecision =
  | { readonly status: 200; readonly note: Note; readonly checkpoint: Checkpoint }
  | { readonly status: 400 | 403 | 404 | 422; readonly reason: string }
  /** Another checkpoint was cosigned last; its size, for the log to prove from. */
  | { readonly status: 409; readonly size: number };

/**
 * Whether a checkpoint may be cosigned. Whoever asks stores the checkpoint, if the last one is still the same, before
 * the cosignature leaves the house.
 *
 * @param keysOf the keys that are trusted for an origin; none where the log is unknown
 * @param lastOf what was cosigned last of an origin; null where nothing was
 */
export function decideCheckpoint(
  request: AddCheckpoint,
  keysOf: (origin: string) => readonly VerifierKey[],
  lastOf: (origin: string) => Witnessed | null,
): WitnessDecision {
  let note: Note;
  let checkpoint: Checkpoint;
  try {
    note = parseNote(request.checkpoint);
    checkpoint = parseCheckpoint(note.text);
  } catch (error) {
    return { status: 400, reason: reasonOf(error, InvalidNote) };
  }
  const { origin, size, root } = checkpoint;
  const keys = keysOf(origin);
  if (keys.length === 0) return { status: 404, reason: `the log ${origin} is not known here` };
  try {
    if (signersOf(note, keys).length === 0) return { status: 403, reason: `no known key of ${origin} signed it` };
  } catch (error) {
    return { status: 403, reason: reasonOf(error, InvalidNote) };
  }
  if (request.oldSize > size)
    return { status: 400, reason: `a tree of ${size} leaves is older than ${request.oldSize}` };
  const last = lastOf(origin) ?? { size: 0, root: EMPTY_ROOT };
  if (request.oldSize !== last.size) return { status: 409, size: last.size };
  try {
    checkConsistency(last.size, size, last.root, root, request.proof);
  } catch (error) {
    return { status: 422, reason: reasonOf(error, InvalidProof) };
  }
  return { status: 200, note, checkpoint };
}
