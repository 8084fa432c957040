import { markDemo, markDemoLoaded, type AccessBook } from '@app/access';
import type { EventStore } from '@app/event-store';
import { importJournal, sampleJournal } from '@app/ledger';
import { sendProblem } from '../edge/problem.filter';
import { problemBody } from '../edge/problem-body';
import type { FastifyInstance } from 'fastify';

/** Id of the one relationship of the sample journal. */
export const SAMPLE_RELATIONSHIP = 'north-road';

/** The server may not show the demo here. The message says why and what to do. */
export class DemoRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DemoRefused';
  }
}

export interface DemoSituation {
  readonly host: string;
  readonly production: boolean;
  /** The log is in the data directory, not in an EventStoreDB, and an empty one is not wanted empty. */
  readonly mayBecomeDemo: boolean;
  readonly dataDirectory: string;
}

/** Why no demo is shown in this situation, or null where one may be. */
function refusalOf({ host, production }: DemoSituation): string | null {
  if (production) return 'NODE_ENV is production';
  return isLoopback(host) ? null : `HOST is ${host}, and a demo lets everyone in: it is for loopback only`;
}

/**
 * Makes an empty embedded ledger a demo, and finishes loading one that was interrupted. An empty ledger that may show
 * no demo stays empty, as a real one.
 *
 * @throws DemoRefused where the directory is marked as a demo and the situation allows none.
 */
export async function prepareDemo(
  store: EventStore,
  book: AccessBook,
  situation: DemoSituation,
  nowMs: number,
): Promise<'demo' | 'real'> {
  const refusal = refusalOf(situation);
  if (book.demo) {
    if (refusal !== null) {
      throw new DemoRefused(
        `${situation.dataDirectory} holds the sample contract and is a demo for ever, but ${refusal}. ` +
          'Give a real ledger its own DATA_DIR, or set HOST=127.0.0.1 and unset NODE_ENV.',
      );
    }
  } else {
    if (!situation.mayBecomeDemo || refusal !== null || (await store.head()) !== null) return 'real';
    await markDemo(store, nowMs);
    await book.refresh();
  }
  if (!book.demoLoaded) {
    await importJournal(store, sampleBytes, { format: 'journal', nowMs });
    await markDemoLoaded(store, nowMs);
    await book.refresh();
  }
  return 'demo';
}

async function* sampleBytes(): AsyncIterable<Uint8Array> {
  for (const line of sampleJournal()) yield Buffer.from(`${JSON.stringify(line)}\n`);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Refuses requests that name another host: a page of another site that points its name at this machine. */
export function answerLoopbackOnly(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    if (isLoopback(host)) return done();
    sendProblem(reply, problemBody('forbidden', 'a demo answers to localhost and 127.0.0.1 only'));
  });
}
