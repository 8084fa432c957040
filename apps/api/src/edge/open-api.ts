import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { version } from '../../../../package.json';
import { SESSION_COOKIE } from '../access/credentials';

export const OPEN_API_PATH = 'api/openapi.json';
export const DOCS_PATH = 'api/docs';

const DESCRIPTION = `One record of a long contract's relationship that both parties trust: append, replay, score.

Every call but those marked public needs \`Authorization: Bearer TOKEN\` or the session cookie. Every POST that writes
needs an \`Idempotency-Key\`. Errors are RFC 9457 problems with a \`code\` of one closed list. Every read carries an
\`ETag\`, \`Ledger-Position\` (what it covers) and, while the event store is away, \`Ledger-Stale-Since\`.`;

/** Describes the API and serves the description, and pages to browse it, from files of this machine alone. */
export function describeApi(app: INestApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Collaboration ledger')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'opaque' }, 'token')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  let document: ReturnType<typeof SwaggerModule.createDocument> | undefined;
  SwaggerModule.setup(
    DOCS_PATH,
    app,
    () => (document ??= SwaggerModule.createDocument(app, config, { operationIdFactory: operationId })),
    { jsonDocumentUrl: OPEN_API_PATH, raw: ['json'], customSiteTitle: 'Collaboration ledger: API' },
  );
}

/** Names the function that a generated client offers: `relationshipsList`. */
function operationId(controller: string, method: string): string {
  const noun = controller.replace(/Controller$/, '');
  return noun.charAt(0).toLowerCase() + noun.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
}

const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Pages load nothing from elsewhere and are framed by nobody; nothing is guessed to be of another type. Those of the web
 * application bring a stricter policy of their own.
 */
export function guardPages(server: FastifyInstance): void {
  server.addHook<unknown>('onSend', (_request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff');
    const type = reply.getHeader('content-type');
    if (typeof type === 'string' && type.startsWith('text/html')) {
      if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGE_POLICY);
      reply.header('referrer-policy', 'no-referrer');
    }
    done(null, payload);
  });
}
