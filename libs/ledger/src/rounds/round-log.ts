import type { EventStore } from '@app/event-store';
import { envelopeOf, factOf, payloadOf, streamOf } from '../entry/read';
import { withEnvelope } from '../entry/readable';
import { Problem } from '../problems';
import type { EntryReading } from '../scoring/entry-reading';
import { Reading } from '../scoring/reading';

/** A `rating.committed` as it was written, whatever was said of it afterwards. */
export interface CommittedEntry {
  readonly id: string;
  readonly round: string;
  readonly party: string;
  /** Null where the words of the entry were erased. */
  readonly member: string | null;
  readonly commitment: string;
  readonly effective: string | null;
  /** Of the command that wrote it. */
  readonly commandId: string;
  readonly imported: boolean;
}

/** A `rating.revealed` of one member. */
export interface RevealedEntry {
  readonly round: string;
  readonly of: string;
  /** Null where the words of the entry were erased. */
  readonly member: string | null;
  readonly effective: string | null;
}

/** What a log says of rounds. */
export interface RoundLog {
  /** Of the rounds, what was rated in them and the parties alone. */
  readonly reading: Reading;
  readonly committed: readonly CommittedEntry[];
  readonly revealed: readonly RevealedEntry[];
}

/** Types of the events that tell of rounds begin so. */
const TOLD_BY = ['round.', 'rating.', 'party.'] as const;

/**
 * Reads what tells of rounds from the log itself: what was acknowledged a moment ago counts, and rounds are few.
 *
 * @throws Problem `relationship-not-found`; what `EventStore.read` throws
 */
export async function readRoundLog(store: EventStore, relationship: string): Promise<RoundLog> {
  const reading = new Reading();
  const committed: CommittedEntry[] = [];
  const revealed: RevealedEntry[] = [];
  let entries = 0;
  for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) {
    entries += 1;
    const { answers, effective, commandId, imported, party } = envelopeOf(event);
    const tells = TOLD_BY.some((start) => event.type.startsWith(start));
    if (!tells && (answers === null || reading.entry(answers) === undefined)) continue;
    const fact = factOf(withEnvelope(event));
    reading.learn(fact);
    const round = fact.data['round'];
    if (typeof round !== 'string') continue;
    const { member, data } = payloadOf(event);
    const { commitment, of } = fact.data;
    if (fact.kind === 'rating.committed' && typeof commitment === 'string') {
      committed.push({ id: fact.id, round, party, member, commitment, effective, commandId, imported });
    }
    if (fact.kind === 'rating.revealed' && typeof of === 'string') {
      const whose = typeof data['member'] === 'string' ? data['member'] : null;
      revealed.push({ round, of, member: whose, effective });
    }
  }
  if (entries === 0) throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
  return { reading, committed, revealed };
}

/** The entries about a round that are not voided, in ledger order. */
export function entriesOfRound({ reading }: RoundLog, round: string): readonly EntryReading[] {
  return reading.entries.filter(({ status, data }) => status !== 'voided' && data['round'] === round);
}
