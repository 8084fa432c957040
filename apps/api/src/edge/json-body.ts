import type { FastifyInstance } from 'fastify';
import { parseJson } from '@app/integrity';
import { Problem } from '@app/ledger';
import { MAX_BODY_BYTES } from '../limits';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes to JSON: well-formed UTF-8, and nothing that the ledger could not sign. */
export function readJsonBody(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new Problem('invalid-json', 'the body is not UTF-8');
  }
  return parseJson(text);
}

/** RFC 8259: JSON between systems is UTF-8; a parameter that says otherwise would have the text read wrongly. */
const FOREIGN_CHARSET = /;\s*charset\s*=\s*"?(?!utf-?8\b)/i;

/** JSON is the only body there is; anything else is refused with 415. */
export function takeJsonBodiesOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request, bytes, done) => {
      try {
        if (FOREIGN_CHARSET.test(request.headers['content-type'] ?? '')) {
          throw new Problem('unsupported-media-type', 'the body must come in UTF-8');
        }
        done(null, readJsonBody(bytes));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}
