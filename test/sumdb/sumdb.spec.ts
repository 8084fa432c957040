import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore } from '@app/event-store';
import { HASH_BYTES, parseCheckpoint, parseNote, type Checkpoint } from '@app/integrity';
import { exportBundle } from '@app/ledger';
import { describeUnless } from '@app/testing';
import { unpack } from '../e2e/verifier';
import { randomOf, type Random } from '../integrity/tampering';
import { LIVES, signedLedger, type SignedLedger } from './signed-ledger';

/** Where Debian puts Go libraries (packages golang-go, golang-golang-x-mod-dev). */
const GO_PATH = '/usr/share/gocode';
/** More with `SUMDB_LEDGERS`; the same ones again with `SUMDB_SEED`. */
const LEDGERS = Number(process.env['SUMDB_LEDGERS'] ?? 20);
const SEED = Number(process.env['SUMDB_SEED'] ?? 20261201);
/** One tile of 256 hashes, and what is just below and above one and two; the others are drawn. */
const SIZES = [1, 2, 255, 256, 257, 511, 512, 513];
const LARGEST = 700;
const MADE_IN_MS = 20 * 60_000;

function lacking(): string | undefined {
  if (spawnSync('go', ['version']).status !== 0) return 'there is no Go here (Debian: golang-go)';
  const library = join(GO_PATH, 'src/golang.org/x/mod/sumdb');
  return existsSync(library) ? undefined : 'Go’s x/mod is not here (Debian: golang-golang-x-mod-dev)';
}

/** What Go is to believe, as check.go reads it. */
interface Claim extends Pick<SignedLedger, 'key' | 'index' | 'former' | 'formerKey' | 'consistency'> {
  readonly folder: string;
}

function claimOf({ key, index, former, formerKey, consistency }: SignedLedger, folder: string): Claim {
  return { folder, key, index, former, formerKey, consistency };
}

const OTHER_ROOT = Buffer.alloc(HASH_BYTES, 7);
const OTHER_HASH = OTHER_ROOT.toString('base64');

type Forgery = (ledger: SignedLedger, random: Random, other: SignedLedger) => SignedLedger;

const checkpointOf = (note: string): Checkpoint => parseCheckpoint(parseNote(note).text);
const sizeOf = ({ files }: SignedLedger): number => checkpointOf(String(files.get('checkpoint'))).size;
const fileOf = ({ files }: SignedLedger, name: string): Buffer => files.get(name) as Buffer;
const receiptName = ({ index }: SignedLedger): string => `proofs/${index}.tlog-proof`;
const withFile = (ledger: SignedLedger, name: string, bytes: Buffer | string): SignedLedger => ({
  ...ledger,
  files: new Map([...ledger.files, [name, Buffer.from(bytes)]]),
});
const flipped = (bytes: Buffer, random: Random): Buffer => {
  const [copy, at] = [Buffer.from(bytes), Math.floor(random() * bytes.length)];
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
  return copy;
};
const tileOf = ({ files }: SignedLedger, kind: RegExp, random: Random): string => {
  const tiles = [...files.keys()].filter((name) => kind.test(name));
  return tiles[Math.floor(random() * tiles.length)] as string;
};
const flippedTile = (ledger: SignedLedger, kind: RegExp, random: Random): SignedLedger => {
  const name = tileOf(ledger, kind, random);
  return withFile(ledger, name, flipped(fileOf(ledger, name), random));
};
/** Its checkpoint as another one, which its own key signs; the receipt stands under it as well. */
const resigned = (ledger: SignedLedger, change: (checkpoint: Checkpoint) => Checkpoint): SignedLedger => {
  const old = fileOf(ledger, 'checkpoint').toString();
  const { note } = ledger.sign(change(checkpointOf(old)));
  const receipt = fileOf(ledger, receiptName(ledger)).toString().replace(old, note);
  return withFile(withFile(ledger, 'checkpoint', note), receiptName(ledger), receipt);
};
/** A former checkpoint that its log has signed, by the key of today. */
const formerSigned = (
  ledger: SignedLedger,
  change: Partial<Checkpoint>,
): Pick<SignedLedger, 'former' | 'formerKey'> => {
  const { note, key } = ledger.sign({ ...checkpointOf(ledger.former), ...change });
  return { former: note, formerKey: key };
};
const changedReceipt = (ledger: SignedLedger, change: (text: string) => string): SignedLedger =>
  withFile(ledger, receiptName(ledger), change(fileOf(ledger, receiptName(ledger)).toString()));

const FORGERIES: Readonly<Record<string, Forgery>> = {
  'a checkpoint of another size': (ledger) =>
    withFile(
      ledger,
      'checkpoint',
      fileOf(ledger, 'checkpoint')
        .toString()
        .replace(/\n\d+\n/, '\n9999\n'),
    ),
  'a checkpoint whose signature was changed': (ledger, random) => {
    const signature = /[^ ]+(?=\n$)/;
    const note = fileOf(ledger, 'checkpoint').toString();
    const bytes = flipped(Buffer.from(signature.exec(note)?.[0] ?? '', 'base64'), random);
    return withFile(ledger, 'checkpoint', note.replace(signature, bytes.toString('base64')));
  },
  'another root, signed': (ledger) => resigned(ledger, (checkpoint) => ({ ...checkpoint, root: OTHER_ROOT })),
  'another size, signed': (ledger) => resigned(ledger, (checkpoint) => ({ ...checkpoint, size: checkpoint.size + 1 })),
  'the key of another log': (ledger, _random, other) => ({ ...ledger, key: other.key }),
  'a bit of a tile of hashes': (ledger, random) => flippedTile(ledger, /^tile\/\d/, random),
  'a bit of a tile of entries': (ledger, random) => flippedTile(ledger, /^tile\/entries/, random),
  'a tile without its last hash': (ledger, random) => {
    const name = tileOf(ledger, /^tile\/\d/, random);
    return withFile(ledger, name, fileOf(ledger, name).subarray(0, -HASH_BYTES));
  },
  'the receipt of another entry': (ledger) =>
    changedReceipt(ledger, (text) =>
      text.replace(/\nindex (\d+)\n/, (_all, index) => `\nindex ${Number(index) + 1}\n`),
    ),
  'a receipt of other words': (ledger, _random, other) =>
    changedReceipt(ledger, (text) => {
      const extra = /\nextra [^\n]+/.exec(fileOf(other, receiptName(other)).toString())?.[0] ?? '';
      return text.replace(/\nextra [^\n]+/, extra);
    }),
  'a receipt with a hash more': (ledger) =>
    changedReceipt(ledger, (text) => text.replace('\n\n', `\n${OTHER_HASH}\n\n`)),
  'a receipt under another checkpoint': (ledger, _random, other) =>
    changedReceipt(ledger, (text) => text.slice(0, text.indexOf('\n\n') + 2) + other.former),
  'a former checkpoint of another history, signed': (ledger) => ({
    ...ledger,
    ...formerSigned(ledger, { root: OTHER_ROOT }),
  }),
  'a former checkpoint that is longer, signed': (ledger) => ({
    ...ledger,
    ...formerSigned(ledger, { size: sizeOf(ledger) + 1 }),
  }),
  'a former checkpoint of another log': (ledger, _random, other) => ({ ...ledger, former: other.former }),
  'a proof of consistency with a hash more': (ledger) => ({
    ...ledger,
    consistency: [...ledger.consistency, OTHER_HASH],
  }),
  'a proof of consistency of which a hash is another': (ledger, random) => ({
    ...ledger,
    consistency:
      ledger.consistency.length === 0
        ? [OTHER_HASH]
        : ledger.consistency.with(Math.floor(random() * ledger.consistency.length), OTHER_HASH),
  }),
};

describeUnless(lacking(), `Go’s sumdb (SUMDB_SEED=${SEED})`, () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-sumdb-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** Why Go refuses each claim; '' where it accepts it. */
  function judged(claims: readonly Claim[]): readonly string[] {
    const run = spawnSync('go', ['run', join(__dirname, 'check.go')], {
      input: JSON.stringify(claims),
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      env: { ...process.env, GO111MODULE: 'off', GOPATH: GO_PATH, GOCACHE: join(directory, 'cache'), GOFLAGS: '' },
    });
    expect(run.stderr).toBe('');
    return JSON.parse(run.stdout) as string[];
  }

  /** Made, signed and served in a place that is taken away. */
  async function made(number: number): Promise<SignedLedger> {
    const seed = SEED + number * 1_000_003;
    const size = SIZES[number] ?? 2 + Math.floor(randomOf(seed)() * (LARGEST - 1));
    // The smallest are too small for more than one entry.
    const life = size === 1 ? 'keeps its key' : (LIVES[number % LIVES.length] as (typeof LIVES)[number]);
    const place = join(directory, `made-${number}`);
    try {
      return await signedLedger(place, `road-${number}`, { seed, size, life });
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }

  it(
    `accepts the checkpoints, tiles and proofs of ${LEDGERS} ledgers, and refuses those of as many that were corrupted`,
    async () => {
      const claims: Claim[] = [];
      const corrupted: Claim[] = [];
      const how: string[] = [];
      const unpacked = (ledger: SignedLedger, name: string): Claim => {
        unpack(ledger.files, join(directory, name));
        return claimOf(ledger, join(directory, name));
      };
      let other = await made(LEDGERS);
      for (let number = 0; number < LEDGERS; number += 1) {
        const ledger = await made(number);
        const forgeries = Object.entries(FORGERIES);
        const [name, forge] = forgeries[number % forgeries.length] as [string, Forgery];
        claims.push(unpacked(ledger, `honest-${number}`));
        corrupted.push(unpacked(forge(ledger, randomOf(SEED + number), other), `corrupted-${number}`));
        how.push(`ledger ${number}: ${name}`);
        other = ledger;
      }
      const refusals = judged([...claims, ...corrupted]);
      expect(refusals).toHaveLength(2 * LEDGERS);
      expect(refusals.slice(0, LEDGERS)).toEqual(claims.map(() => ''));
      expect(how.filter((_name, number) => refusals[LEDGERS + number] === '')).toEqual([]);
    },
    MADE_IN_MS,
  );

  it('accepts an exported bundle, its checkpoint, tiles and a receipt, and refuses it with a byte of them changed', async () => {
    const [place, relationship] = [join(directory, 'exported'), 'road'];
    // More than one tile of entries, so that there are two levels of hashes.
    const ledger = await signedLedger(place, relationship, { seed: SEED, size: 300, life: 'has its key rotated' });
    const store = await openEventStore({ kind: 'sqlite', directory: place }, { readOnly: true });
    const bundling = { dataDirectory: place, relationship, nowMs: Date.now(), verifier: '' };
    const { files } = await exportBundle(store, bundling).finally(() => store.close());
    const folder = join(directory, 'bundle');
    unpack(files, folder);
    const claim = claimOf(ledger, folder);
    const tiles = [...files.keys()].filter((name) => name.startsWith('tile/'));
    expect(tiles.sort()).toEqual([
      'tile/0/000',
      'tile/0/001.p/44',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/44',
    ]);
    const changed = ['checkpoint', receiptName(ledger), ...tiles].flatMap((name) =>
      [0.1, 0.5, 0.9].map((place) => {
        const bundle = join(directory, `${name.replaceAll('/', '-')}-${place}`);
        cpSync(folder, bundle, { recursive: true });
        const bytes = readFileSync(join(bundle, name));
        const at = Math.floor(bytes.length * place);
        bytes[at] = (bytes[at] as number) ^ 1;
        writeFileSync(join(bundle, name), bytes);
        return { ...claim, folder: bundle };
      }),
    );
    const [refusal, ...refusals] = judged([claim, ...changed]);
    expect(refusal).toBe('');
    expect(refusals.flatMap((each, index) => (each === '' ? [changed[index]?.folder] : []))).toEqual([]);
  }, 120_000);
});
