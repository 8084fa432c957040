import fc from 'fast-check';
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
