import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '@app/event-store';
import { CLOCK, EVENT_STORE, type Clock } from '../tokens';
import type { Author } from './author';
import type { EntryBody } from './entry';
import { logEntry, type Logged } from './log-entry';

/** Log one entry, or one answer to an entry. */
export class LogEntry extends Command<Logged> {
  constructor(
    readonly relationship: string,
    readonly author: Author,
    /** The `Idempotency-Key`. */
    readonly key: string,
    readonly body: EntryBody & { readonly party?: 'third-party' },
  ) {
    super();
  }
}

@CommandHandler(LogEntry)
export class LogEntryHandler implements ICommandHandler<LogEntry> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  execute(command: LogEntry): Promise<Logged> {
    return logEntry(this.store, command, this.now());
  }
}
