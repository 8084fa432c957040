import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
const JOB_TIMEOUT_MS = 600_000;

/** A server in a process of its own. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly processId: number;
  stop(): Promise<void>;
}

/** Starts a program that says on standard output where it listens: `http://HOST:PORT`. */
export async function startServer(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [host, port] = await new Promise<[string, number]>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${file} does not listen after ${START_TIMEOUT_MS} ms`));
    }, START_TIMEOUT_MS);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000);
      const [, at, number] = /http:\/\/([^/:\s]+):(\d+)/.exec(said) ?? [];
      if (at === undefined) return;
      clearTimeout(timer);
      resolve([at, Number(number)]);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it listened`)));
  });
  return { host, port, processId: child.pid ?? 0, stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exit;
  clearTimeout(timer);
}

/** Runs one job in a fresh process, which has nothing warm, and answers what it sends back. */
export async function inFreshProcess<Job extends object, Answer>(name: string, job: Job): Promise<Answer> {
  const child = fork(join(__dirname, `${name}.process.js`), { stdio: ['ignore', 2, 2, 'ipc'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), JOB_TIMEOUT_MS);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      child.once('message', (answer) => resolve(answer as Answer));
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code} and no answer`)));
      child.send(job);
    });
  } finally {
    clearTimeout(timer);
    child.disconnect();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}
