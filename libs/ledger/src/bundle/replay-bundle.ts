import type { EventStore, EventToAppend, JsonObject } from '@app/event-store';
import {
  formatVerifierKey,
  InvalidNote,
  leafHash,
  MerkleTree,
  parseCheckpoint,
  parseNote,
  verifierKey,
} from '@app/integrity';
import { Problem } from '../problems';
import type { Envelope } from '../entry/entry';
import { eventTypeOf } from '../entry/event-type';
import { streamOf } from '../entry/read';
import { eventIdOf } from '../entry/write';
import { IMPORT_CHUNK_BYTES, IMPORT_CHUNK_ENTRIES } from '../journal/limits';
import { checkpointFiles, isLater, unlessDamaged, type CheckpointFiles } from '../log/checkpoint-files';
import { publicKeys } from '../log/key-files';
import { knownBeside } from '../log/break-in';
import { leafOf } from '../log/log-trees';
import { incarnationOf, isSameLog } from '../log/origin';
import { assertVouched, currentOrigin, goOn, ownCheckpoint, takeOver, withBroken } from '../log/recover';
import { InvalidInput, verifyBundle, type BundleFiles, type Verdict } from '../verifier';
import { Findings } from '../verifier/finding';
import { FILE } from '../verifier/manifest';
import { linesIn, type ErasedPayload, type PayloadLine } from '../verifier/payloads';
import { readLeaves } from '../verifier/tree';
import { readBundle } from './archive';

/**
 * Brings back what a ledger lost at its end from a bundle that a party holds: the entries behind those that are still
 * there, as they were. Whatever is in the bundle must have been signed by this log.
 *
 * @returns how many entries came back
 * @throws Problem `not-allowed-now` where the ledger is not read-only or a server signs it, `invalid-parameter` where
 * the bundle does not prove what it holds or does not go on from what is here, `read-only` where entries are still
 * missing
 */
export async function replayBundle(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  path: string,
  nowMs: number,
): Promise<number> {
  return withBroken(store, dataDirectory, relationship, nowMs, async () => {
    const files = filesOf(path);
    const origin = originIn(files, await currentOrigin(store, dataDirectory, relationship));
    const proven = provenBundle(files, dataDirectory, relationship, origin);
    const leaves = readLeaves(files, proven.entries, new Findings()) as readonly Buffer[];
    const here = await agreeing(store, relationship, leaves);
    assertWords(proven.payloads?.erased ?? [], here);
    const missing = leaves.slice(here);
    const checkpoints = checkpointFiles(dataDirectory);
    assertOfOneLog({ tree: MerkleTree.of(Buffer.concat(leaves.map(leafHash))), origin }, checkpoints, relationship);
    const last = unlessDamaged(() => checkpoints.last(relationship));
    const next = ownCheckpoint(noteIn(files), origin, dataDirectory, nowMs);
    if (last === null) await assertVouched(store, dataDirectory, relationship, next);
    const payloads = payloadsOf(files);
    let chunk: EventToAppend[] = [];
    let bytes = 0;
    let revision = leaves.length - missing.length - 1;
    const append = async (): Promise<void> => {
      if (chunk.length === 0) return;
      await store.append(streamOf(relationship), revision === -1 ? 'no-stream' : revision, chunk);
      revision += chunk.length;
      chunk = [];
      bytes = 0;
    };
    for (const leaf of missing) {
      const event = eventOf(leaf.toString('utf8'), payloads);
      if (chunk.length === IMPORT_CHUNK_ENTRIES || bytes + event.bytes > IMPORT_CHUNK_BYTES) await append();
      chunk.push(event.event);
      bytes += event.bytes;
    }
    await append();
    if (last === null) takeOver(checkpoints, relationship, next);
    else if (isLater(next, last)) checkpoints.replace([{ relationship, before: last, next }]);
    await goOn(store, dataDirectory, relationship, nowMs);
    return missing.length;
  });
}

function filesOf(path: string): BundleFiles {
  try {
    return readBundle(path);
  } catch (error) {
    if (error instanceof InvalidInput) throw new Problem('invalid-parameter', error.message, 'bundle');
    throw error;
  }
}

function noteIn(files: BundleFiles): string {
  return files.get(FILE.checkpoint)?.toString('utf8') ?? '';
}

/** Of its checkpoint, where that is of an incarnation after the one that is known here: its entries declare the breaks. */
function originIn(files: BundleFiles, current: string): string {
  try {
    const { origin } = parseCheckpoint(parseNote(noteIn(files)).text);
    return isSameLog(origin, current) && incarnationOf(origin) > incarnationOf(current) ? origin : current;
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    // What is wrong with it is said when all of the bundle is verified.
    return current;
  }
}

/** Held against the keys of this log alone: whether witnesses saw it adds nothing to what it signed itself. */
function provenBundle(files: BundleFiles, dataDirectory: string, relationship: string, origin: string): Verdict {
  const logs = publicKeys(dataDirectory).map(
    (key) => `log ${formatVerifierKey(verifierKey(origin, 'ed25519', key))}\n`,
  );
  const text = `${logs.join('')}quorum none\n`;
  const verdict = verifyBundle(files, { policy: { name: 'the policy of this ledger', text } });
  const { valid, firstBad, payloads, policyMayBeOlder } = verdict;
  const refuse = (why: string): never => {
    throw new Problem('invalid-parameter', `bundle: ${why}`, 'bundle');
  };
  if (![null, relationship].includes(verdict.relationship)) refuse(`it is of ${verdict.relationship ?? ''}`);
  if (policyMayBeOlder) {
    const keys = 'bring private/signing-key and private/retired-keys of after that back first';
    refuse(`it is signed with a key that is not here; ${keys} (${firstBad?.reason ?? ''})`);
  }
  if (!valid) refuse(`it does not prove what it holds: ${firstBad?.reason ?? verdict.outcome}`);
  if (payloads !== null && payloads.withheld > 0) refuse(`it was made for a reader who may not see all of it`);
  return verdict;
}

/**
 * Nothing is brought back without its words: that they were erased is the word of whoever made the bundle, and behind such
 * an entry no other bundle could bring them. @param here entries that are there
 *
 * @throws Problem `invalid-parameter`
 */
function assertWords(erased: readonly ErasedPayload[], here: number): void {
  const wordless = erased.find(({ revision }) => revision >= here);
  if (wordless === undefined) return;
  const { revision, id, on } = wordless;
  const detail =
    `bundle: it holds entry ${revision} (${id}) without its words, erased on ${on} as it says, and nothing vouches for ` +
    'that: bring back one that holds them, or declare a break ("--declare REASON")';
  throw new Problem('invalid-parameter', detail, 'bundle');
}

/** Nothing is brought back that contradicts what else is known to have been signed. @throws Problem `invalid-parameter` */
function assertOfOneLog(
  { tree, origin }: { readonly tree: MerkleTree; readonly origin: string },
  checkpoints: CheckpointFiles,
  relationship: string,
): void {
  const last = unlessDamaged(() => checkpoints.last(relationship));
  const { shown, cosigned } = knownBeside(checkpoints, relationship);
  for (const known of [last, cosigned, ...shown].map((each) => each?.checkpoint)) {
    // What was signed before a break that the bundle declares need not be in it.
    if (known === undefined || incarnationOf(known.origin) < incarnationOf(origin)) continue;
    if (known.size > tree.size || tree.root(known.size).equals(known.root)) continue;
    const detail =
      `bundle: it is not of the log of which a checkpoint of ${known.size} entries is known here: two histories were ` +
      'signed, and only a declared break leads on';
    throw new Problem('invalid-parameter', detail, 'bundle');
  }
}

/** How many entries are here; each must be the one of the bundle. */
async function agreeing(store: EventStore, relationship: string, leaves: readonly Buffer[]): Promise<number> {
  let count = 0;
  for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) {
    const leaf = leaves[count];
    if (leaf === undefined) break;
    if (leafOf(event) !== leaf.toString('utf8')) {
      const detail = `bundle: entry ${count} here is another than in the bundle, and only a lost end can be brought back: restore a backup of before it first`;
      throw new Problem('invalid-parameter', detail, 'bundle');
    }
    count += 1;
  }
  return count;
}

/** By revision, the metadata of each event. The verifier has looked at every line. */
function payloadsOf(files: BundleFiles): ReadonlyMap<number, JsonObject> {
  const payloads = new Map<number, JsonObject>();
  for (const line of linesIn(files.get(FILE.payloads) ?? Buffer.alloc(0))) {
    const { revision, ...metadata } = JSON.parse(line.toString('utf8')) as PayloadLine;
    payloads.set(revision, metadata as unknown as JsonObject);
  }
  return payloads;
}

function eventOf(
  text: string,
  payloads: ReadonlyMap<number, JsonObject>,
): { readonly event: EventToAppend; readonly bytes: number } {
  const envelope = JSON.parse(text) as Envelope;
  const metadata = payloads.get(envelope.revision) ?? {};
  const json = { data: text, metadata: JSON.stringify(metadata) };
  return {
    event: {
      id: envelope.imported ? eventIdOf(envelope) : envelope.id,
      type: eventTypeOf(envelope.kind),
      data: envelope as unknown as JsonObject,
      metadata,
      json,
    },
    bytes: Buffer.byteLength(json.data) + Buffer.byteLength(json.metadata),
  };
}
