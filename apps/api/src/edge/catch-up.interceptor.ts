import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs';
import type { EventStore, Position } from '@app/event-store';
import { EVENT_STORE, Problem, type ProblemCode } from '@app/ledger';
import { SEEN_TIMEOUT_MS } from '../limits';
import type { ReadModels } from '../run/read-models';
import { StorePulse } from '../run/store-pulse';
import { READ_MODELS } from '../tokens';

const MISSING: ReadonlySet<ProblemCode> = new Set(['entry-not-found', 'relationship-not-found']);

/**
 * What was acknowledged is never said not to exist: where nothing is found and the read models are behind the log, they
 * catch up, bounded, and are asked once more.
 */
@Injectable()
export class CatchUpInterceptor implements NestInterceptor {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(StorePulse) private readonly pulse: StorePulse,
  ) {}

  intercept(_context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    // Looked at before the question: what the read models reach after it was answered may hold what it did not find.
    const reached = this.readModels.position();
    return next.handle().pipe(
      catchError((error: unknown) => {
        const missing = error instanceof Problem && MISSING.has(error.code);
        return from(missing ? this.catchUp(reached) : Promise.resolve(false)).pipe(
          switchMap((more) => (more ? next.handle() : throwError(() => error))),
        );
      }),
    );
  }

  /** Whether there is more to be read now than where the read models had reached. */
  private async catchUp(reached: Position | null): Promise<boolean> {
    if (this.pulse.awaySince() !== null) return false;
    const head = await this.store.head();
    if (head === null || (reached !== null && reached >= head)) return false;
    return this.readModels.waitFor(head, SEEN_TIMEOUT_MS);
  }
}
