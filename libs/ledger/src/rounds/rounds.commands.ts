import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '@app/event-store';
import type { Author } from '../entry/author';
import { provenBy, type Proven } from '../entry/entry.commands';
import type { Logged } from '../entry/log-entry';
import type { LedgerLog } from '../log/ledger-log';
import { CLOCK, EVENT_STORE, LEDGER_LOG, RATING_SAFE, type Clock } from '../tokens';
import { handInRatings, type HandIn } from './hand-in';
import type { RatingSafe } from './sealed-ratings';

/** Hand in what a member rates in a round, sealed. */
export class HandInRatings extends Command<Logged> {
  constructor(
    readonly relationship: string,
    readonly author: Author,
    /** The `Idempotency-Key`. */
    readonly key: string,
    readonly said: Pick<HandIn, 'round' | 'ratings' | 'reason' | 'more' | 'salt'>,
    readonly proven: Proven = {},
  ) {
    super();
  }
}

@CommandHandler(HandInRatings)
export class HandInRatingsHandler implements ICommandHandler<HandInRatings> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(RATING_SAFE) private readonly safe: RatingSafe,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LEDGER_LOG) private readonly log: LedgerLog,
  ) {}

  async execute({ relationship, author, key, said, proven }: HandInRatings): Promise<Logged> {
    this.log.assertWritable(relationship);
    const handIn = { relationship, author, key, ...said, ...(await provenBy(this.log, relationship, proven)) };
    return handInRatings(this.store, this.safe, handIn, this.now());
  }
}
