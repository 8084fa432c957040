import { ledger } from '../e2e/cli';
import { call, startServer, stopServer } from './server';

export const RELATIONSHIP = 'north-road';

/** A data directory with one relationship that was opened over HTTP; answers a token of its client. */
export async function openRelationship(directory: string): Promise<string> {
  const operator = await token(['--operator'], directory);
  const server = await startServer(directory).listening;
  const { status, body } = await call(server, '/relationships', operator, {
    key: 'open',
    body: {
      id: RELATIONSHIP,
      title: 'North road services',
      client: 'North Council',
      provider: 'Fieldway',
      start: '2024-01-01',
      end: '2030-12-31',
    },
  });
  await stopServer(server, 'SIGTERM');
  if (status !== 201) throw new Error(`the relationship was not opened: ${JSON.stringify(body)}`);
  return token([RELATIONSHIP, '--party', 'client', '--member', 'm-1'], directory);
}

async function token(words: readonly string[], directory: string): Promise<string> {
  const { exitCode, stdout, stderr } = await ledger(['token', ...words, '--data', directory]);
  if (exitCode !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** A note that no other is equal to. */
export function note(key: string): { readonly key: string; readonly body: object } {
  return {
    key,
    body: { kind: 'note.logged', effective: '2024-05-01', factor: 601, sign: '+', severity: 'minor', text: key },
  };
}
