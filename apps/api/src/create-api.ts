import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AccessBook } from '@app/access';
import { openEventStore, type EventStore, type Migration } from '@app/event-store';
import {
  assertKeyNotLost,
  assertClaimable,
  checkpointFiles,
  claimLog,
  EvidenceFiles,
  LedgerLog,
  logIdentity,
  RatingSafe,
  type Clock,
  type LogNews,
} from '@app/ledger';
import { AccessGuard } from './access/access.guard';
import { admitBeforeBody } from './access/before-body';
import { routeRulesOf, type RouteRule } from './access/rule';
import { ApiModule, CONTROLLERS } from './api.module';
import { tagReads } from './edge/etag';
import { takeFileBodies } from './edge/file-body';
import { takeJsonBodiesOnly } from './edge/json-body';
import { answerMalformedHttp } from './edge/malformed-http';
import { describeApi, guardPages } from './edge/open-api';
import { problemOf } from './edge/problem-body';
import { sendProblem } from './edge/problem.filter';
import { RouteTable } from './edge/route-table';
import { WebPages } from './edge/web-pages';
import {
  CLOSE_IDLE_INTERVAL_MS,
  KEEP_ALIVE_TIMEOUT_MS,
  MAX_BODY_BYTES,
  MAX_CONNECTIONS,
  MAX_PATH_PARAMETER_LENGTH,
  REQUEST_TIMEOUT_MS,
  SHUTDOWN_TIMEOUT_MS,
} from './limits';
import { Bundles } from './run/bundles';
import { answerLoopbackOnly, prepareDemo } from './run/demo';
import { LiveFeed } from './run/live-feed';
import { LiveStreams } from './run/live-streams';
import { openLog } from './run/log';
import { watchServer } from './run/metrics';
import { openReadModels, storeConfigOf, type ReadModels } from './run/read-models';
import { Readiness } from './run/readiness';
import { runClock, type RunningClock } from './run/run-clock';
import { StorePulse } from './run/store-pulse';

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 4400;

export interface ApiOptions {
  /** The data directory, and the EventStoreDB that holds the log instead of the embedded store. */
  readonly place: { readonly directory: string; readonly eventStoreUrl: string | null };
  readonly host?: string;
  /** 0: any that is free. */
  readonly port?: number;
  readonly production?: boolean;
  /** False: an empty directory stays empty instead of becoming a demo. */
  readonly demo?: boolean;
  readonly clock?: Clock;
  readonly log?: Logger;
  /** False where another process holds the keys, signs the log and serves its proof. */
  readonly primary?: boolean;
  /** What a new log is called: a URL without its scheme, for instance `ledger.example.org`. */
  readonly logName?: string | undefined;
  /** Where the read models are kept up: in a thread of their own unless said otherwise. */
  readonly projections?: 'thread' | 'in-process';
  /** Another way to the log than `place` says. */
  readonly openStore?: () => Promise<EventStore>;
}

/** A server that is wired and not yet listening. */
export interface Api {
  readonly mode: 'demo' | 'real';
  readonly store: EventStore;
  readonly routes: RouteTable;
  /** Answers its address: `http://127.0.0.1:4400`. */
  listen(): Promise<string>;
  /** Requests in flight finish, then everything ends; bounded by `SHUTDOWN_TIMEOUT_MS`. */
  close(): Promise<void>;
}

/**
 * Opens the store, the read models and the tokens, and wires the server in front of them.
 *
 * @throws DemoRefused, and the errors of opening a store
 */
export async function createApi(options: ApiOptions): Promise<Api> {
  const { place, host = DEFAULT_HOST, port = DEFAULT_PORT, clock = Date.now, log = openLog() } = options;
  const closing: (() => Promise<void> | void)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const onMigrated = ({ file, fromVersion, toVersion, backup }: Migration): void =>
      log.warn(`${file} was brought from version ${fromVersion} to ${toVersion}; ${backup} is as it was before`);
    const store = await (options.openStore?.() ?? openEventStore(storeConfigOf(place), { onMigrated }));
    closing.push(() => store.close());
    const pulse = new StorePulse(log);
    const book = new AccessBook(store, (error) => pulse.told(error));
    await book.start();
    closing.push(() => book.stop());
    const mode = await prepareDemo(
      store,
      book,
      {
        host,
        production: options.production ?? false,
        // A log that was signed and is empty was lost.
        mayBecomeDemo:
          place.eventStoreUrl === null &&
          options.demo !== false &&
          checkpointFiles(place.directory).relationships().length === 0,
        dataDirectory: place.directory,
      },
      clock(),
    );
    const primary = options.primary !== false;
    const ledgerLog = await openLedgerLog(store, place, primary, options.logName, log);
    closing.push(() => ledgerLog.close());
    const thread = options.projections !== 'in-process';
    const readModels = openReadModels({ store, place, thread, signs: primary, log });
    closing.push(() => readModels.stop());
    const safe = new RatingSafe(place.directory);
    const files = primary ? new EvidenceFiles(place.directory) : null;
    const ledgerClock = primary ? runClock({ store, readModels, ledgerLog, safe, now: clock, log }) : null;
    closing.push(() => ledgerClock?.stop());
    const streams = new LiveStreams(store, new LiveFeed(store, log), log);
    const bundles = new Bundles(store, primary ? place.directory : null, clock);
    const readiness = new Readiness(store, readModels, book, pulse, ledgerLog);
    const { app, server, routes } = await wire({
      store,
      pulse,
      book,
      ledgerLog,
      safe,
      files,
      ledgerClock,
      readModels,
      streams,
      readiness,
      bundles,
      clock,
      log,
      mode,
    });
    closing.push(() => closeServer(app, server, log));
    closing.push(() => {
      readiness.drain();
      streams.close();
    });
    return {
      mode,
      store,
      routes,
      async listen() {
        await app.listen(port, host);
        const address = server.server.address() as AddressInfo;
        return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
      },
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The transparency log, held against what was signed of it before anything can be written. */
async function openLedgerLog(
  store: EventStore,
  { directory, eventStoreUrl }: ApiOptions['place'],
  primary: boolean,
  logName: string | undefined,
  log: Logger,
): Promise<LedgerLog> {
  if (primary && eventStoreUrl !== null) await assertClaimable(store, directory);
  if (primary && eventStoreUrl === null) await assertKeyNotLost(store, directory);
  const identity = primary ? logIdentity(directory, logName) : null;
  if (identity !== null && eventStoreUrl !== null) await claimLog(store, identity, directory);
  const ledgerLog = new LedgerLog(store, directory, identity, (news) => tellOf(news, log));
  await ledgerLog.start();
  for (const [relationship, reason] of ledgerLog.readOnly()) {
    log.error(`the ledger of ${relationship} is read-only: it ${reason}`);
  }
  return ledgerLog;
}

function tellOf(news: LogNews, log: Logger): void {
  if (news.is === 'broken') log.error(`the ledger of ${news.relationship} is read-only: it ${news.reason}`);
  if (news.is === 'witness-away') {
    log.warn(`the witness ${news.witness} of ${news.relationship} does not cosign, and is asked again: ${news.reason}`);
  }
  if (news.is === 'witness-claims') {
    const claim = `the witness ${news.witness} of ${news.relationship} contradicts the log: ${news.reason}`;
    const unshown =
      ', and does not show it; what it does not show is not believed: ask its party for that checkpoint, and compare';
    log.warn(news.shown === true ? claim : `${claim}${unshown}`);
  }
  if (news.is === 'witness-back') log.info(`the witness ${news.witness} of ${news.relationship} cosigns again`);
  if (news.is === 'unwitnessed') log.warn(`the witnesses of ${news.relationship} cannot be asked: ${news.reason}`);
  if (news.is === 'unread')
    log.warn(`what the witnesses of ${news.relationship} cosigned cannot be read: ${news.reason}`);
  if (news.is === 'witnesses-gone')
    log.warn(`${news.relationship} has no witnesses any more: its policy was taken away`);
  if (news.is === 'policies') log.warn(news.reason);
  if (news.is === 'failed') log.warn(`the log cannot be signed: ${news.reason}`);
  if (news.is === 'works') log.info('the log is signed again');
}

interface Wiring {
  readonly store: EventStore;
  readonly ledgerLog: LedgerLog;
  readonly safe: RatingSafe;
  readonly files: EvidenceFiles | null;
  readonly ledgerClock: RunningClock | null;
  readonly pulse: StorePulse;
  readonly book: AccessBook;
  readonly readModels: ReadModels;
  readonly streams: LiveStreams;
  readonly readiness: Readiness;
  readonly bundles: Bundles;
  readonly clock: Clock;
  readonly log: Logger;
  readonly mode: 'demo' | 'real';
}

async function wire({
  mode,
  ...parts
}: Wiring): Promise<{ app: NestFastifyApplication; server: FastifyInstance; routes: RouteTable }> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: MAX_PATH_PARAMETER_LENGTH },
    clientErrorHandler: answerMalformedHttp,
    frameworkErrors: (error: unknown, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, problemOf(error)),
  });
  const server: FastifyInstance = adapter.getInstance<FastifyInstance>();
  server.server.maxConnections = MAX_CONNECTIONS;
  const routes = new RouteTable();
  server.addHook('onRoute', (route) => routes.add(route));
  if (mode === 'demo') answerLoopbackOnly(server);
  guardPages(server);
  tagReads(server);
  const metrics = watchServer(server, parts.readModels, parts.pulse);
  const rules = CONTROLLERS.flatMap((controller) => routeRulesOf(controller));
  assertEveryRouteHasARule(rules);
  const pages = new WebPages();
  pages.serve(server);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of({ ...parts, metrics, routes, pages }),
    adapter,
    {
      logger: false,
      abortOnError: false,
      bodyParser: false,
    },
  );
  admitBeforeBody(server, app.get(AccessGuard), rules);
  takeJsonBodiesOnly(server);
  takeFileBodies(server);
  describeApi(app);
  await app.init();
  return { app, server, routes };
}

function assertEveryRouteHasARule(rules: readonly RouteRule[]): void {
  for (const { method, url, rule } of rules) {
    if (rule === undefined) throw new Error(`${method} ${url} has no access rule`);
  }
}

/** Stops listening and waits for what is in flight; what takes too long is cut off. */
async function closeServer(app: NestFastifyApplication, server: FastifyInstance, log: Logger): Promise<void> {
  const timer = setTimeout(() => {
    log.warn(`requests did not finish within ${SHUTDOWN_TIMEOUT_MS} ms and are cut off`);
    server.server.closeAllConnections();
  }, SHUTDOWN_TIMEOUT_MS);
  // A connection that is kept alive is closed as soon as what was in flight on it has been answered.
  const idle = setInterval(() => server.server.closeIdleConnections(), CLOSE_IDLE_INTERVAL_MS);
  await app.close();
  clearInterval(idle);
  clearTimeout(timer);
}
