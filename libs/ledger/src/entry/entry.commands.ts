import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '@app/event-store';
import type { LedgerLog } from '../log/ledger-log';
import { CLOCK, EVENT_STORE, LEDGER_LOG, type Clock } from '../tokens';
import type { Author } from './author';
import type { CheckpointSeen, EntryBody } from './entry';
import { logEntry, type Logged } from './log-entry';
import * as shape from './shape';

/** Log one entry, or one answer to an entry. */
export class LogEntry extends Command<Logged> {
  constructor(
    readonly relationship: string,
    readonly author: Author,
    /** The `Idempotency-Key`. */
    readonly key: string,
    readonly body: EntryBody & { readonly party?: 'third-party' },
    /** The checkpoint that the author's client has seen; absent where it keeps none. */
    readonly checkpointSeen?: CheckpointSeen,
  ) {
    super();
  }
}

@CommandHandler(LogEntry)
export class LogEntryHandler implements ICommandHandler<LogEntry> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LEDGER_LOG) private readonly log: LedgerLog,
  ) {}

  async execute(command: LogEntry): Promise<Logged> {
    const { relationship, checkpointSeen: given } = command;
    this.log.assertWritable(relationship);
    let checkpointSeen = this.log.lastPublished(relationship);
    if (given !== undefined) {
      checkpointSeen = shape.checkpointSeen(given, 'checkpointSeen');
      await this.log.assertSeen(relationship, checkpointSeen);
    }
    return logEntry(this.store, { ...command, checkpointSeen }, this.now());
  }
}
