import {
  checkInclusion,
  formatTlogProof,
  inclusionProof,
  InvalidNote,
  InvalidProof,
  judge,
  parseCheckpoint,
  leafHash,
  parseNote,
  parseTlogProof,
  type Judged,
  type MerkleTree,
  type Note,
  type Policy,
} from '@app/integrity';
import type { Envelope } from '../entry/entry';
import { ID_PATTERN } from '../entry/limits';
import { envelopeIn } from '../verifier/entries';
import { fieldOf } from '../verifier/manifest';
import { replacedText } from '../verifier/succession';
import type { SignedCheckpoint } from './checkpoint-files';
import { isOriginOf, isSameLog } from './origin';

/**
 * A receipt (C2SP tlog-proof): that the entry at a revision is in the log, under a checkpoint. Its extra data is the
 * leaf itself, so that the receipt says what it is of.
 */
export function receiptOf(tree: MerkleTree, last: SignedCheckpoint, revision: number, leaf: Buffer): string {
  const { size } = last.checkpoint;
  return formatTlogProof({
    extra: leaf,
    index: revision,
    hashes: inclusionProof(tree, revision, size),
    checkpoint: last.note,
  });
}

/**
 * The relationship that a receipt says it is of: which policy to hold it against, and nothing more.
 *
 * @throws InvalidReceipt
 */
export function relationshipOfReceipt(text: string): string {
  return reading(() => {
    const { extra } = parseTlogProof(text);
    const relationship = extra === null ? null : fieldOf(JSON.parse(extra.toString('utf8')), 'relationship');
    if (typeof relationship !== 'string' || !ID_PATTERN.test(relationship))
      throw new InvalidReceipt('it does not say what it is of');
    return relationship;
  });
}

function reading<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidNote || error instanceof InvalidProof || error instanceof SyntaxError) {
      throw new InvalidReceipt(error.message);
    }
    throw error;
  }
}

/** What a receipt shows. */
export interface CheckedReceipt {
  /** Of the entry that it is of. */
  readonly envelope: Envelope;
  readonly index: number;
  readonly origin: string;
  /** Entries under the checkpoint. */
  readonly size: number;
  /** Names of the witnesses that saw it, and of those of the policy that did not. */
  readonly witnesses: readonly string[];
  readonly missing: readonly string[];
  /** Enough of them did, by the policy. */
  readonly quorum: boolean;
  /** What is to be known where only a key signed it that was replaced since; null where the current one did. */
  readonly caveat: string | null;
}

/** The receipt does not hold. */
export class InvalidReceipt extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'InvalidReceipt';
  }
}

/**
 * Checks a receipt against a policy that whoever checks brings along: the log's name and key are never taken from the
 * receipt itself.
 *
 * @throws InvalidReceipt
 */
export function checkReceipt(text: string, policy: Policy): CheckedReceipt {
  return reading(() => {
    const { extra, index, hashes, checkpoint: note } = parseTlogProof(text);
    if (extra === null) throw new InvalidReceipt('it does not say what it is of');
    const signed = judged(parseNote(note), policy);
    const { checkpoint, cosignatures, quorum } = signed;
    checkInclusion(index, checkpoint.size, leafHash(extra), hashes, checkpoint.root);
    const envelope = envelopeIn(extra);
    if (typeof envelope === 'string') throw new InvalidReceipt(`what it proves is no entry: ${envelope}`);
    if (envelope.revision !== index) throw new InvalidReceipt(`its entry belongs to revision ${envelope.revision}`);
    const { origin, size } = checkpoint;
    if (!isOriginOf(envelope.relationship, origin)) {
      throw new InvalidReceipt(`its entry belongs to ${envelope.relationship}, its checkpoint to ${origin}`);
    }
    const caveat = replacedText(signed, policy, size === index + 1 ? envelope : undefined);
    const missing = policy.witnesses.map(({ name }) => name).filter((name) => !cosignatures.has(name));
    return { envelope, index, origin, size, witnesses: [...cosignatures.keys()], missing, quorum, caveat };
  });
}

/** As `judge` does; a policy that knows the log, and none who signed, may be an old one. */
function judged(note: Note, policy: Policy): Judged {
  try {
    return judge(note, policy);
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    const { origin } = parseCheckpoint(note.text);
    const keys = policy.logs.map(({ key }) => key).filter(({ name }) => isSameLog(name, origin));
    const isSigned = note.signatures.some(({ name, id }) => keys.some((key) => key.name === name && key.id === id));
    if (keys.length === 0 || isSigned) throw error;
    const detail =
      'after a rotation of its key, or a declared break, the policy has to be taken anew ("ledger policy")';
    throw new InvalidReceipt(`${error.message}; ${detail}`);
  }
}
