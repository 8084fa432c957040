import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventStore } from '@app/event-store';
import { EVENT_STORE, Problem } from '@app/ledger';
import { ruleOf } from '../access/rule';
import { SEEN_TIMEOUT_MS } from '../limits';
import type { ReadModels } from '../run/read-models';
import { StorePulse } from '../run/store-pulse';
import { READ_MODELS } from '../tokens';

const POSITION = /^[0-9A-Za-z/_.-]{1,64}$/;

/**
 * Before every read: waits, bounded, until what the client has seen (`seen=POSITION`) can be answered for, and says what
 * the answer covers (`Ledger-Position`) and since when the event store has been away, if it is (`Ledger-Stale-Since`).
 */
@Injectable()
export class SeenGuard implements CanActivate {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(StorePulse) private readonly pulse: StorePulse,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'GET' || ruleOf(context.getHandler()) === 'public') return true;
    return this.reach(request, context.switchToHttp().getResponse<FastifyReply>());
  }

  private async reach(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const { seen } = request.query as { seen?: unknown };
    if (seen !== undefined) await this.wait(seen);
    const awaySince = this.pulse.awaySince();
    if (awaySince !== null) reply.header('ledger-stale-since', awaySince);
    const position = this.readModels.position();
    if (position !== null) reply.header('ledger-position', position);
    return true;
  }

  private async wait(seen: unknown): Promise<void> {
    if (typeof seen !== 'string' || !POSITION.test(seen)) {
      throw new Problem('invalid-parameter', 'seen must be a position that the ledger answered', 'seen');
    }
    const reached = this.readModels.position();
    if (reached !== null && reached.length === seen.length && reached >= seen) return;
    const head = await this.store.head();
    if (head === null || head.length !== seen.length || head < seen) {
      throw new Problem('invalid-parameter', 'seen lies beyond the end of the ledger', 'seen');
    }
    if (!(await this.readModels.waitFor(seen, SEEN_TIMEOUT_MS))) {
      throw new Problem('read-model-behind', `the read models have not reached ${seen} yet`);
    }
  }
}
