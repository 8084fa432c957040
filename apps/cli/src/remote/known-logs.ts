import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Problem } from '@app/ledger';
import type { KnownLog } from '@app/ledger/signing';
import { lockFile } from '@app/projections';
import { writeLines } from '../write-lines';
import { KNOWN_LOGS_POLL_MS, KNOWN_LOGS_WAIT_MS, MAX_KNOWN_LOGS_BYTES } from './limits';
import { readBounded } from './read-bounded';

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

/**
 * Keeps what was seen last, beside what is known of other logs; one command at a time.
 *
 * @param before what `knownLog` answered when the log was looked at
 * @returns false where another command kept something else of this log since: what was seen must be held against that
 * @throws Problem `conflict` where others keep the file for too long
 */
export async function keepKnownLog(file: string, before: KnownLog | null, line: KnownLogLine): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  const release = await lock(`${file}.lock`);
  try {
    const lines = await read(file);
    const now = lines.find((each) => isOfSameLog(each, line)) ?? null;
    if (now?.policy !== before?.policy || now?.checkpoint !== before?.checkpoint) return false;
    const others = lines.filter((each) => !isOfSameLog(each, line));
    await writeLines([`${JSON.stringify([...others, line], null, 2)}\n`], file);
    return true;
  } finally {
    release();
  }
}

function isOfSameLog(one: KnownLogLine, other: KnownLogLine): boolean {
  return one.server === other.server && one.relationship === other.relationship;
}

async function lock(path: string): Promise<() => void> {
  const end = performance.now() + KNOWN_LOGS_WAIT_MS;
  for (;;) {
    const release = lockFile(path);
    if (release !== null) return release;
    if (performance.now() > end) throw new Problem('conflict', `other commands hold ${path}; try again`);
    await setTimeout(KNOWN_LOGS_POLL_MS);
  }
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
