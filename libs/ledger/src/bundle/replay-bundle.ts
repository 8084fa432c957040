import type { EventStore, EventToAppend, JsonObject } from '@app/event-store';
import {
  formatVerifierKey,
  InvalidNote,
  InvalidPolicy,
  leafHash,
  MerkleTree,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseVerifierKey,
  verifierKey,
  type VerifierKey,
} from '@app/integrity';
import { Problem } from '../problems';
import type { Envelope } from '../entry/entry';
import { eventTypeOf } from '../entry/event-type';
import { streamOf } from '../entry/read';
import { eventIdOf } from '../entry/write';
import { IMPORT_CHUNK_BYTES, IMPORT_CHUNK_ENTRIES } from '../journal/limits';
import { checkpointFiles, isLater, unlessDamaged, type CheckpointFiles } from '../log/checkpoint-files';
import { isKeyReplaced, keepNewerKey, publicKeys } from '../log/key-files';
import { knownBeside } from '../log/break-in';
import { leafOf } from '../log/log-trees';
import { incarnationOf, isSameLog } from '../log/origin';
import { isSignedBy } from '../log/signed-by';
import { whileNobodySigns } from '../log/sign-log';
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
 * @param policy where the bundle is signed with a key that came after the one here: a policy that a party pinned of the log
 * since, which names it. Nothing is signed afterwards before that key is here, or replaced as one that is lost
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
  policy?: string,
): Promise<number> {
  const files = filesOf(path);
  const [newer = null, ...replaced] = newerKeysOf(files, dataDirectory, relationship, policy);
  const keys = (): readonly Buffer[] => [...publicKeys(dataDirectory), ...(newer === null ? [] : [newer])];
  const bring = async (): Promise<number> => {
    const origin = originIn(files, await currentOrigin(store, dataDirectory, relationship));
    const proven = provenBundle(files, keys(), relationship, origin);
    const leaves = readLeaves(files, proven.entries, new Findings()) as readonly Buffer[];
    const here = await agreeing(store, relationship, leaves);
    assertWords(proven.payloads?.erased ?? [], here);
    const missing = leaves.slice(here);
    const checkpoints = checkpointFiles(dataDirectory);
    const tree = MerkleTree.of(Buffer.concat(leaves.map(leafHash)));
    assertOfOneLog({ tree, origin, newer }, checkpoints, relationship);
    const last = unlessDamaged(() => checkpoints.last(relationship));
    const next = ownCheckpoint(noteIn(files), origin, dataDirectory, nowMs, keys());
    if (last === null) await assertVouched(store, dataDirectory, relationship, next);
    if (newer !== null) keepNewerKey(dataDirectory, newer, replaced);
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
    // Nothing can be signed with a key that was replaced; what the ledger is marked with stays until another is here.
    if (!isKeyReplaced(dataDirectory)) await goOn(store, dataDirectory, relationship, nowMs);
    return missing.length;
  };
  // Nor is anything compared by signing it.
  if (newer !== null || isKeyReplaced(dataDirectory)) return whileNobodySigns(dataDirectory, bring);
  return withBroken(store, dataDirectory, relationship, nowMs, bring);
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

/** Held against keys of this log alone: whether witnesses saw it adds nothing to what it signed itself. */
function verdictOf(files: BundleFiles, keys: readonly Buffer[], origin: string): Verdict {
  const logs = keys.map((key) => `log ${formatVerifierKey(verifierKey(origin, 'ed25519', key))}\n`);
  const text = `${logs.join('')}quorum none\n`;
  return verifyBundle(files, { policy: { name: 'the policy of this ledger', text } });
}

/**
 * The key that signed a bundle where it is none of those that are here, and the entries of the bundle say that it replaced
 * one of them. Anybody can write such entries behind those that are here: a policy must name it too.
 *
 * @returns that key, and the others that the policy names; none where the bundle is to be held against the keys that are here
 * @throws Problem `invalid-parameter`
 */
function newerKeysOf(
  files: BundleFiles,
  dataDirectory: string,
  relationship: string,
  policy: string | undefined,
): readonly Buffer[] {
  const last = unlessDamaged(() => checkpointFiles(dataDirectory).last(relationship));
  if (last === null) return [];
  const origin = originIn(files, last.checkpoint.origin);
  const { policyMayBeOlder, checkpoint } = verdictOf(files, publicKeys(dataDirectory), origin);
  const signers = (checkpoint?.signedBy ?? []).map((key) => parseVerifierKey(key).publicKey);
  const here = publicKeys(dataDirectory);
  if (!policyMayBeOlder || signers.length === 0 || signers.some((key) => here.some((each) => each.equals(key)))) {
    return [];
  }
  if (policy === undefined) {
    const detail =
      'bundle: it is signed with a key that is not here, which its entries name as the one that replaced that of this ' +
      'ledger: bring private of after that back first, or, where it is lost, give a policy too that a party has pinned ' +
      'since ("--policy FILE")';
    throw new Problem('invalid-parameter', detail, 'bundle');
  }
  const pinned = logKeysIn(policy).flatMap(({ name, publicKey }) => (isSameLog(name, origin) ? [publicKey] : []));
  const newer = pinned.find((key) => signers.some((signer) => signer.equals(key)));
  if (newer !== undefined) return [newer, ...pinned.filter((key) => !key.equals(newer))];
  throw new Problem('invalid-parameter', 'policy: it names no key that signed the bundle', 'policy');
}

function logKeysIn(policy: string): readonly VerifierKey[] {
  try {
    return parsePolicy(policy).logs.map(({ key }) => key);
  } catch (error) {
    if (error instanceof InvalidPolicy) throw new Problem('invalid-parameter', `policy: ${error.message}`, 'policy');
    throw error;
  }
}

function provenBundle(files: BundleFiles, keys: readonly Buffer[], relationship: string, origin: string): Verdict {
  const verdict = verdictOf(files, keys, origin);
  const { valid, firstBad, payloads, policyMayBeOlder } = verdict;
  const refuse = (why: string): never => {
    throw new Problem('invalid-parameter', `bundle: ${why}`, 'bundle');
  };
  if (![null, relationship].includes(verdict.relationship)) refuse(`it is of ${verdict.relationship ?? ''}`);
  if (policyMayBeOlder) {
    const back = 'bring private/signing-key and private/retired-keys of after that back first';
    refuse(`it is signed with a key that is not here; ${back} (${firstBad?.reason ?? ''})`);
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
  { tree, origin, newer }: { readonly tree: MerkleTree; readonly origin: string; readonly newer: Buffer | null },
  checkpoints: CheckpointFiles,
  relationship: string,
): void {
  const last = unlessDamaged(() => checkpoints.last(relationship));
  const { shown, cosigned } = knownBeside(checkpoints, relationship);
  // Of what no key that was here has signed.
  const claimed = checkpoints
    .claimed(relationship)
    .filter(({ note, checkpoint }) => newer !== null && isSignedBy(parseNote(note), checkpoint.origin, [newer]));
  for (const known of [last, cosigned, ...shown, ...claimed].map((each) => each?.checkpoint)) {
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
