import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from './listen';
import { openWitness, type Witness, type WitnessOptions } from './witness';

export const NAME = 'client.example/witness';
export const NOW_MS = 1_790_000_000_123;

const directories: string[] = [];
const running: RunningWitness[] = [];

/** A new directory that {@link endWitnesses} takes away. */
export function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'witness-'));
  directories.push(directory);
  return directory;
}

export interface RunningWitness {
  readonly directory: string;
  readonly witness: Witness;
  readonly address: string;
  /** What it logged. */
  readonly said: readonly string[];
  end(): Promise<void>;
}

/** Starts a witness with its server on a free port, in a new directory unless one is given. */
export async function startWitness(
  options: Partial<WitnessOptions> & Pick<WitnessOptions, 'logs'>,
): Promise<RunningWitness> {
  const directory = options.directory ?? newDirectory();
  const said: string[] = [];
  const log = (line: string): void => void said.push(line);
  const witness = openWitness({ name: NAME, clock: () => NOW_MS, log, ...options, directory });
  const server = await listen(witness, { host: '127.0.0.1', port: 0, log });
  const started: RunningWitness = {
    directory,
    witness,
    address: server.address,
    said,
    async end() {
      running.splice(running.indexOf(started), 1);
      await server.close();
      witness.close();
    },
  };
  running.push(started);
  return started;
}

export async function endWitnesses(): Promise<void> {
  for (const started of [...running]) await started.end();
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

export async function send({ address }: RunningWitness, path: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(`${address}${path}`, init);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

export function add(witness: RunningWitness, body: string | Buffer): Promise<Answered> {
  return send(witness, '/add-checkpoint', { method: 'POST', body: Buffer.from(body) });
}
