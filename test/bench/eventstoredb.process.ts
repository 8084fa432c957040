import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, START, streamNameFilter } from '@eventstore/db-client';
import type { EventToAppend } from '@app/event-store';
import { importJournal, ledgerProjections } from '@app/ledger';
import { rebuildProjections } from '@app/projections';
import { openEventStoreDb } from '../../libs/event-store/src/eventstoredb/eventstoredb';
import { answerJob } from './job';
import { journal } from './journal';

export interface EventStoreDbJob {
  readonly url: string;
  /** Start of the names of the streams that are written or read. */
  readonly prefix: string;
  /** Appends, or entries to be read. */
  readonly count: number;
  /** Of read models, to be made. */
  readonly directory: string;
  readonly what: 'append' | 'append-bare' | 'import' | 'rebuild' | 'rebuild-bare';
}

const IN_FLIGHT = 64;

/** Milliseconds that the work took. */
answerJob(async (job: EventStoreDbJob): Promise<number> => {
  switch (job.what) {
    case 'append':
      return appended(job);
    case 'append-bare':
      return appendedBare(job);
    case 'import':
      return imported(job);
    case 'rebuild':
      return rebuilt(job);
    case 'rebuild-bare':
      return caughtUpBare(job);
  }
});

function openStore({ url, prefix }: EventStoreDbJob): ReturnType<typeof openEventStoreDb> {
  return openEventStoreDb({ url, streamPrefixes: [prefix] });
}

function eventOf(revision: number): EventToAppend {
  const text = 'The provider told the joint management team of the delay before anybody asked, and what it would do.';
  return { id: randomUUID(), type: 'note.logged.v1', data: { revision, factor: 614, sign: '+' }, metadata: { text } };
}

/** As many streams as appends in flight, each append awaited before the next on its stream. */
async function inFlight(count: number, append: (stream: number, revision: number) => Promise<unknown>): Promise<void> {
  const each = Math.ceil(count / IN_FLIGHT);
  const one = async (stream: number): Promise<void> => {
    for (let revision = 0; revision < each; revision += 1) await append(stream, revision);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, stream) => one(stream)));
}

async function timed(work: () => Promise<unknown>, close: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  const tookMs = performance.now() - startMs;
  await close();
  return tookMs;
}

function appended(job: EventStoreDbJob): Promise<number> {
  const store = openStore(job);
  const append = (stream: number, revision: number): Promise<unknown> =>
    store.append(`${job.prefix}${stream}`, revision === 0 ? 'no-stream' : revision - 1, [eventOf(revision)]);
  return timed(
    () => inFlight(job.count, append),
    () => store.close(),
  );
}

function appendedBare(job: EventStoreDbJob): Promise<number> {
  const client = EventStoreDBClient.connectionString(job.url);
  const append = (stream: number, revision: number): Promise<unknown> => {
    const expectedRevision = revision === 0 ? 'no_stream' : BigInt(revision - 1);
    return client.appendToStream(`${job.prefix}${stream}`, jsonEvent({ ...eventOf(revision) }), { expectedRevision });
  };
  return timed(
    () => inFlight(job.count, append),
    () => client.dispose(),
  );
}

function imported(job: EventStoreDbJob): Promise<number> {
  const store = openStore(job);
  const relationship = job.prefix.replace(/^relationship-/, '');
  const source = async function* (): AsyncGenerator<Uint8Array> {
    for (const line of journal(relationship, job.count)) yield Buffer.from(`${line}\n`);
  };
  return timed(
    () => importJournal(store, source, { format: 'journal', nowMs: Date.now() }),
    () => store.close(),
  );
}

function rebuilt(job: EventStoreDbJob): Promise<number> {
  const store = openStore(job);
  return timed(
    () => rebuildProjections({ store, directory: job.directory, projections: ledgerProjections }),
    () => store.close(),
  );
}

function caughtUpBare({ url, prefix, count }: EventStoreDbJob): Promise<number> {
  const client = EventStoreDBClient.connectionString(url);
  return timed(
    async () => {
      let events = 0;
      const filter = streamNameFilter({ prefixes: [prefix] });
      for await (const { event } of client.subscribeToAll({ fromPosition: START, filter })) {
        if (event !== undefined) events += 1;
        if (events === count) break;
      }
    },
    () => client.dispose(),
  );
}
