import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { issueToken, type TokenRequest } from '@app/access';
import type { EventStore } from '@app/event-store';
import { createApi, type Api, type ApiOptions } from '../../apps/api/src/create-api';

/** Noon of a day on which the tests take place. */
export const NOON_MS = Date.parse('2026-03-31T12:00:00Z');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of it, an empty object where there is none. */
  readonly json: JsonAnswer;
}

/** What the tests read of answers. */
export interface JsonAnswer {
  readonly [key: string]: unknown;
  readonly id?: string;
  readonly code?: string;
  readonly field?: string;
  readonly position?: string;
  readonly revision?: number;
  readonly next?: string | null;
  readonly score?: number | null;
  readonly entries?: readonly JsonAnswer[];
  readonly relationships?: readonly JsonAnswer[];
}

export interface CallOptions {
  readonly method?: string;
  readonly token?: string;
  /** Becomes the JSON body. */
  readonly body?: unknown;
  /** The body as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real server on a real file, in a directory of its own. */
export interface HttpServer {
  readonly api: Api;
  readonly directory: string;
  readonly address: string;
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** A POST with a key of its own. */
  post(path: string, token: string, body: unknown, key?: string): Promise<Answer>;
  token(request: TokenRequest): Promise<string>;
  stop(): Promise<void>;
}

let keys = 0;

export async function startServer(options: Partial<ApiOptions> = {}): Promise<HttpServer> {
  const directory = options.place?.directory ?? mkdtempSync(join(tmpdir(), 'ledger-http-'));
  const api = await createApi({
    place: { directory, eventStoreUrl: null },
    port: 0,
    demo: false,
    clock: () => NOON_MS,
    log: pino({ level: 'silent' }),
    projections: 'in-process',
    ...options,
  });
  const address = await api.listen();

  async function call(path: string, { method, token, body, raw, headers = {} }: CallOptions = {}): Promise<Answer> {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(address + path, {
      method: method ?? (payload === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as JsonAnswer) : {},
    };
  }

  return {
    api,
    directory,
    address,
    call,
    post: (path, token, body, key = `key-${++keys}`) =>
      call(path, { token, body, headers: { 'idempotency-key': key } }),
    token: async (request) => (await issueToken(api.store, request, NOON_MS)).token,
    async stop() {
      await api.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export const NORTH_ROAD = {
  id: 'north-road',
  title: 'North road services',
  client: 'North Council',
  provider: 'Fieldway',
  start: '2019-04-01',
  end: '2029-03-31',
};

export interface Tokens {
  readonly operator: string;
  readonly client: string;
  readonly provider: string;
  readonly sponsor: string;
  readonly facilitator: string;
  readonly auditor: string;
  readonly reporter: string;
  /** A member of another relationship. */
  readonly stranger: string;
}

/** A token of every role for a relationship. */
export async function tokensFor(server: HttpServer, relationship: string): Promise<Tokens> {
  const relationships = [relationship];
  return {
    operator: await server.token({ role: 'operator', member: 'operator' }),
    client: await server.token({ role: 'member', member: 'm-1', party: 'client', relationships }),
    provider: await server.token({ role: 'member', member: 'm-2', party: 'provider', relationships }),
    sponsor: await server.token({ role: 'sponsor', member: 'm-3', party: 'client', relationships }),
    facilitator: await server.token({ role: 'facilitator', member: 'm-4', relationships }),
    auditor: await server.token({ role: 'auditor', member: 'm-5', relationships }),
    reporter: await server.token({ role: 'reporter', member: 'm-6', relationships }),
    stranger: await server.token({ role: 'member', member: 'm-7', party: 'client', relationships: ['south-road'] }),
  };
}

/** A server with the relationship north-road, and its tokens. */
export async function startNorthRoad(
  options: Partial<ApiOptions> = {},
): Promise<{ server: HttpServer; tokens: Tokens }> {
  const server = await startServer(options);
  const tokens = await tokensFor(server, NORTH_ROAD.id);
  const established = await server.post('/api/v1/relationships', tokens.operator, NORTH_ROAD, 'establish');
  if (established.status !== 201) throw new Error(`north-road was not established: ${established.text}`);
  return { server, tokens };
}

/** How many events the log holds. */
export async function countEvents(store: EventStore): Promise<number> {
  const stopping = new AbortController();
  let count = 0;
  for await (const { events, live } of store.follow({ signal: stopping.signal })) {
    count += events.length;
    if (live) stopping.abort();
  }
  return count;
}
