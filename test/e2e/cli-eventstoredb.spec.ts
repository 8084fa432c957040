import { join } from 'node:path';
import { startEventStoreDbFake, type EventStoreDbFake } from '@app/testing';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';

const SCORE = ['score', 'north-road', '--as-of', '2025-12-31', '--known-at', '2026-06-30', '--json'];

let server: EventStoreDbFake;

beforeAll(async () => {
  server = await startEventStoreDbFake();
});

afterAll(async () => {
  await server.stop();
  removeDirectories();
});

describe('the command line on EventStoreDB (its wire fake)', () => {
  it('imports, scores and exports as on the embedded store', async () => {
    const [file, data] = [join(newDirectory(), 'sample.ndjson'), newDirectory()];
    await ledger(['sample', '--out', file]);
    await ledgerJson(['import', file, '--data', data]);
    expect(await ledgerJson(['import', file, '--eventstore', server.url])).toMatchObject({ rejected: [] });
    const there = { EVENTSTORE_URL: server.url };
    expect(await ledger(SCORE, there)).toEqual(await ledger([...SCORE, '--data', data]));
    expect(await ledger(['export', 'north-road'], there)).toEqual(
      await ledger(['export', 'north-road', '--data', data]),
    );
    expect(await ledgerJson(['verify', '--eventstore', server.url])).toMatchObject({ valid: true });
  });

  it('leaves copies of the log to the tools of EventStoreDB', async () => {
    const backup = await ledger(['backup', join(newDirectory(), 'copy'), '--eventstore', server.url]);
    expect(backup).toMatchObject({ exitCode: 1, stdout: '' });
    expect(backup.stderr).toMatch(/^invalid-parameter: --eventstore: /);
  });
});
