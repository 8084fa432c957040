import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MAX_ADD_CHECKPOINT_BYTES } from '@app/integrity';
import {
  CONNECTIONS_CHECK_INTERVAL_MS,
  HEADERS_TIMEOUT_MS,
  KEEP_ALIVE_TIMEOUT_MS,
  MAX_CONNECTIONS,
  MAX_HEADER_BYTES,
  REQUEST_TIMEOUT_MS,
  SHUTDOWN_TIMEOUT_MS,
} from './limits';
import type { Witness, WitnessAnswer } from './witness';

export interface Listening {
  /** `http://127.0.0.1:4410` */
  readonly address: string;
  /** Requests in flight finish, then the server ends; bounded by `SHUTDOWN_TIMEOUT_MS`. */
  close(): Promise<void>;
}

/**
 * Serves a witness over HTTP.
 *
 * @param port 0: any that is free
 * @param log told of what went wrong while answering
 */
export async function listen(
  witness: Witness,
  { host, port, log }: { readonly host: string; readonly port: number; readonly log: (line: string) => void },
): Promise<Listening> {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      connectionsCheckingInterval: CONNECTIONS_CHECK_INTERVAL_MS,
    },
    (request, response) => {
      answer(witness, request)
        .catch((error: unknown) => {
          // The client went away while it was still sending.
          if (request.destroyed && !request.complete) return null;
          log(`failed: ${String(error)}`);
          return text(500, 'this witness failed; nothing was cosigned\n');
        })
        .then((answered) => {
          if (answered === null) return;
          // A connection that is kept alive would hold up a server that is told to stop.
          if (!server.listening) response.setHeader('connection', 'close');
          send(request, response, answered);
        })
        .catch((error: unknown) => log(`failed: ${String(error)}`));
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  server.on('error', (error) => log(`failed: ${String(error)}`));
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    async close() {
      const timer = setTimeout(() => server.closeAllConnections(), SHUTDOWN_TIMEOUT_MS);
      const closed = once(server, 'close');
      server.close();
      await closed;
      clearTimeout(timer);
    },
  };
}

interface HttpAnswer extends WitnessAnswer {
  readonly allow?: string;
}

function text(status: number, body: string): HttpAnswer {
  return { status, type: 'text/plain; charset=utf-8', body };
}

const CHECKPOINT_PATH = /^\/([0-9a-f]{64})\/checkpoint$/;

async function answer(witness: Witness, request: IncomingMessage): Promise<HttpAnswer> {
  const [path = ''] = (request.url ?? '').split('?');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/add-checkpoint') {
    if (request.method !== 'POST') return { ...text(405, 'send a POST\n'), allow: 'POST' };
    const body = await bodyOf(request);
    return body === null
      ? text(413, `a request has at most ${MAX_ADD_CHECKPOINT_BYTES} bytes\n`)
      : witness.addCheckpoint(body);
  }
  const hash = CHECKPOINT_PATH.exec(path)?.[1];
  if (path !== '/' && hash === undefined) return text(404, 'there is nothing at this address\n');
  if (!isRead) return { ...text(405, 'send a GET\n'), allow: 'GET, HEAD' };
  return hash === undefined ? witness.describe() : witness.lastCheckpoint(hash);
}

/** Null where it is too long; what is too much is read and thrown away, until the time-out at most. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_ADD_CHECKPOINT_BYTES) chunks.push(chunk);
  }
  return bytes <= MAX_ADD_CHECKPOINT_BYTES ? Buffer.concat(chunks) : null;
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body, allow }: HttpAnswer): void {
  response
    .writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      ...(allow !== undefined && { allow }),
    })
    .end(request.method === 'HEAD' ? undefined : body);
}
