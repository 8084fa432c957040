import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { note, openRelationship, RELATIONSHIP } from '../faults/ledger-in-use';
import { call, endServers, startServer, stopServer } from '../faults/server';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';

const OTHER = 'south-road';
const LINES = 400;

afterAll(() => {
  endServers();
  removeDirectories();
});

describe('the command line beside a running server', () => {
  it('imports in turn with its writes, and the server sees it; reads and copies at any time', async () => {
    const data = newDirectory();
    const client = await openRelationship(data);
    const auditor = (
      await ledger(['token', OTHER, '--role', 'auditor', '--member', 'm-9', '--data', data])
    ).stdout.trim();
    const server = await startServer(data).listening;
    const journal = join(newDirectory(), 'journal.ndjson');
    const line = { relationship: OTHER, kind: 'note.logged', effective: '2024-05-01', factor: 601, party: 'client' };
    const lines = Array.from({ length: LINES }, (_, index) =>
      JSON.stringify({ ...line, id: `e-${index}`, text: 'Line.' }),
    );
    writeFileSync(journal, `${lines.join('\n')}\n`);

    let importing = true;
    const imported = ledgerJson(['import', journal, '--data', data]).finally(() => (importing = false));
    let written = 0;
    do {
      const { status } = await call(server, `/relationships/${RELATIONSHIP}/entries`, client, note(`note-${written}`));
      expect(status).toBe(201);
      written++;
    } while (importing);
    expect(await imported).toEqual({ lines: LINES, appended: LINES, known: 0, rejected: [] });

    interface Trail {
      readonly entries: readonly { readonly position: string }[];
    }
    const { entries } = await ledgerJson<Trail>(['trail', OTHER, '--data', data]);
    const seen = entries.at(-1)?.position ?? '';
    const answer = await call(server, `/relationships/${OTHER}/score?asOf=2024-12-31&seen=${seen}`, auditor);
    expect(answer).toEqual({
      status: 200,
      body: await ledgerJson(['score', OTHER, '--as-of', '2024-12-31', '--data', data]),
    });

    const backup = join(newDirectory(), 'running.backup');
    expect(await ledger(['backup', backup, '--data', data])).toMatchObject({ exitCode: 0 });
    const restored = newDirectory();
    // The opening of the relationship, the notes, the lines.
    expect(await ledgerJson(['restore', backup, '--data', restored])).toMatchObject({
      valid: true,
      entries: 1 + written + LINES,
    });
    expect(await ledger(['rebuild', 'facts', '--data', data])).toMatchObject({ exitCode: 0 });
    expect(await stopServer(server, 'SIGTERM')).toEqual({ exitCode: 0, signal: null });
  });
});
