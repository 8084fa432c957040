import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '@app/ledger';
import { writeLines } from '../write-lines';
import { MAX_KNOWN_LOGS_BYTES } from './limits';
import { readBounded } from './read-bounded';

/** What this user has seen of the log of one relationship on one server. */
export interface KnownLog {
  /** As it was shown first (C2SP tlog-policy). */
  readonly policy: string;
  /** The last signed checkpoint; null while there was none. */
  readonly checkpoint: string | null;
}

interface KnownLogLine extends KnownLog {
  readonly server: string;
  readonly relationship: string;
}

/** Where a user’s known logs are kept, as `known_hosts` are: beside no key, since what was seen holds for all of them. */
export function defaultKnownLogs(environment: NodeJS.ProcessEnv): string {
  const state = environment['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  return join(state, 'collaboration-ledger', 'known-logs.json');
}

/** @throws Problem `invalid-parameter` where the file is no such file */
export async function knownLog(file: string, server: string, relationship: string): Promise<KnownLog | null> {
  return (await read(file)).find((line) => line.server === server && line.relationship === relationship) ?? null;
}

/** Keeps what was seen last, beside what is known of other logs. */
export async function keepKnownLog(file: string, line: KnownLogLine): Promise<void> {
  const others = (await read(file)).filter(
    ({ server, relationship }) => server !== line.server || relationship !== line.relationship,
  );
  await mkdir(dirname(file), { recursive: true });
  await writeLines([`${JSON.stringify([...others, line], null, 2)}\n`], file);
}

async function read(file: string): Promise<readonly KnownLogLine[]> {
  let text: string;
  try {
    text = (await readBounded(file, MAX_KNOWN_LOGS_BYTES)).toString();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const lines = parsed(text);
  if (Array.isArray(lines) && lines.every(isLine)) return lines;
  throw new Problem('invalid-parameter', `${file} is no file of known logs`, 'state');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isLine(value: unknown): value is KnownLogLine {
  if (typeof value !== 'object' || value === null) return false;
  const { server, relationship, policy, checkpoint } = value as Record<keyof KnownLogLine, unknown>;
  return (
    [server, relationship, policy].every((each) => typeof each === 'string') &&
    (checkpoint === null || typeof checkpoint === 'string')
  );
}
