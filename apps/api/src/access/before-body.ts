import type { FastifyInstance } from 'fastify';
import type { AccessGuard } from './access.guard';
import type { RouteRule } from './rule';

/**
 * Asks the guard before a body is read, so that nobody without a right has the server hold megabytes: what comes of the
 * body is thrown away. The guard asks again behind it, in case a token was revoked while the body came.
 */
export function admitBeforeBody(server: FastifyInstance, guard: AccessGuard, rules: readonly RouteRule[]): void {
  const posts = new Map(rules.flatMap(({ method, url, rule }) => (method === 'POST' ? [[url, rule] as const] : [])));
  server.addHook('onRequest', async (request) => {
    const { url = '' } = request.routeOptions;
    const rule = request.method === 'POST' ? posts.get(url) : undefined;
    if (rule !== undefined && rule !== 'public') await guard.admits(request, rule);
  });
}
