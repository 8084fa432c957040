import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '@app/event-store';
import type { LedgerLog } from '../log/ledger-log';
import { Problem } from '../problems';
import { CLOCK, EVENT_STORE, LEDGER_LOG, type Clock } from '../tokens';
import type { Author } from './author';
import type { CheckpointSeen, EntryBody, SignatureGiven } from './entry';
import { logEntry, type Logged } from './log-entry';
import * as shape from './shape';

/** What an author may add to prove what it says. */
export interface Proven {
  /** The checkpoint that the author's client has seen; absent where it keeps none. */
  readonly checkpointSeen?: CheckpointSeen;
  /** Of a party that signs. */
  readonly signature?: SignatureGiven;
}

/** Log one entry, or one answer to an entry. */
export class LogEntry extends Command<Logged> {
  constructor(
    readonly relationship: string,
    readonly author: Author,
    /** The `Idempotency-Key`. */
    readonly key: string,
    readonly body: EntryBody & { readonly party?: 'third-party' },
    readonly proven: Proven = {},
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
    const { relationship, proven, body } = command;
    this.log.assertWritable(relationship);
    if (body.kind === 'rating.committed') {
      const detail = 'kind: ratings of a round are handed in at rounds/ROUND/ratings, which seals them';
      throw new Problem('kind-not-writable', detail, 'kind');
    }
    return logEntry(this.store, { ...command, ...(await provenBy(this.log, relationship, proven)) }, this.now());
  }
}

/** What an author proves, checked against the log. @throws Problem `checkpoint-contradicted`, `invalid-entry` */
export async function provenBy(
  log: LedgerLog,
  relationship: string,
  proven: Proven,
): Promise<{ readonly checkpointSeen: CheckpointSeen | null; readonly signature: SignatureGiven | null }> {
  const signature = proven.signature === undefined ? null : shape.signature(proven.signature, 'signature');
  if (proven.checkpointSeen === undefined) {
    // The author of a signed entry has signed which checkpoint it had seen, if any.
    return { checkpointSeen: signature === null ? log.lastPublished(relationship) : null, signature };
  }
  const checkpointSeen = shape.checkpointSeen(proven.checkpointSeen, 'checkpointSeen');
  await log.assertSeen(relationship, checkpointSeen);
  return { checkpointSeen, signature };
}
