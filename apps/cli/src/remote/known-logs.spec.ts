import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepKnownLog, knownLog } from './known-logs';

const SERVER = 'https://ledger.example';
const KNOWN = { policy: 'a policy', checkpoint: 'a checkpoint' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'known-logs-'));
  file = join(folder, 'state', 'known-logs.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what is known of logs', () => {
  it('is kept of all that were looked at at once', async () => {
    const relationships = Array.from({ length: 20 }, (_, index) => `road-${index}`);
    const kept = relationships.map((relationship) =>
      keepKnownLog(file, null, { server: SERVER, relationship, ...KNOWN }),
    );
    expect(await Promise.all(kept)).toEqual(relationships.map(() => true));
    for (const relationship of relationships) {
      expect(await knownLog(file, SERVER, relationship)).toMatchObject(KNOWN);
    }
    expect(readdirSync(join(folder, 'state')).sort()).toEqual(['known-logs.json', 'known-logs.json.lock']);
  });

  it('is not replaced by what was held against something older', async () => {
    const line = { server: SERVER, relationship: 'road', ...KNOWN };
    expect(await keepKnownLog(file, null, line)).toBe(true);
    const later = { ...line, checkpoint: 'a later checkpoint' };
    expect(await keepKnownLog(file, KNOWN, later)).toBe(true);
    for (const before of [null, KNOWN]) {
      expect(await keepKnownLog(file, before, { ...line, checkpoint: 'another' })).toBe(false);
    }
    expect(await knownLog(file, SERVER, 'road')).toEqual(later);
  });
});
