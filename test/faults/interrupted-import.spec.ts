import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMAND_LINE, environment, ledgerJson, newDirectory, removeDirectories } from '../e2e/cli';

const LINES = 20_000;
/** Some transactions are on disk by then, and most are not. */
const INTERRUPTED_AT_BYTES = 1_000_000;

jest.setTimeout(120_000);
afterAll(removeDirectories);

describe.each(['SIGINT', 'SIGKILL'] as const)('an import that %s ends', (signal) => {
  it('leaves a sound ledger, and the same import completes it', async () => {
    const data = newDirectory();
    const journal = join(newDirectory(), 'journal.ndjson');
    const line = {
      relationship: 'north-road',
      kind: 'note.logged',
      effective: '2024-05-01',
      party: 'client',
      text: 'A line.',
    };
    writeFileSync(
      journal,
      Array.from({ length: LINES }, (_, index) => `${JSON.stringify({ ...line, id: `e-${index}` })}\n`).join(''),
    );
    const child = spawn(process.execPath, [COMMAND_LINE, 'import', journal, '--data', data], {
      env: environment(),
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', (exitCode, by) => resolve(by ?? exitCode)));
    while (child.exitCode === null && (await bytesWritten(data)) < INTERRUPTED_AT_BYTES) continue;
    child.kill(signal);
    expect(await ended).toBe(signal === 'SIGINT' ? 130 : signal);

    interface Verified {
      readonly valid: boolean;
      readonly entries: number;
    }
    const interrupted = await ledgerJson<Verified>(['verify', '--data', data]);
    expect(interrupted.valid).toBe(true);
    expect(interrupted.entries).toBeLessThan(LINES);
    expect(await ledgerJson(['import', journal, '--data', data])).toEqual({
      lines: LINES,
      appended: LINES - interrupted.entries,
      known: interrupted.entries,
      rejected: [],
    });
    expect(await ledgerJson(['verify', '--data', data])).toMatchObject({ valid: true, entries: LINES, firstBad: null });
  });
});

async function bytesWritten(data: string): Promise<number> {
  // Before the import has begun there is no such file.
  return (await stat(join(data, 'ledger.db-wal')).catch(() => null))?.size ?? 0;
}
