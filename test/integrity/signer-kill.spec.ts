import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore } from '@app/event-store';
import {
  checkConsistency,
  consistencyProof,
  HASH_BYTES,
  isSigned,
  judge,
  leafHashOfText,
  MerkleTree,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  type Checkpoint,
} from '@app/integrity';
import { checkpointFiles, importJournal, policyOf, streamOf, verifyLedger, type CheckpointFiles } from '@app/ledger';
import { leafFiles } from '../../libs/ledger/src/log/leaf-files';
import { leafOf } from '../../libs/ledger/src/log/log-trees';
import { readOnlyMarks } from '../../libs/ledger/src/log/read-only-marks';
import { environment } from '../e2e/cli';
import { randomOf, type Random } from './tampering';

/** More with `SIGNER_KILLS`; the same moments again, as far as a machine can, with `SIGNER_KILL_SEED`. */
const KILLS = Number(process.env['SIGNER_KILLS'] ?? 16);
const SEED = Number(process.env['SIGNER_KILL_SEED'] ?? 20261129);
/** Signers that are killed at the same time, each of a directory of its own. */
const DIRECTORIES = 4;
const RELATIONSHIPS = ['r-1', 'r-2', 'r-3', 'r-4', 'r-5', 'r-6'];
const MOST_LINES_A_LIFE = 3;
/** A signer that has begun a round has mostly ended it by then. */
const LONGEST_ROUND_MS = 6;
/** A signer that was started has mostly signed by then. */
const LONGEST_LIFE_MS = 900;
/** One that has not has hung. */
const LIFE_TIMEOUT_MS = 60_000;
/** As `npm test` builds it. */
const SIGNER = join(__dirname, '..', '..', 'dist', 'test', 'integrity', 'signer.process.js');

jest.setTimeout(30 * 60_000);

const started = new Set<ChildProcess>();
const places: string[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  for (const place of places) rmSync(place, { recursive: true });
});

/** What one signer signs, killed or not, is kept in a file of its own. */
function startSigner({ directory }: SignedLog, life: number): ChildProcess {
  const signatures = signaturesIn(directory);
  mkdirSync(signatures, { recursive: true });
  const child = spawn(process.execPath, [SIGNER, directory, join(signatures, String(life))], {
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

function signaturesIn(directory: string): string {
  return join(directory, 'signatures');
}

/** Everything that its signers ever signed, shown to anybody or not, in the order in which it was signed. */
function everSigned({ directory }: SignedLog): readonly (readonly [text: string, signature: string])[] {
  const folder = signaturesIn(directory);
  const lives = readdirSync(folder).sort((a, b) => Number(a) - Number(b));
  return lives.flatMap((life) => {
    // What stands behind the last newline was killed before anybody had it.
    const lines = readFileSync(join(folder, life), 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as [string, string]);
  });
}

/** A log that somebody writes to while its signer is killed again and again, and what was seen of it meanwhile. */
interface SignedLog {
  readonly directory: string;
  readonly store: EventStore;
  /** The same all the time: it looks at the signature of each note once. */
  readonly files: CheckpointFiles;
  readonly random: Random;
  /** The signed notes, by relationship, in the order in which they were seen. */
  readonly published: ReadonlyMap<string, string[]>;
  /** Entries of each relationship. */
  size: number;
}

/** Some entries in every relationship. */
async function write(log: SignedLog): Promise<void> {
  const count = 1 + Math.floor(log.random() * MOST_LINES_A_LIFE);
  const line = { kind: 'note.logged', effective: '2026-05-01', party: 'client' };
  const lines = RELATIONSHIPS.flatMap((relationship) =>
    Array.from({ length: count }, (_, index) =>
      JSON.stringify({ ...line, relationship, id: `e-${log.size + index}`, text: `entry ${log.random()}` }),
    ),
  );
  const source = (): Readable => Readable.from([Buffer.from(`${lines.join('\n')}\n`)]);
  await importJournal(log.store, source, { format: 'journal', nowMs: Date.now() });
  log.size += count;
}

/** Reads what is published now; answers whether any of it is new. */
function look({ files, published }: SignedLog): boolean {
  let isNew = false;
  for (const [relationship, notes] of published) {
    const note = files.last(relationship)?.note;
    if (note === undefined || note === notes.at(-1)) continue;
    notes.push(note);
    isNew = true;
  }
  return isNew;
}

/** Files of checkpoints that are being written, or were when the signer was killed. */
function unfinished({ directory }: SignedLog): string[] {
  const folder = join(directory, 'private', 'checkpoints');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (name.endsWith('.unfinished') ? [join(folder, name)] : []));
}

/** How many relationships are signed to their end, and of how many the leaves are written and the checkpoint is not. */
function state({ directory, files, size }: SignedLog): { readonly whole: number; readonly ahead: number } {
  const leaves = leafFiles(directory);
  const sizes = RELATIONSHIPS.map((relationship) => ({
    signed: files.last(relationship)?.checkpoint.size ?? 0,
    kept: leaves.read(relationship, size).length / HASH_BYTES,
  }));
  return {
    whole: sizes.filter(({ signed }) => signed === size).length,
    ahead: sizes.filter(({ signed, kept }) => kept > signed).length,
  };
}

/** Looks at what a signer publishes until it has ended; answers how it ended. */
async function follow(
  log: SignedLog,
  signer: ChildProcess,
  onSigning: () => void = () => undefined,
): Promise<NodeJS.Signals | number | null> {
  const ended = once(signer, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const timer = setTimeout(() => signer.kill('SIGABRT'), LIFE_TIMEOUT_MS);
  while (signer.exitCode === null && signer.signalCode === null) {
    if (look(log) || unfinished(log).length > 0) onSigning();
    await new Promise((resolve) => setImmediate(resolve));
  }
  clearTimeout(timer);
  look(log);
  const [exitCode, signal] = await ended;
  return signal ?? exitCode;
}

describe(`a signer that is killed ${KILLS} times (SIGNER_KILL_SEED=${SEED})`, () => {
  it('never signs two checkpoints of which one does not follow from the other', async () => {
    let cut = 0;
    const lives = async (number: number): Promise<void> => {
      const directory = mkdtempSync(join(tmpdir(), 'ledger-signer-'));
      places.push(directory);
      const published = new Map(RELATIONSHIPS.map((relationship): [string, string[]] => [relationship, []]));
      const store = await openEventStore({ kind: 'sqlite', directory });
      const files = checkpointFiles(directory);
      const log: SignedLog = { directory, store, files, random: randomOf(SEED + number), published, size: 0 };
      try {
        for (let life = number; life < KILLS; life += DIRECTORIES) {
          await write(log);
          // What the kill before left would be taken for what this signer writes.
          for (const file of unfinished(log)) rmSync(file);
          const signer = startSigner(log, life);
          let timer: NodeJS.Timeout | undefined;
          const killWithin = (mostMs: number): void => {
            timer ??= setTimeout(() => signer.kill('SIGKILL'), log.random() * mostMs);
          };
          // One in four is killed at any moment of its life, the others while they sign.
          if (life % 16 >= 12) killWithin(LONGEST_LIFE_MS);
          expect(await follow(log, signer, () => killWithin(LONGEST_ROUND_MS))).toBe('SIGKILL');
          const { whole, ahead } = state(log);
          if (unfinished(log).length > 0 || ahead > 0 || (whole > 0 && whole < RELATIONSHIPS.length)) cut += 1;
        }
        await write(log);
        const signer = startSigner(log, KILLS + number);
        const stopWhenDone = (): void => {
          if (!signer.killed && state(log).whole === RELATIONSHIPS.length) signer.kill('SIGTERM');
        };
        expect(await follow(log, signer, stopWhenDone)).toBe(0);
        await check(log);
      } finally {
        await store.close();
      }
    };
    await Promise.all(Array.from({ length: DIRECTORIES }, (_, number) => lives(number)));
    // Kills that came when it did not sign say little.
    expect(cut).toBeGreaterThan(KILLS / 10);
  });
});

async function check(log: SignedLog): Promise<void> {
  const { directory, store, published, size } = log;
  expect(readOnlyMarks(directory).relationships()).toEqual([]);
  const signed = everSigned(log).map(([text, signature]) => ({ text, signature, checkpoint: parseCheckpoint(text) }));
  let checked = 0;
  for (const [relationship, notes] of published) {
    const tree = new MerkleTree();
    for await (const event of store.read(streamOf(relationship))) tree.append(leafHashOfText(leafOf(event)));
    const policy = parsePolicy(policyOf(directory, relationship));
    const [key] = policy.logs.map((each) => each.key);
    const own = signed.filter(({ checkpoint }) => checkpoint.origin === key?.name);
    for (const { text, signature } of own) {
      expect(isSigned(key?.publicKey ?? Buffer.alloc(0), Buffer.from(text), Buffer.from(signature, 'base64'))).toBe(
        true,
      );
    }
    checked += own.length;
    assertConsistent(
      own.map(({ checkpoint }) => checkpoint),
      tree,
    );
    const texts = new Set(own.map(({ text }) => text));
    for (const note of notes) {
      judge(parseNote(note), policy);
      expect(texts).toContain(parseNote(note).text);
    }
    expect(own.at(-1)?.checkpoint.size).toBe(size);
    const leaves = new MerkleTree();
    const hashes = leafFiles(directory).read(relationship, size);
    for (let at = 0; at < hashes.length; at += HASH_BYTES) leaves.append(hashes.subarray(at, at + HASH_BYTES));
    expect([leaves.size, leaves.root()]).toEqual([size, tree.root()]);
  }
  // Nothing was signed of which nobody knows what it is.
  expect(checked).toBe(signed.length);
  expect(await verifyLedger(store, { dataDirectory: directory })).toMatchObject({
    valid: true,
    entries: size * RELATIONSHIPS.length,
    signed: RELATIONSHIPS.length,
  });
}

/** Each of all pairs: the smaller is the beginning of the larger, and none was signed after a larger one. */
function assertConsistent(checkpoints: readonly Checkpoint[], tree: MerkleTree): void {
  checkpoints.forEach((later, index) => {
    for (const earlier of new Map(checkpoints.slice(0, index).map((each) => [keyOf(each), each])).values()) {
      const proof = consistencyProof(tree, earlier.size, later.size);
      checkConsistency(earlier.size, later.size, earlier.root, later.root, proof);
    }
  });
}

function keyOf({ size, root }: Checkpoint): string {
  return `${size} ${root.toString('hex')}`;
}
