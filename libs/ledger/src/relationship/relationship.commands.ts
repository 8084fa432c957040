import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore, JsonObject } from '@app/event-store';
import type { Author } from '../entry/author';
import { establishRelationship, type Logged } from '../entry/log-entry';
import type { LedgerLog } from '../log/ledger-log';
import { CLOCK, EVENT_STORE, LEDGER_LOG, type Clock } from '../tokens';

/** Open the ledger of a new relationship, or of a partner selection; for the operator. */
export class EstablishRelationship extends Command<Logged> {
  constructor(
    readonly relationship: string,
    readonly author: Author,
    /** The `Idempotency-Key`. */
    readonly key: string,
    /** Fields of `relationship.established`: title, client, provider, start, and the optional ones. */
    readonly data: JsonObject,
    /** Whether it is a partner selection. */
    readonly isSelection = false,
  ) {
    super();
  }
}

@CommandHandler(EstablishRelationship)
export class EstablishRelationshipHandler implements ICommandHandler<EstablishRelationship> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LEDGER_LOG) private readonly log: LedgerLog,
  ) {}

  async execute(command: EstablishRelationship): Promise<Logged> {
    // One of which checkpoints were signed, and that is lost, is not begun anew.
    this.log.assertWritable(command.relationship);
    return establishRelationship(this.store, command, this.now());
  }
}
