import { sizeFault } from '../verifier/manifest';
import { verifyBundle } from '../verifier';
import { bundleOfEntries, everything, withLedger } from './bundle.fixture';
import { exportBundle } from './export-bundle';
import { openEventStore } from '@app/event-store';

/** Bytes that one string cannot hold, though parts of them can: as those of more than 512 MiB. */
function tooLongForOneString(bytes: Buffer): Buffer {
  const failing = (): never => {
    throw new Error('Cannot create a string longer than 0x1fffffe8 characters');
  };
  return Object.assign(Buffer.from(bytes), { toString: failing });
}

describe('a bundle that is large', () => {
  it('is verified though its payloads are more than one string can hold', async () => {
    const files = new Map(await bundleOfEntries(everything()));
    const payloads = files.get('payloads.ndjson') as Buffer;
    files.set('payloads.ndjson', tooLongForOneString(payloads));
    expect(verifyBundle(files)).toMatchObject({ code: 0, payloads: { matching: 35 } });
    const cut = payloads.subarray(0, -1);
    files.set('payloads.ndjson', tooLongForOneString(cut));
    expect(verifyBundle(files).findings.map(({ reason }) => reason)).toContain('its last line is cut off');
  });

  it('is named where it is larger than one may be', async () => {
    const files = await bundleOfEntries(everything());
    const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    const text = Math.max(
      ...['scores.json', 'VERIFY.md', 'factor-sets.json'].map((name) => files.get(name)?.length ?? 0),
    );
    expect(sizeFault(files, { all: bytes, text })).toBeNull();
    expect(sizeFault(files, { all: bytes - 1, text })?.reason).toContain(`more than ${bytes - 1} bytes`);
    expect(sizeFault(files, { all: bytes, text: text - 1 })?.reason).toContain(`has ${text} bytes`);
  });

  it('is not made where no verifier would take it', async () => {
    await withLedger(everything(), async (directory, make) => {
      await make();
      const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
      try {
        const options = {
          dataDirectory: directory,
          relationship: 'road',
          nowMs: Date.parse('2026-04-01'),
          verifier: '',
        };
        const exporting = exportBundle(store, { ...options, most: { all: 50_000, text: 50_000 } });
        await expect(exporting).rejects.toMatchObject({ code: 'invalid-parameter', field: 'bundle' });
      } finally {
        await store.close();
      }
    });
  });
});
