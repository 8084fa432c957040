import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endServers, startServer, stopServer } from '../faults/server';
import { ledger, newDirectory, removeDirectories } from './cli';

const RELATIONSHIP = 'north-road';

jest.setTimeout(120_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

/** Permissions of everything in a folder that others than its owner have any of. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const mode = statSync(join(folder, name)).mode & 0o777;
    return (mode & 0o077) === 0 ? [] : [`${name} ${mode.toString(8)}`];
  });
}

describe('what the ledger writes, whatever the umask of who starts it', () => {
  let before: number;
  beforeAll(() => {
    before = process.umask(0o002);
  });
  afterAll(() => {
    process.umask(before);
  });

  it('is for its owner alone: a data directory while it is served, and what comes out of it', async () => {
    const place = newDirectory();
    const data = join(place, 'data');
    const server = await startServer(data).listening;
    const relationships = (await ledger(['relationships', '--data', data])).stdout;
    expect(relationships).toContain(RELATIONSHIP);
    expect(readdirSync(data)).toEqual(expect.arrayContaining(['ledger.db', 'ledger.db-wal', 'private', 'projections']));
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(openToOthers(data)).toEqual([]);
    const out = (name: string): string => join(place, name);
    for (const words of [
      ['export', RELATIONSHIP, '--out', out('journal.ndjson')],
      ['export', RELATIONSHIP, '--bundle', out('bundle.zip')],
      ['backup', out('backup')],
      ['sample', '--out', out('sample.ndjson')],
    ]) {
      expect(await ledger([...words, '--data', data])).toMatchObject({ exitCode: 0 });
    }
    await stopServer(server, 'SIGTERM');
    const restored = join(place, 'restored');
    expect(await ledger(['restore', out('backup'), '--data', restored])).toMatchObject({ exitCode: 0 });
    expect(openToOthers(place)).toEqual([]);
  });

  it('leaves a directory as it is that was there before', async () => {
    const data = join(newDirectory(), 'data');
    mkdirSync(data);
    chmodSync(data, 0o755);
    expect(await ledger(['token', '--operator', '--data', data])).toMatchObject({ exitCode: 0 });
    expect(statSync(data).mode & 0o777).toBe(0o755);
    expect(openToOthers(data)).toEqual([]);
  });
});
