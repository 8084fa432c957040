import { StoreUnavailable } from '@app/event-store';
import { PROBLEMS, Problem, type ProblemCode } from '@app/ledger';
import { plain } from '../text/plain';
import { ANSWER_TIMEOUT_MS, MAX_ANSWER_BYTES } from './limits';

/** The server does not answer; a command that was under way may have been logged. */
export class ServerUnavailable extends StoreUnavailable {
  constructor(url: string, reason: string) {
    super(`${url} does not answer: ${reason}`);
    this.name = 'ServerUnavailable';
  }
}

/** What a server answers, its fields not yet looked at. */
export type JsonAnswer = Readonly<Record<string, unknown>>;

/** A ledger behind HTTP, as the bearer of one token sees it. */
export interface LedgerServer {
  /** Without the path of its API, and without a slash at its end. */
  readonly url: string;
  /**
   * The bytes at an address; null where it says `not-found`.
   *
   * @throws Problem as the server names it, ServerUnavailable
   */
  get(path: string): Promise<Buffer | null>;
  /** The JSON object at an address; the same errors. */
  getJson(path: string): Promise<JsonAnswer>;
  /** The answer to a command; the same errors. */
  post(path: string, idempotencyKey: string, body: object): Promise<JsonAnswer>;
}

/** @throws Problem `invalid-parameter` where it is no address of a server */
export function ledgerServer(address: string, token: string): LedgerServer {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Problem(
      'invalid-parameter',
      `"${plain(address)}" is no address such as https://ledger.example`,
      'server',
    );
  }
  // Whoever copies it from the documentation may have the path of the API behind it.
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}`;
  const authorization = `Bearer ${token}`;

  async function call(path: string, request: RequestInit): Promise<Buffer> {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    let response: Response;
    let bytes: Buffer;
    try {
      // A token is for this server alone: it follows no one elsewhere.
      response = await fetch(`${base}/api/v1${path}`, { ...request, signal, redirect: 'error' });
      bytes = await bytesOf(response);
    } catch (error) {
      if (error instanceof Problem || !(error instanceof Error)) throw error;
      const { cause } = error;
      throw new ServerUnavailable(base, cause instanceof Error ? cause.message : error.message);
    }
    if (response.ok) return bytes;
    throw problemIn(bytes, `${base} answers ${response.status} and is no ledger, or another than this program knows`);
  }

  const refuse = (): never => {
    throw notUnderstood(`${base} answers, and is no ledger`);
  };
  return {
    url: base,
    async get(path) {
      try {
        return await call(path, { headers: { authorization } });
      } catch (error) {
        if (error instanceof Problem && error.code === 'not-found') return null;
        throw error;
      }
    },
    getJson: async (path) => objectIn(await call(path, { headers: { authorization } })) ?? refuse(),
    async post(path, idempotencyKey, body) {
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
      const answer = await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return objectIn(answer) ?? refuse();
    },
  };
}

async function bytesOf({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES)
      throw notUnderstood(`the answer of the server has more than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function objectIn(bytes: Buffer): JsonAnswer | null {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null ? (value as JsonAnswer) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What the server said no with; where it said it in no way of a ledger, what it seems to be. */
function problemIn(bytes: Buffer, otherwise: string): Problem {
  const { code, detail, field } = objectIn(bytes) ?? {};
  if (typeof code !== 'string' || !Object.hasOwn(PROBLEMS, code) || typeof detail !== 'string') {
    return notUnderstood(otherwise);
  }
  return new Problem(code as ProblemCode, plain(detail), typeof field === 'string' ? plain(field) : undefined);
}

function notUnderstood(why: string): Problem {
  return new Problem('invalid-parameter', why, 'server');
}
