import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Bearer } from '@app/access';
import { isSelection, Problem, SELECTING_PARTY, VIEWS, type Views } from '@app/ledger';

/** Members of the client see its partner selections; the operator, who opens them, their ids and titles. */
export function maySeeSelections({ author }: Bearer): boolean {
  return author.party === SELECTING_PARTY || author.role === 'operator';
}

/**
 * A partner selection is for the client's members alone, whatever tokens were issued before it was opened: for everybody
 * else there is none, whatever the method of the request.
 */
@Injectable()
export class SelectionGuard implements CanActivate {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { params, bearer } = context.switchToHttp().getRequest<FastifyRequest & { bearer?: Bearer }>();
    const { relationship } = params as { relationship?: string };
    if (relationship === undefined || !bearer || maySeeSelections(bearer)) return true;
    return this.isOpenTo(relationship);
  }

  private async isOpenTo(relationship: string): Promise<boolean> {
    if (!(await isSelection(this.views, relationship))) return true;
    throw new Problem('relationship-not-found', `no relationship ${relationship} that this token may see`);
  }
}
