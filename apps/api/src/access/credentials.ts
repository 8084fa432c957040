import type { FastifyRequest } from 'fastify';
import { Problem } from '@app/ledger';

export const SESSION_COOKIE = 'ledger_session';
const MAX_TOKEN_LENGTH = 200;
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The token that the request carries: in `Authorization`, or in the session cookie. Null where it carries none.
 *
 * @throws Problem `forbidden` where a cookie is sent along by another site's page.
 */
export function tokenOf(request: FastifyRequest): string | null {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    const [scheme, token, more] = authorization.split(' ');
    const wellFormed = scheme?.toLowerCase() === 'bearer' && more === undefined;
    return wellFormed && token !== undefined && token.length <= MAX_TOKEN_LENGTH ? token : null;
  }
  if (cookie === undefined) return null;
  const token = sessionIn(cookie);
  if (token === undefined || token.length === 0 || token.length > MAX_TOKEN_LENGTH) return null;
  if (!SAFE_METHODS.has(request.method)) assertOwnPage(request);
  return token;
}

/**
 * The request comes from a page of this server, or from no page at all: browsers say which page sends a request that
 * changes something, in `Sec-Fetch-Site` or `Origin`. Where neither is sent, it was a program of the user's own.
 *
 * @throws Problem `forbidden`
 */
export function assertOwnPage(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const own = site !== undefined ? site === 'same-origin' : origin === undefined || hostOf(origin) === host;
  if (!own) throw new Problem('forbidden', 'a session cookie is taken only from pages of this server');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** The session of a `Cookie` header (RFC 6265); a token needs no decoding. */
function sessionIn(header: string): string | undefined {
  const pair = header.split(';').find((each) => each.trimStart().startsWith(`${SESSION_COOKIE}=`));
  return pair?.trim().slice(SESSION_COOKIE.length + 1);
}

/** `Secure` where the page came over TLS; over plain HTTP on loopback a browser would drop such a cookie. */
export function sessionCookie(request: FastifyRequest, token: string, expires: Date): string {
  const secure = request.headers.origin?.startsWith('https://') ? '; Secure' : '';
  return `${SESSION_COOKIE}=${token}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Strict${secure}`;
}
