import { Problem } from '@app/ledger';
import { createApi, DEFAULT_HOST, DEFAULT_PORT } from './create-api';
import { openLog } from './run/log';

/** Where the ledger is, as the command line found it. */
export interface ServePlace {
  readonly directory: string;
  readonly eventStoreUrl: string | null;
  readonly logName?: string | undefined;
}

/**
 * Serves until SIGTERM or SIGINT, and answers once everything has ended. `HOST` and `PORT` say where, 127.0.0.1:4400
 * unless given; `PRIMARY=no` leaves signing to another process on the same EventStoreDB;
 * `NODE_ENV=production` refuses the demo.
 *
 * @throws DemoRefused, the errors of opening a store, Error where the port is taken
 */
export async function serve(place: ServePlace, environment: NodeJS.ProcessEnv): Promise<void> {
  const log = openLog();
  const host = environment['HOST'] || DEFAULT_HOST;
  const port = portOf(environment['PORT']);
  const stopped = untilToldToStop();
  const api = await createApi({
    place,
    host,
    port,
    production: environment['NODE_ENV'] === 'production',
    primary: isPrimary(environment['PRIMARY']),
    logName: place.logName,
    log,
  });
  try {
    const address = await api.listen();
    log.info(`the ledger listens on ${address}: API at ${address}/api/docs, health at ${address}/health/ready`);
    if (api.mode === 'demo') {
      log.info(
        `${place.directory} shows a fictional sample contract and is a demo for ever; a real ledger gets its own ` +
          'DATA_DIR, where `ledger token --operator` comes before the first `ledger serve`',
      );
    }
    log.info(`${await stopped}: finishing what is in flight`);
  } finally {
    await api.close();
  }
  log.info('stopped');
}

function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Problem('invalid-parameter', `PORT must be a whole number from 0 to 65535, not ${text}`, 'PORT');
  }
  return port;
}

function isPrimary(text: string | undefined): boolean {
  if (!text || text === 'yes') return true;
  if (text === 'no') return false;
  throw new Problem('invalid-parameter', `PRIMARY must be yes or no, not ${text}`, 'PRIMARY');
}

function untilToldToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
}
