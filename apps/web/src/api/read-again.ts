import type { Query } from '@tanstack/react-query';
import type { Middleware } from 'openapi-fetch';
import { createFreshness } from './freshness';
import { queryClient } from './query-client';
import { setStaleSince } from './stale-since';
import type { components } from './schema';

type Written = components['schemas']['LoggedAnswer'] | readonly components['schemas']['OutcomeAnswer'][];

const GATHER_MS = 300;

/** What is heard of the ledger, here and by others, and what the answers that are shown cover of it. */
export const freshness = createFreshness(readAgain, GATHER_MS);

/** Reads what is shown of a relationship again; forms keep what is typed. What is not shown is read when it is. */
export function readAgain(relationship: string): Promise<void> {
  return queryClient.invalidateQueries({ predicate: readsOf(relationship) });
}

/** Every read asks for all that was heard of, and every answer and every write says where the ledger is. */
export const followPositions: Middleware = {
  onRequest: ({ request, schemaPath }) => {
    const seen = freshness.furthest();
    const url = new URL(request.url);
    if (request.method !== 'GET' || seen === null || !isOfLedgers(schemaPath) || url.searchParams.has('seen')) return;
    url.searchParams.set('seen', seen);
    return new Request(url, request);
  },
  onResponse: async ({ request, response, params }) => {
    if (!response.ok) {
      // A ledger that was brought back from a backup ends before what was seen of it.
      if (response.status === 400 && (await fieldOf(response)) === 'seen') freshness.forget();
      return;
    }
    const relationship = params.path?.['relationship'];
    if (typeof relationship !== 'string') return;
    if (request.method === 'GET') {
      setStaleSince(response.headers.get('ledger-stale-since'));
      freshness.covers(relationship, response.headers.get('ledger-position') ?? '');
    } else for (const position of await positionsIn(response)) freshness.heard(relationship, position);
  },
};

export function readsOf(relationship: string): (query: Query) => boolean {
  return ({ queryKey: [method, path, init] }) =>
    method === 'get' &&
    typeof path === 'string' &&
    (!path.includes('{relationship}') ||
      (init as { params?: { path?: { relationship?: string } } } | undefined)?.params?.path?.relationship ===
        relationship);
}

/** The catalogue and the session are the same at every position. */
function isOfLedgers(path: string): boolean {
  return path.includes('{relationship}') || path === '/api/v1/portfolio';
}

/** Of one entry, or of those in a list that were taken; what writes no entry has none. */
async function positionsIn(response: Response): Promise<string[]> {
  const written = (await response.clone().json()) as Written;
  if ('position' in written) return [written.position];
  return written.flatMap(({ logged }) => logged?.position ?? []);
}

async function fieldOf(response: Response): Promise<string | undefined> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return undefined;
  return ((await response.clone().json()) as { field?: string }).field;
}
