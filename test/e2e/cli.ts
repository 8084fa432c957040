import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The command line as it was built; `npm test` builds it first. */
export const COMMAND_LINE = join(__dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What of the caller's environment must not decide where a test writes. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const {
    DATA_DIR: _data,
    EVENTSTORE_URL: _url,
    NODE_ENV: _mode,
    HOST: _host,
    PORT: _port,
    LOG_NAME: _name,
    PRIMARY: _primary,
    ...rest
  } = process.env;
  return { ...rest, ...more };
}

/** Runs `ledger WORDS` to its end, in a process of its own. */
export function ledger(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND_LINE, ...words], { env: environment(env) });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** Runs a verb that must succeed, with `--json`; answers what it printed. */
export async function ledgerJson<Answer>(words: readonly string[]): Promise<Answer> {
  const { exitCode, stdout, stderr } = await ledger([...words, '--json']);
  if (exitCode !== 0) throw new Error(`ledger ${words.join(' ')} ended with ${exitCode}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}

const made: string[] = [];

/** A new directory that {@link removeDirectories} takes away. */
export function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-'));
  made.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
}
