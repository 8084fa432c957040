import { spawn, type ChildProcess } from 'node:child_process';
import { COMMAND_LINE, environment } from '../e2e/cli';

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server in a process of its own. */
export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** All that it has said so far. */
  said(): string;
}

export interface Starting {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Rejects when the process ends before it listens. */
  readonly listening: Promise<Server>;
}

const started = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export function endServers(): void {
  for (const child of started) child.kill('SIGKILL');
}

/**
 * Starts `ledger serve` on a free port of the loopback interface.
 *
 * @param wrapper a program with its arguments that starts it in its place
 * @param eventStoreUrl of the EventStoreDB that holds the log instead of the embedded store
 */
export function startServer(directory: string, wrapper: readonly string[] = [], eventStoreUrl?: string): Starting {
  return startListening(['serve'], wrapper, {
    DATA_DIR: directory,
    ...(eventStoreUrl !== undefined && { EVENTSTORE_URL: eventStoreUrl }),
  });
}

/** Starts `ledger witness serve WORDS` on a free port of the loopback interface. */
export function startWitness(words: readonly string[]): Starting {
  return startListening(['witness', 'serve', ...words]);
}

function startListening(
  verb: readonly string[],
  wrapper: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Starting {
  const [program = process.execPath, ...words] = [...wrapper, process.execPath, COMMAND_LINE, ...verb];
  const child = spawn(program, words, {
    env: environment({ PORT: '0', HOST: '127.0.0.1', ...more }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let output = '';
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode, signal) => {
      started.delete(child);
      resolve({ exitCode, signal });
    });
  });
  const listening = new Promise<Server>((resolve, reject) => {
    const hear = (text: string): void => {
      output += text;
      const address = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (address !== undefined) resolve({ address, process: child, ended, said: () => output });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', reject);
    void ended.then(() => reject(new Error(`the server ended before it listened: ${output}`)));
  });
  return { process: child, ended, listening };
}

/** A signal, and the end of the process. */
export function stopServer(
  { process: child, ended }: Pick<Server, 'process' | 'ended'>,
  signal: NodeJS.Signals,
): Promise<Ended> {
  child.kill(signal);
  return ended;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One call with a bearer token; with a key and a body it is a POST. */
export async function call(
  server: Server,
  path: string,
  token: string,
  command?: { readonly key: string; readonly body: object },
): Promise<Answer> {
  const response = await fetch(`${server.address}/api/v1${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(command && { 'content-type': 'application/json', 'idempotency-key': command.key }),
    },
    ...(command && { method: 'POST', body: JSON.stringify(command.body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
