import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Every read of the API carries the hash of its body; who has that body already gets 304 and no body. Reads are private
 * to their token and asked anew each time.
 */
export function tagReads(server: FastifyInstance): void {
  server.addHook<unknown>('onSend', (request, reply, payload, done) => {
    if (
      !(request.method === 'GET' || request.method === 'HEAD') ||
      reply.statusCode !== 200 ||
      typeof payload !== 'string' ||
      !request.url.startsWith('/api/v1/')
    ) {
      done(null, payload);
      return;
    }
    const tag = `"${createHash('sha1').update(payload).digest('base64url')}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'authorization, cookie');
    if (matches(request.headers['if-none-match'], tag)) {
      reply.code(304).removeHeader('content-type');
      done(null, null);
      return;
    }
    done(null, payload);
  });
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly, or `*`. */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((each) => {
    const candidate = each.trim();
    return candidate === '*' || candidate === tag || candidate === `W/${tag}`;
  });
}
