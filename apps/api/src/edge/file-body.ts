import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FILE_MEDIA_TYPES, MAX_FILE_BYTES, Problem } from '@app/ledger';

/** Where files are taken; anywhere else their types are refused unread. */
const FILES_ROUTE = '/api/v1/relationships/:relationship/files';

/** Beside JSON the bodies of files, as they are: at one address alone, whose limit is that of a file. */
export function takeFileBodies(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions, headers } = request;
    const isFile = FILE_MEDIA_TYPES.includes(mediaTypeOf(request));
    if (method !== 'POST' || routeOptions.url !== FILES_ROUTE) {
      const isForeign = isFile && method !== 'GET' && method !== 'HEAD';
      done(isForeign ? new Problem('unsupported-media-type', 'the body must come as application/json') : undefined);
    } else if (!isFile) {
      done(new Problem('unsupported-media-type', `a file must come as one of ${FILE_MEDIA_TYPES.join(', ')}`));
    } else if (Number(headers['content-length']) > MAX_FILE_BYTES) {
      done(new Problem('body-too-large', `the file is larger than ${MAX_FILE_BYTES} bytes`));
    } else done();
  });
  server.addContentTypeParser<Buffer>(
    [...FILE_MEDIA_TYPES],
    { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES },
    (_request, bytes, done) => done(null, bytes),
  );
}

/** Without parameters such as a charset: `text/csv`. */
export function mediaTypeOf({ headers }: FastifyRequest): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
