import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  consistencyProof,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  inclusionProof,
  keyPairOf,
  leafHash,
  MerkleTree,
  signText,
  verifierKey,
} from '@app/integrity';
import { describeUnless } from '@app/testing';
import { bundleOfEntries, HandWritten } from '../../libs/ledger/src/bundle/bundle.fixture';
import { unpack } from '../e2e/verifier';

/** Where Debian puts Go libraries (packages golang-go, golang-golang-x-mod-dev). */
const GO_PATH = '/usr/share/gocode';
const ENTRIES = 300;
const LEDGERS = Number(process.env['SUMDB_LEDGERS'] ?? 20);

function lacking(): string | undefined {
  if (spawnSync('go', ['version']).status !== 0) return 'there is no Go here (Debian: golang-go)';
  const library = join(GO_PATH, 'src/golang.org/x/mod/sumdb');
  return existsSync(library) ? undefined : 'Go’s x/mod is not here (Debian: golang-golang-x-mod-dev)';
}

interface Claim {
  readonly key: string;
  readonly checkpoint: string;
  readonly index: number;
  /** Base64, as Go reads bytes from JSON. */
  readonly entry: string;
  readonly inclusion: readonly string[];
  readonly oldSize: number;
  readonly oldRoot: string;
  readonly consistency: readonly string[];
}

/** What Go is to believe of an unpacked bundle. */
interface BundleClaim {
  readonly key: string;
  readonly bundle: string;
  /** Of the entry whose receipt it looks at. */
  readonly index: number;
  readonly oldSize: number;
}

/** Numbers from 0 to below a bound, the same for the same seed. */
function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function claimOf(seed: number): Claim {
  const below = numbers(seed);
  const size = 1 + below(700);
  const entries = Array.from({ length: size }, (_, index) => Buffer.from(`entry ${index} of ledger ${seed}`));
  const tree = new MerkleTree();
  for (const entry of entries) tree.append(leafHash(entry));
  const keys = keyPairOf(Buffer.alloc(32, seed));
  const origin = `ledger.example/relationships/road-${seed}/log`;
  const text = formatCheckpoint({ origin, size, root: tree.root(), extensions: [] });
  const [index, oldSize] = [below(size), 1 + below(size)];
  return {
    key: formatVerifierKey(verifierKey(origin, 'ed25519', keys.publicKey)),
    checkpoint: formatNote({ text, signatures: [signText(text, origin, keys)] }),
    index,
    entry: (entries[index] as Buffer).toString('base64'),
    inclusion: inclusionProof(tree, index, size).map((hash) => hash.toString('base64')),
    oldSize,
    oldRoot: tree.root(oldSize).toString('base64'),
    consistency: consistencyProof(tree, oldSize, size).map((hash) => hash.toString('base64')),
  };
}

const OTHER_HASH = Buffer.alloc(32, 7).toString('base64');

/** One way each to forge a claim. */
const FORGERIES: readonly ((claim: Claim) => Claim)[] = [
  (claim) => ({ ...claim, checkpoint: claim.checkpoint.replace(/\n[0-9]+\n/, '\n9999\n') }),
  (claim) => ({ ...claim, checkpoint: claim.checkpoint.replace(/.{6}=?=\n$/, 'AAAAAA==\n') }),
  (claim) => ({ ...claim, entry: Buffer.from('another entry').toString('base64') }),
  (claim) => ({ ...claim, inclusion: [...claim.inclusion, OTHER_HASH] }),
  (claim) => ({ ...claim, oldRoot: OTHER_HASH }),
  (claim) => ({ ...claim, consistency: [OTHER_HASH, ...claim.consistency] }),
  (claim) => ({ ...claim, key: claimOf(251).key }),
];

describeUnless(lacking(), 'Go’s sumdb', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-sumdb-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** Why Go refuses each claim; '' where it accepts it. */
  function judged(claims: readonly (Claim | BundleClaim)[]): readonly string[] {
    const run = spawnSync('go', ['run', join(__dirname, 'check.go')], {
      input: JSON.stringify(claims),
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      env: { ...process.env, GO111MODULE: 'off', GOPATH: GO_PATH, GOCACHE: join(directory, 'cache'), GOFLAGS: '' },
    });
    expect(run.stderr).toBe('');
    return JSON.parse(run.stdout) as string[];
  }

  const claims = Array.from({ length: LEDGERS }, (_, seed) => claimOf(seed + 1));

  it(`accepts the checkpoints and proofs of ${LEDGERS} ledgers, and refuses those of as many that were forged`, () => {
    const forged = claims.map((claim, index) =>
      (FORGERIES[index % FORGERIES.length] as (claim: Claim) => Claim)(claim),
    );
    const refusals = judged([...claims, ...forged]);
    expect(refusals.slice(0, LEDGERS)).toEqual(claims.map(() => ''));
    expect(refusals).toHaveLength(2 * LEDGERS);
    expect(refusals.slice(LEDGERS).filter((refusal) => refusal === '')).toEqual([]);
  }, 120_000);

  it('accepts an exported bundle, its checkpoint, tiles and a receipt, and refuses it with a byte of them changed', async () => {
    const ledger = new HandWritten();
    // More than one tile of entries, so that there are two levels of hashes.
    while (ledger.size < ENTRIES) ledger.log({ kind: 'note.logged', party: 'client', factor: 609, sign: '+' });
    const files = await bundleOfEntries(ledger);
    const folder = join(directory, 'bundle');
    unpack(files, folder);
    const [, key = ''] = /^log (.*)$/m.exec((files.get('policy') as Buffer).toString()) ?? [];
    const claim = { key, bundle: folder, index: 258, oldSize: 101 };
    const receipt = `proofs/${claim.index}.tlog-proof`;
    const tiles = [...files.keys()].filter((name) => name.startsWith('tile/'));
    expect(tiles.sort()).toEqual([
      'tile/0/000',
      'tile/0/001.p/44',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/44',
    ]);
    const changed = ['checkpoint', receipt, ...tiles].flatMap((name) =>
      [0.1, 0.5, 0.9].map((place) => {
        const bundle = join(directory, `${name.replaceAll('/', '-')}-${place}`);
        cpSync(folder, bundle, { recursive: true });
        const bytes = readFileSync(join(bundle, name));
        const at = Math.floor(bytes.length * place);
        bytes[at] = (bytes[at] as number) ^ 1;
        writeFileSync(join(bundle, name), bytes);
        return { ...claim, bundle };
      }),
    );
    const [refusal, ...refusals] = judged([claim, ...changed]);
    expect(refusal).toBe('');
    expect(refusals.flatMap((each, index) => (each === '' ? [changed[index]?.bundle] : []))).toEqual([]);
  }, 120_000);
});
