import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { RouteTable } from './route-table';
import type { WebPages } from './web-pages';
import { problemBody, PROBLEM_MEDIA_TYPE, problemOf, retryAfterSeconds, type ProblemBody } from './problem-body';

/** Sends a problem. Also for what happens outside Nest: a malformed address, a foreign `Host`. */
export function sendProblem(reply: FastifyReply, body: ProblemBody): void {
  const retryAfter = retryAfterSeconds(body.code);
  if (retryAfter !== null) reply.header('retry-after', String(retryAfter));
  // Who is still sending would lose the answer with the connection: the rest is read and dropped, bounded by the time
  // that a request may take.
  if (body.code === 'body-too-large') reply.removeHeader('connection');
  if (body.status === 401) reply.header('www-authenticate', 'Bearer realm="ledger"');
  // What a route says of how long its answer holds is not said of a problem.
  reply.removeHeader('cache-control');
  reply.status(body.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(body));
}

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly routes: RouteTable,
    private readonly pages: WebPages,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    let body = problemOf(error);
    if (body.code === 'not-found' && error instanceof HttpException) {
      // Every view of the web application has an address, which the application itself leads to.
      if (this.pages.isAskedFor(request)) return this.pages.send(reply);
      const methods = this.routes.methodsAt(request.url);
      if (methods.length > 0 && !methods.includes(request.method)) {
        reply.header('allow', methods.join(', '));
        body = problemBody('method-not-allowed', `${request.method} is none of ${methods.join(', ')}`);
      }
    }
    if (body.status >= 500) {
      const route = request.routeOptions?.url;
      const where = { route, method: request.method };
      // What is refused for a reason that is known needs no stack.
      if (body.code === 'internal-error') this.log.error({ ...where, err: error }, body.code);
      else this.log.warn({ ...where, detail: body.detail }, body.code);
    }
    sendProblem(reply, body);
  }
}
