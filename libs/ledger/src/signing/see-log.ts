import {
  checkConsistency,
  consistencyProof,
  formatTilePath,
  HASH_BYTES,
  hashesInTiles,
  InvalidNote,
  InvalidPolicy,
  InvalidProof,
  judge,
  parseNote,
  parsePolicy,
  TILE_WIDTH,
  type Checkpoint,
  type Judged,
} from '@app/integrity';
import type { CheckpointSeen } from '../entry/entry';
import { isOriginOf } from '../log/origin';
import { Problem } from '../problems';

/** What somebody has seen of the log of a relationship. */
export interface KnownLog {
  /** As it was shown first (C2SP tlog-policy). */
  readonly policy: string;
  /** The last signed checkpoint; null while there was none. */
  readonly checkpoint: string | null;
}

/** Whoever serves a log; it is not believed. */
export interface LogServer {
  /** The bytes at a path of its API, such as `/relationships/north-road/log/checkpoint`; null where nothing is there. */
  get(path: string): Promise<Uint8Array | null>;
}

/** What a log shows, held against what was seen of it before. */
export interface SeenLog {
  readonly known: KnownLog;
  /** Null where no checkpoint is signed yet. */
  readonly seen: CheckpointSeen | null;
  /** Enough witnesses have seen it too, by its policy. */
  readonly quorum: boolean;
}

/**
 * Looks at the last checkpoint of a log: it must be signed by the key that was pinned when the log was first seen, and
 * its tree must begin with the one that was seen last. The tiles that prove it are fetched, and believed only as far as
 * they lead to both roots.
 *
 * @param acceptPolicy pins another policy than the one that is known
 * @throws LogContradicted where the log is another; PolicyChanged where its policy is; Problem `not-allowed-now` where it
 * is not signed by that
 */
export async function seeLog(
  server: LogServer,
  relationship: string,
  known: KnownLog | null,
  acceptPolicy: boolean,
): Promise<SeenLog> {
  const path = `/relationships/${encodeURIComponent(relationship)}/log`;
  const policy = (await textAt(server, `${path}/policy`)) ?? '';
  if (known !== null && known.policy !== policy && !acceptPolicy) {
    const detail =
      'the log is not signed, or not witnessed, by whom it was when you first saw it; ask its operator by another way';
    throw new PolicyChanged('not-allowed-now', detail);
  }
  const before = known === null || known.checkpoint === null ? null : judged(known.checkpoint, known.policy);
  const note = await textAt(server, `${path}/checkpoint`);
  if (note === null) {
    if (before !== null) throw contradicted(before.checkpoint, 'no checkpoint at all', null);
    return { known: { policy, checkpoint: null }, seen: null, quorum: true };
  }
  const { checkpoint, quorum } = judged(note, policy);
  if (!isOriginOf(relationship, checkpoint.origin)) {
    throw new Problem(
      'not-allowed-now',
      `the server shows the log ${JSON.stringify(checkpoint.origin)}, which is another`,
    );
  }
  // A log that goes on under another name begins anew: that is what a new policy has to say.
  if (before?.checkpoint.origin === checkpoint.origin)
    await assertGoesOn(server, path, before.checkpoint, checkpoint, note);
  const seen = { size: checkpoint.size, root: checkpoint.root.toString('base64') };
  return { known: { policy, checkpoint: note }, seen, quorum };
}

async function textAt(server: LogServer, path: string): Promise<string | null> {
  const bytes = await server.get(path);
  return bytes === null ? null : Buffer.from(bytes).toString();
}

function judged(note: string, policy: string): Judged {
  try {
    return judge(parseNote(note), parsePolicy(policy));
  } catch (error) {
    if (!(error instanceof InvalidNote || error instanceof InvalidPolicy)) throw error;
    throw new Problem('not-allowed-now', `the checkpoint of the log is not to be believed: ${error.message}`);
  }
}

async function assertGoesOn(
  server: LogServer,
  path: string,
  before: Checkpoint,
  now: Checkpoint,
  note: string,
): Promise<void> {
  if (now.size < before.size) throw contradicted(before, `one of ${now.size} entries`, note);
  const tiles = new Map<string, Uint8Array>();
  for (;;) {
    let missing: string | undefined;
    const hashes = hashesInTiles((level, index) => {
      const width = Math.min(TILE_WIDTH, Math.floor(now.size / TILE_WIDTH ** level) - index * TILE_WIDTH);
      const tile = formatTilePath({ level, index, width });
      const bytes = tiles.get(tile);
      if (bytes === undefined) missing = tile;
      else if (bytes.length !== width * HASH_BYTES) throw contradicted(before, `a tile ${tile} that is cut off`, note);
      return bytes;
    });
    try {
      const proof = consistencyProof(hashes, before.size, now.size);
      return checkConsistency(before.size, now.size, before.root, now.root, proof);
    } catch (error) {
      if (error instanceof InvalidProof) {
        throw contradicted(before, `one of ${now.size} entries that does not begin with them`, note);
      }
      if (!(error instanceof RangeError) || missing === undefined) throw error;
      const bytes = await server.get(`${path}/tile/${missing}`);
      if (bytes === null) throw contradicted(before, `no tile ${missing} that belongs to it`, note);
      tiles.set(missing, bytes);
    }
  }
}

/** Whoever knows that it is right takes the new policy. */
export class PolicyChanged extends Problem {}

/** Both notes together are the proof, whoever denies it later. */
export class LogContradicted extends Problem {
  constructor(
    detail: string,
    /** The signed note that the server shows now; null where it shows none. */
    readonly note: string | null,
  ) {
    super('checkpoint-contradicted', detail);
    this.name = 'LogContradicted';
  }
}

function contradicted({ size }: Checkpoint, shown: string, note: string | null): LogContradicted {
  return new LogContradicted(`you have seen a checkpoint of ${size} entries, and the server now shows ${shown}`, note);
}
