import { createParamDecorator, Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessBook, may, type Bearer, type Permission } from '@app/access';
import { CLOCK, Problem, type Clock } from '@app/ledger';
import { tokenOf } from './credentials';
import { ruleOf } from './rule';
import { SignInLimit } from './sign-in-limit';

interface AuthenticatedRequest extends FastifyRequest {
  bearer?: Bearer;
}

/** Whoever the guard let in. */
export function bearerOf(request: AuthenticatedRequest): Bearer {
  if (!request.bearer) throw new Error('a public route has no bearer');
  return request.bearer;
}

export const CurrentBearer = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  bearerOf(context.switchToHttp().getRequest<AuthenticatedRequest>()),
);

/** What a bearer's lists may show: operators the ids and titles of all, everyone else its own relationships. */
export function visibleTo(bearer: Bearer): (relationship: string) => boolean {
  return bearer.author.role === 'operator' ? () => true : (relationship) => bearer.relationships.has(relationship);
}

/** In front of every route: no rule, no answer. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(AccessBook) private readonly book: AccessBook,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rule = ruleOf(context.getHandler());
    if (rule === 'public') return true;
    if (rule === undefined) throw new Problem('forbidden', 'this address has no access rule');
    return this.admit(context.switchToHttp().getRequest<AuthenticatedRequest>(), rule);
  }

  private async admit(request: AuthenticatedRequest, permission: Permission): Promise<boolean> {
    const token = tokenOf(request);
    if (token === null) throw new Problem('unauthenticated', 'the request carries no bearer token and no session');
    const nowMs = this.now();
    this.limit.assertRoom(request.ip, nowMs);
    const bearer = await this.book.authenticate(token, nowMs);
    if (!bearer) {
      this.limit.count(request.ip);
      throw new Problem('unauthenticated', 'the token is unknown, expired or revoked');
    }
    const { role } = bearer.author;
    const { relationship } = request.params as { relationship?: string };
    if (relationship !== undefined && role !== 'operator' && !bearer.relationships.has(relationship)) {
      throw new Problem('relationship-not-found', `no relationship ${relationship} that this token may see`);
    }
    if (!may(role, permission))
      throw new Problem('forbidden', `a token for the role ${role} may not ${permission.replace('-', ' ')}`);
    request.bearer = bearer;
    return true;
  }
}
