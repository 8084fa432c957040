import { canonicalJson } from '@app/integrity';
import { bundleOfEntries, everything } from '../bundle/bundle.fixture';
import type { Envelope } from '../entry/entry';
import { InvalidInput } from './known';
import { FILE, type BundleFiles } from './manifest';
import { verifyLog } from './verify-log';

const ENTRIES = 'tile/entries/000.p/36';

/** The log with a field of one entry as somebody changed it behind its back. */
function tampered(files: BundleFiles, id: string): BundleFiles {
  const tile = files.get(ENTRIES) as Buffer;
  const next: Buffer[] = [];
  for (let at = 0; at < tile.length;) {
    const end = at + 2 + tile.readUInt16BE(at);
    const envelope = JSON.parse(tile.toString('utf8', at + 2, end)) as Envelope;
    const leaf = Buffer.from(canonicalJson(envelope.id === id ? { ...envelope, effective: '1999-12-31' } : envelope));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(leaf.length);
    next.push(length, leaf);
    at = end;
  }
  return new Map(files).set(ENTRIES, Buffer.concat(next));
}

describe('a log as it is served', () => {
  let before: BundleFiles;
  let files: BundleFiles;
  const textOf = (of: BundleFiles, name: string): string => (of.get(name) as Buffer).toString();
  const kept = (of: BundleFiles, name = 'mine') => ({ name, text: textOf(of, FILE.checkpoint) });
  beforeAll(async () => {
    const entries = everything();
    files = await bundleOfEntries(entries);
    const fewer = everything();
    fewer.events.splice(20);
    before = await bundleOfEntries(fewer);
  });

  it('is what was signed, and goes on from what the reader kept', () => {
    const told: number[] = [];
    const verdict = verifyLog(files, 'road', { known: [kept(files)], onProgress: (done) => told.push(done) });
    expect(verdict).toMatchObject({ outcome: 'valid', firstBad: null, known: 1, checkpoint: { size: 36 } });
    expect(told.at(-1)).toBe(36);
  });

  it('names the entry that was changed', () => {
    const verdict = verifyLog(tampered(files, 'e-7'), 'road', { known: [kept(files)] });
    expect(verdict.outcome).toBe('invalid');
    expect(verdict.firstBad).toMatchObject({ revision: 7, id: 'e-7' });
  });

  it('names it by a bundle that was kept, where tiles and checkpoint were made anew', () => {
    const verdict = verifyLog(files, 'road', { kept: tampered(files, 'e-7') });
    expect(verdict).toMatchObject({ outcome: 'fork', firstBad: { revision: 7, id: 'e-7' } });
    expect(verifyLog(files, 'road', { kept: files }).outcome).toBe('valid');
  });

  it('is not taken where it is not signed by whom the reader pins', () => {
    const policy = { name: 'mine', text: textOf(before, FILE.policy) };
    const verdict = verifyLog(files, 'road', { policy });
    expect(verdict).toMatchObject({ outcome: 'invalid', firstBad: { file: FILE.checkpoint } });
  });

  it('says that nobody of this log signed what the reader kept', () => {
    // Two logs of one name: each was signed with a key of its own.
    expect(verifyLog(files, 'road', { known: [kept(before)] })).toMatchObject({ outcome: 'incomplete', known: 0 });
  });

  it('refuses what is no checkpoint', () => {
    expect(() => verifyLog(files, 'road', { known: [{ name: 'mine', text: 'hello' }] })).toThrow(InvalidInput);
  });
});
