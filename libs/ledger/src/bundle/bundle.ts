import type { EventStore, RecordedEvent } from '@app/event-store';
import {
  entryBundle,
  formatTilePath,
  formatVerifierKey,
  hashTile,
  judge,
  leafHash,
  MerkleTree,
  parseNote,
  parsePolicy,
  TILE_WIDTH,
  tilesOf,
} from '@app/integrity';
import { envelopeFact } from '../entry/envelope-fact';
import { envelopeOf, streamOf } from '../entry/read';
import { breakIn } from '../log/break-in';
import type { SignedCheckpoint } from '../log/checkpoint-files';
import { leafOf } from '../log/log-trees';
import { readOnlyProblem } from '../log/read-only-marks';
import { receiptOf } from '../log/receipt';
import { dayOf, formatDay } from '../scoring/days';
import { factorSetsOf, scoresOf } from '../verifier/derived';
import { keysOf } from '../verifier/keys';
import {
  BUNDLE_FORMAT,
  bundleJson,
  FILE,
  sha256Hex,
  TILES,
  type BundleFiles,
  type Manifest,
} from '../verifier/manifest';
import type { PayloadLine } from '../verifier/payloads';
import { proofFile } from '../verifier/proofs';
import { guideOf } from './guide';
import { MAX_BUNDLE_RECEIPTS } from './limits';

export interface BundleOptions {
  readonly relationship: string;
  /** The checkpoint under which the bundle stands; entries after it are left out. */
  readonly signed: SignedCheckpoint;
  /** C2SP tlog-policy: the keys of the log, the current one first, its witnesses and their quorum. */
  readonly policy: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number;
  /** The text of the verifier that goes with it. */
  readonly verifier: string;
}

/**
 * Everything that proves the record of a relationship to somebody who has nothing else, file by file, in the order in
 * which they are packed. The same log gives the same bytes on the same day.
 *
 * @throws Problem `read-only` where the log is not the one that was signed
 */
export async function bundleOf(store: EventStore, options: BundleOptions): Promise<BundleFiles> {
  const { relationship, signed, policy, nowMs, verifier } = options;
  const { size, origin } = signed.checkpoint;
  const events = await eventsOf(store, relationship, size);
  const leaves = events.map((event) => Buffer.from(leafOf(event)));
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  // A bundle of a log that was changed since would prove nothing to anybody.
  const broken = breakIn(tree, signed);
  if (broken !== null) throw readOnlyProblem(relationship, broken);
  const envelopes = events.map(envelopeOf);
  const key = signerOf(signed, policy);
  const lines = events.flatMap((event) => lineOf(event) ?? []);
  const erased = lines.filter((line) => 'erased' in line).length;
  const made = formatDay(dayOf(nowMs));
  const facts = envelopes.map((envelope) => envelopeFact(envelope));
  const files = new Map<string, Buffer>([
    [FILE.guide, Buffer.from(guideOf({ relationship, origin, key, entries: size, hasReceipts: hasReceipts(size) }))],
    [FILE.checkpoint, Buffer.from(signed.note)],
    [FILE.policy, Buffer.from(policy)],
    [FILE.keys, bundleJson(keysOf(envelopes, key))],
    [FILE.factorSets, bundleJson(factorSetsOf(envelopes))],
    [FILE.scores, bundleJson(scoresOf(relationship, facts, made))],
    // All of them together may be more than one string can hold.
    [FILE.payloads, Buffer.concat(lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`)))],
    ...proofFiles(tree, leaves, signed),
  ]);
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    relationship,
    made,
    entries: size,
    payloads: size - erased,
    erased,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256Hex(bytes)])),
  };
  return new Map([[FILE.manifest, bundleJson(manifest)], [FILE.verifier, Buffer.from(verifier)], ...files]);
}

/** The key that signed the checkpoint. @throws InvalidNote where none of the policy did */
function signerOf({ note }: SignedCheckpoint, policy: string): string {
  return judge(parseNote(note), parsePolicy(policy)).signers.map(formatVerifierKey)[0] ?? '';
}

async function eventsOf(store: EventStore, relationship: string, size: number): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(streamOf(relationship))) {
    if (events.length === size) break;
    events.push(event);
  }
  return events;
}

/** Null where the store has neither the payload nor the day on which it was erased: the verifier says that it is missing. */
function lineOf({ revision, metadata }: RecordedEvent): PayloadLine | null {
  const { payload, salt, signedBody, erased } = metadata;
  if (payload !== undefined && typeof salt === 'string') {
    return { revision, payload, salt, ...(typeof signedBody === 'string' && { signedBody }) };
  }
  return typeof erased === 'string' ? { revision, erased } : null;
}

function hasReceipts(size: number): boolean {
  return size <= MAX_BUNDLE_RECEIPTS;
}

/** Tiles (C2SP tlog-tiles) and receipts (C2SP tlog-proof). */
function proofFiles(tree: MerkleTree, leaves: readonly Buffer[], signed: SignedCheckpoint): [string, Buffer][] {
  const tiles = tilesOf(signed.checkpoint.size).map((tile): [string, Buffer] => {
    const { level, index, width } = tile;
    const start = index * TILE_WIDTH;
    const bytes =
      level === 'entries' ? entryBundle(leaves.slice(start, start + width)) : hashTile(tree, level, index, width);
    return [TILES + formatTilePath(tile), bytes];
  });
  if (!hasReceipts(leaves.length)) return tiles;
  const proofs = leaves.map((leaf, revision): [string, Buffer] => [
    proofFile(revision),
    Buffer.from(receiptOf(tree, signed, revision, leaf)),
  ]);
  return [...tiles, ...proofs];
}
