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
    return this.admits(context.switchToHttp().getRequest<AuthenticatedRequest>(), rule);
  }

  /**
   * Whether the bearer of the request's token may do this, in the relationship that its address names.
   *
   * @throws Problem `unauthenticated`, `forbidden`, `relationship-not-found`, `too-many-requests`; StoreUnavailable
   */
  admits(request: AuthenticatedRequest, rule: Permission): boolean | Promise<boolean> {
    const token = tokenOf(request);
    if (token === null) throw new Problem('unauthenticated', 'the request carries no bearer token and no session');
    const bearer = this.book.lookUp(token, this.now());
    return bearer ? this.admit(request, bearer, rule) : this.discover(request, token, rule);
  }

  /** Only what is not known here counts against the limit: nobody can lock out others who share the address. */
  private async discover(request: AuthenticatedRequest, token: string, permission: Permission): Promise<boolean> {
    return this.admit(request, await this.limit.authenticate(this.book, request.ip, token, this.now()), permission);
  }

  private admit(request: AuthenticatedRequest, bearer: Bearer, permission: Permission): boolean {
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
