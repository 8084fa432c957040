import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LEDGER_FILE, openEventStore, StoreUnavailable, type EventStore } from '@app/event-store';
import { checkpointFiles } from '@app/ledger';
import { warn } from './output';

const DEFAULT_DIRECTORY = './data';

/** The part of a data directory that is not in the log and cannot be derived from it. */
export const PRIVATE_FOLDER = 'private';

export interface PlaceOptions {
  readonly data?: string;
  readonly eventstore?: string;
}

/** Where the ledger is: its data directory, and the EventStoreDB that holds the log instead of the embedded store. */
export interface Place {
  readonly directory: string;
  readonly eventStoreUrl: string | null;
  /** `LOG_NAME`: what the log of a new directory is called. */
  readonly logName?: string | undefined;
}

/** `--data` on the command line means the embedded store there, whatever `EVENTSTORE_URL` says. */
export function placeOf(options: PlaceOptions, environment: NodeJS.ProcessEnv): Place {
  const inherited = options.data === undefined ? environment['EVENTSTORE_URL'] : undefined;
  return {
    directory: resolve(options.data ?? (environment['DATA_DIR'] || DEFAULT_DIRECTORY)),
    eventStoreUrl: options.eventstore ?? (inherited || null),
    logName: environment['LOG_NAME'] || undefined,
  };
}

/** There is nothing to read from: most often the directory is another than was meant. */
export class NoLedger extends StoreUnavailable {
  constructor(directory: string) {
    super(
      isLogGone(directory) ? logGone(directory) : `there is no ledger in ${directory}; import or serve creates one`,
    );
    this.name = 'NoLedger';
  }
}

function logGone(directory: string): string {
  return (
    `the log of ${directory} is gone: ${LEDGER_FILE} is missing, and private files show that checkpoints of it were ` +
    `signed. Bring a backup back into a new directory, "ledger restore BACKUP --previous ${directory} --data NEW", or ` +
    `here what a party has, "ledger recover RELATIONSHIP --bundle FILE --data ${directory}"`
  );
}

/** Whether there is none in a data directory in which checkpoints of one were signed. */
export function isLogGone(directory: string): boolean {
  return !existsSync(join(directory, LEDGER_FILE)) && checkpointFiles(directory).relationships().length > 0;
}

/** How a message names the place. */
export function describe(place: Place): string {
  return place.eventStoreUrl === null ? place.directory : withoutPassword(place.eventStoreUrl);
}

/**
 * Opens the log for as long as `use` runs, and closes it whatever happens. Only a verb that writes makes a ledger where
 * there is none: else a mistyped directory would be answered with "no such relationship".
 *
 * @throws NoLedger, StoreUnavailable, IncompatibleStore
 */
export async function withStore<Result>(
  place: Place,
  purpose: 'read' | 'write',
  use: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  if (purpose === 'read') assertLedger(place);
  const store = await openEventStore(
    place.eventStoreUrl === null
      ? { kind: 'sqlite', directory: place.directory }
      : { kind: 'eventstoredb', url: place.eventStoreUrl },
    {
      readOnly: purpose === 'read',
      onMigrated: ({ file, fromVersion, toVersion, backup }) =>
        warn(`${file} was brought from version ${fromVersion} to ${toVersion}; a copy as it was is in ${backup}.`),
    },
  );
  try {
    // A follower waits for its server for ever; a verb must say that there is none.
    if (place.eventStoreUrl !== null) await store.head();
    return await use(store);
  } finally {
    await store.close();
  }
}

/** @throws NoLedger where the embedded store has none */
export function assertLedger(place: Place): void {
  if (place.eventStoreUrl === null && !existsSync(ledgerFile(place))) throw new NoLedger(place.directory);
}

/** Whether a log is, or was, kept there. */
export function isDataDirectory(directory: string): boolean {
  return [LEDGER_FILE, PRIVATE_FOLDER].some((name) => existsSync(join(directory, name)));
}

/** The file of the log in the embedded store. */
export function ledgerFile(place: Place): string {
  return join(place.directory, LEDGER_FILE);
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@');
}
