import type { EventStore } from '@app/event-store';
import type { AccessBook } from '@app/access';
import type { LedgerLog } from '@app/ledger';
import { READY_TIMEOUT_MS } from '../limits';
import type { ReadyAnswer } from '../answers/health.answer';
import type { ReadModels } from './read-models';
import type { StorePulse } from './store-pulse';

/** Whether this process can serve everything it should. */
export class Readiness {
  private draining = false;

  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly book: AccessBook,
    private readonly pulse: StorePulse,
    private readonly ledgerLog: LedgerLog,
  ) {}

  /** From now on the process says that it is not ready: it is about to stop. */
  drain(): void {
    this.draining = true;
  }

  async check(): Promise<ReadyAnswer> {
    const reachable = await this.storeAnswers();
    const awaySince = this.pulse.awaySince();
    const projections = this.readModels.status();
    const reasons = [
      ...(this.draining ? ['the server is stopping'] : []),
      ...(reachable ? [] : ['the event store does not answer']),
      ...projections.flatMap(({ name, live, failing, interrupted }) => [
        ...(live ? [] : [`the projection ${name} is being built`]),
        ...(failing ? [`the projection ${name} stands still at ${failing.position}: ${failing.message}`] : []),
        ...(interrupted ? [`the projection ${name} cannot follow the log: ${interrupted.message}`] : []),
      ]),
    ];
    return {
      status: reasons.length === 0 ? 'ready' : 'not-ready',
      reasons,
      store: { reachable, ...(reachable || awaySince === null ? {} : { awaySince }) },
      projections: projections.map(({ name, version, position, live, failing }) => ({
        name,
        version,
        position,
        live,
        ...(failing ? { failing } : {}),
      })),
      readOnly: reachable ? this.readOnly() : 'the event store does not answer',
      log: { signing: this.ledgerLog.failure() === null, ...this.ledgerLog.counts() },
      demo: this.book.demo,
    };
  }

  /** How many ledgers, never which: this answer is public. */
  private readOnly(): string | null {
    const { size } = this.ledgerLog.readOnly();
    if (size === 0) return null;
    const broken = size === 1 ? 'one ledger is not as it was signed' : `${size} ledgers are not as they were signed`;
    return `${broken}; the log of the server says which`;
  }

  /** Asks the store for its end, and does not wait long for the answer. */
  private async storeAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), READY_TIMEOUT_MS);
    });
    const answered = this.store.head().then(
      () => true,
      () => false,
    );
    const answers = await Promise.race([answered, tooLate]);
    clearTimeout(timer);
    return answers;
  }
}
