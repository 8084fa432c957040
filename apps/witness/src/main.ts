import { formatVerifierKey, type VerifierKey } from '@app/integrity';
import { InvalidOption } from './errors';
import { listen } from './listen';
import { openWitness } from './witness';

export { DamagedWitness, InvalidOption, WitnessInUse } from './errors';
export { logKeyOf, logKeysIn } from './known-logs';
export { verifierKeyOf } from './witness-key';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 4410;

export interface ServeWitnessOptions {
  readonly directory: string;
  readonly name?: string;
  readonly logs: readonly VerifierKey[];
}

/**
 * Serves until SIGTERM or SIGINT, and answers once everything has ended. `HOST` and `PORT` say where, 127.0.0.1:4410
 * unless given.
 *
 * @throws InvalidOption, WitnessInUse, DamagedWitness, Error where the port is taken
 */
export async function serveWitness(options: ServeWitnessOptions, environment: NodeJS.ProcessEnv): Promise<void> {
  const host = environment['HOST'] || DEFAULT_HOST;
  const port = portOf(environment['PORT']);
  const stopped = untilToldToStop();
  const witness = openWitness({ ...options, log: say });
  try {
    const server = await listen(witness, { host, port, log: say });
    say(`the witness listens on ${server.address}; its key is ${formatVerifierKey(witness.verifier)}`);
    say(`${await stopped}: finishing what is in flight`);
    await server.close();
  } finally {
    witness.close();
  }
  say('stopped');
}

function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidOption('PORT', `PORT must be a whole number from 0 to 65535, not ${text}`);
}

function untilToldToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
}

function say(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}
