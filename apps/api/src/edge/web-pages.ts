import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FRONT_PAGE } from '../routes/front-page';

/** What `apps/web/vite.config.mts` leaves in the page for the nonce of each answer. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';
const NONCE_BYTES = 16;
const NO_PAGES = /^\/(api|health|metrics|assets)(\/|\?|$)/;

/** The built web application lies in `dist/web`, whether the server runs from `dist` or from its sources. */
function webDirectory(): string {
  const root = resolve(__dirname, '..', '..', '..', '..');
  return basename(root) === 'dist' ? join(root, 'web') : join(root, 'dist', 'web');
}

/** The pages of the web application; where it is not built, one that says so. */
export class WebPages {
  private readonly directory = webDirectory();
  private page: string | null = null;

  /** Serves what the pages load: named by their content, so that they hold for ever; compressed as they were built. */
  serve(server: FastifyInstance): void {
    const index = join(this.directory, 'index.html');
    if (!existsSync(index)) return;
    this.page = readFileSync(index, 'utf8');
    const icon = readFileSync(join(this.directory, 'icon.svg'));
    server.register(fastifyStatic, {
      root: join(this.directory, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      index: false,
    });
    server.get('/icon.svg', (_request, reply) => reply.type('image/svg+xml').send(icon));
  }

  /** Whether a browser asks for a view of the application, by whatever address. */
  isAskedFor({ method, url, headers }: FastifyRequest): boolean {
    const takesPages = headers.accept?.includes('text/html') === true;
    return this.page !== null && (method === 'GET' || method === 'HEAD') && takesPages && !NO_PAGES.test(url);
  }

  /** Sends the page, with a policy that holds for this answer alone: nothing inline, nothing from elsewhere. */
  send(reply: FastifyReply): void {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').status(200);
    if (this.page === null) {
      reply.send(FRONT_PAGE);
      return;
    }
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    reply.header('content-security-policy', policy(nonce)).send(this.page.replaceAll(NONCE_PLACEHOLDER, nonce));
  }
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
