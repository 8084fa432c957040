import fc from 'fast-check';
import {
  canonicalJson,
  entriesOfBundle,
  entryBundle,
  envelopeHash,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  hashTile,
  keyPairOf,
  leafHashOfText,
  MerkleTree,
  signText,
  verifierKey,
} from '@app/integrity';
import { verifyBundle } from '../verifier';
import { bundleOfEntries, everything } from './bundle.fixture';
import type { BundleFiles } from '../verifier';

const RUNS = Number(process.env['BUNDLE_MUTATIONS'] ?? 200);

/** What can happen to the bytes of a file; null: it is gone. */
const damage = fc.oneof(
  fc.record({ at: fc.nat(), bit: fc.nat(7) }).map(({ at, bit }) => (bytes: Buffer): Buffer | null => {
    const copy = Buffer.from(bytes);
    const place = at % copy.length;
    copy[place] = (copy[place] ?? 0) ^ (1 << bit);
    return copy;
  }),
  fc.nat().map((at) => (bytes: Buffer) => Buffer.concat([bytes.subarray(0, at % bytes.length), bytes.subarray((at % bytes.length) + 1)])),
  fc.record({ at: fc.nat(), byte: fc.nat(255) }).map(({ at, byte }) => (bytes: Buffer) =>
    Buffer.concat([bytes.subarray(0, at % bytes.length), Buffer.from([byte]), bytes.subarray(at % bytes.length)])),
  fc.nat().map((at) => (bytes: Buffer) => bytes.subarray(0, at % bytes.length)),
  fc.record({ from: fc.nat(), length: fc.integer({ min: 1, max: 200 }) }).map(({ from, length }) => (bytes: Buffer) => {
    const start = from % bytes.length;
    const end = Math.min(bytes.length, start + length);
    return Buffer.concat([bytes.subarray(0, start), Buffer.from(bytes.subarray(start, end)).reverse(), bytes.subarray(end)]);
  }),
  fc.constant(() => null),
); // prettier-ignore

describe('a bundle that was damaged anywhere', () => {
  let files: BundleFiles;
  beforeAll(async () => {
    files = await bundleOfEntries(everything());
  });

  it('is never valid, and the file is named', () => {
    const names = [...files.keys()].filter((name) => name !== 'verify.mjs');
    const property = fc.property(fc.constantFrom(...names), damage, (name, change) => {
      const before = files.get(name) as Buffer;
      const after = change(before);
      fc.pre(after === null || !after.equals(before));
      const damaged = new Map(files);
      if (after === null) damaged.delete(name);
      else damaged.set(name, after);
      const verdict = verifyBundle(damaged);
      expect(verdict.valid).toBe(false);
      // What the manifest says wrongly of a file shows at that file.
      if (name !== 'manifest.json') expect(verdict.findings.map(({ file }) => file)).toContain(name);
    });
    fc.assert(property, { numRuns: RUNS, verbose: true });
  });

  it('is never valid with two of its files exchanged', () => {
    const names = [...files.keys()].filter((name) => name !== 'verify.mjs');
    const property = fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (one, other) => {
      fc.pre(one !== other);
      const swapped = new Map(files).set(one, files.get(other) as Buffer).set(other, files.get(one) as Buffer);
      expect(verifyBundle(swapped).valid).toBe(false);
    });
    fc.assert(property, { numRuns: RUNS });
  });
});

const ORIGIN = 'ledger.example/relationships/road/log';
const SIGNER = keyPairOf(Buffer.alloc(32, 9));

/** The bundle with other entries, chained and signed anew, as whoever has a key can make them. */
function signedAnew(files: BundleFiles, entries: readonly Record<string, unknown>[]): BundleFiles {
  const tree = new MerkleTree();
  let previous: string | null = null;
  const leaves = entries.map((entry, revision) => {
    // What is to be found is what was put there, not the chain behind it.
    const text: string = canonicalJson(revision === 0 || 'previous' in entry ? entry : { ...entry, previous });
    previous = envelopeHash(text);
    tree.append(leafHashOfText(text));
    return Buffer.from(text);
  });
  const { size } = tree;
  const text = formatCheckpoint({ origin: ORIGIN, size, root: tree.root(), extensions: [] });
  const key = formatVerifierKey(verifierKey(ORIGIN, 'ed25519', SIGNER.publicKey));
  return new Map(files)
    .set(`tile/entries/000.p/${size}`, entryBundle(leaves))
    .set(`tile/0/000.p/${size}`, hashTile(tree, 0, 0, size))
    .set('policy', Buffer.from(`log ${key}\nquorum none\n`))
    .set('checkpoint', Buffer.from(formatNote({ text, signatures: [signText(text, ORIGIN, SIGNER)] })));
}

describe('a bundle in which a field of an entry is of another type', () => {
  const revisions = 36;
  let files: BundleFiles;
  let entries: readonly Record<string, unknown>[];
  beforeAll(async () => {
    files = await bundleOfEntries(everything());
    const leaves = entriesOfBundle(files.get(`tile/entries/000.p/${revisions}`) as Buffer) ?? [];
    // What authors had seen is of the entries as they were.
    entries = leaves.map((leaf) => {
      const { checkpointSeen: _seen, ...entry } = JSON.parse(leaf.toString()) as Record<string, unknown>;
      return entry;
    });
  });

  /** With `change` made to one entry; all others are chained anew. */
  const changed = (revision: number, change: Record<string, unknown>): BundleFiles =>
    signedAnew(
      files,
      entries.map(({ previous, ...entry }, at) => {
        if (at === revision) return { ...entry, ...(at === 0 && { previous }), ...change };
        return at === 0 ? { ...entry, previous } : entry;
      }),
    );

  it('is believed while it is not', () => {
    const { findings } = verifyBundle(changed(7, {}));
    expect(findings.map(({ revision }) => revision).filter((revision) => revision !== null)).toEqual([]);
  });

  it('names that entry first', () => {
    const never = fc.constantFrom<unknown>({ x: null }, [null], [[]], { size: '1', root: 7 });
    const other = { facts: [null, 7, '', [], true], checkpointSeen: [null, 7, '', true, { size: 1 }, { root: '' }, { size: 1, root: 7 }, { size: 0.5, root: '' }], signature: [null, 7, '', {}, { key: null, body: 7, value: [] }] }; // prettier-ignore
    const fields = [...Object.keys(entries[7] ?? {}), 'checkpointSeen', 'signature'];
    const change = fc.constantFrom(...fields).chain((field) => {
      const values: readonly unknown[] | undefined = (other as Record<string, unknown[]>)[field];
      return (values === undefined ? never : fc.constantFrom(...values)).map((value) => ({ [field]: value }));
    });
    const property = fc.property(fc.nat(revisions - 1), change, (revision, made) => {
      expect(verifyBundle(changed(revision, made))).toMatchObject({ code: 40, firstBad: { revision } });
    });
    fc.assert(property, { numRuns: RUNS });
  });

  it('ends with a verdict, whatever the facts of an entry are', () => {
    const kinds = ['note.logged', 'logkey.rotated', 'record.broken', 'key.registered', 'key.revoked', 'entry.corrected', 'factorset.agreed', 'factor.not-applicable', 'round.opened', 'rating.committed', 'rating.revealed', 'relationship.established']; // prettier-ignore
    const names = ['client', 'start', 'end', 'sponsor', 'loggedBy', 'keyId', 'publicKey', 'old', 'new', 'lastCheckpoint', 'factorSet', 'until', 'factor', 'sign', 'level', 'commitment', 'round', 'factors', 'ratings']; // prettier-ignore
    const value = fc.constantFrom<unknown>(null, true, 7, -1.5, '', 'text', '2026-01-01', '20 AAAA', [], [null], ['601'], {}, { id: 7 }, { id: 'x', version: '1', groups: null, factors: [null] }); // prettier-ignore
    const facts = fc.dictionary(fc.constantFrom(...names), value);
    const party = fc.constantFrom('client', 'provider', 'ledger', 'joint', 'third-party', '__proto__');
    const entry = fc.record({ kind: fc.constantFrom(...kinds), facts, party });
    const property = fc.property(fc.nat(revisions - 1), entry, (revision, made) => {
      expect(verifyBundle(changed(revision, made)).valid).toBe(false);
    });
    fc.assert(property, { numRuns: RUNS });
  });
});
