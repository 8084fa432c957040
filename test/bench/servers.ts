import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type Server } from './child';
import { openContracts } from './contracts';
import { load, type Client, type Load } from './load';

/** The command line as it is built. */
export const LEDGER = join(__dirname, '..', '..', 'apps', 'cli', 'src', 'main.js');

export interface LoadedServer {
  readonly server: Server;
  readonly clients: readonly Client[];
  stop(): Promise<void>;
}

/** `ledger serve`, as it is run by those who use it, with open contracts. */
export async function startLedger(directory: string, contracts: number): Promise<LoadedServer> {
  const clients = await openContracts(directory, contracts);
  const server = await startServer(LEDGER, ['serve', '--data', directory]);
  return { server, clients, stop: () => server.stop() };
}

/** The Nest route of the ledger around one raw insert. */
export async function startNest(directory: string, contracts: number): Promise<LoadedServer> {
  const clients = await openContracts(directory, contracts);
  const server = await startServer(join(__dirname, 'nest-server.process.js'), [directory]);
  return { server, clients, stop: () => server.stop() };
}

/** node:http and node:sqlite alone. */
export async function startBare(directory: string, clients: readonly Client[]): Promise<LoadedServer> {
  mkdirSync(directory, { recursive: true });
  const server = await startServer(join(__dirname, 'bare-server.process.js'), [join(directory, 'raw.db')]);
  return { server, clients, stop: () => server.stop() };
}

export const CONNECTIONS = 32;

/** How long each run loads a server. */
export function loadTimes(quick: boolean): { readonly warmUpMs: number; readonly durationMs: number } {
  return quick ? { warmUpMs: 500, durationMs: 1_500 } : { warmUpMs: 500, durationMs: 3_000 };
}

/** Loads the ledger and waits until its read models have taken everything, which would weigh on what comes next. */
export async function loadLedger(
  { server }: LoadedServer,
  clients: readonly Client[],
  times: { readonly warmUpMs: number; readonly durationMs: number },
): Promise<Load> {
  const measured = await load(server, clients, times);
  await settled(server, clients, measured.position);
  return measured;
}

/** Each waits five seconds: a server may first have to build its read models of a million entries. */
const SETTLE_ATTEMPTS = 60;

async function settled({ host, port }: Server, [client]: readonly Client[], position: string): Promise<void> {
  for (let attempt = 0; attempt < SETTLE_ATTEMPTS; attempt += 1) {
    // The server itself waits, bounded, for its read models.
    const answer = await fetch(`http://${host}:${port}/api/v1/session?seen=${position}`, {
      headers: { authorization: `Bearer ${client?.token}` },
    });
    await answer.body?.cancel();
    if (answer.ok) return;
  }
  throw new Error(`the read models have not reached ${position}`);
}
