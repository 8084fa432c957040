import type { EventStore } from '@app/event-store';
import type { Author } from '../entry/author';
import type { CheckpointSeen, SignatureGiven } from '../entry/entry';
import { envelopeOf, factOf, streamOf } from '../entry/read';
import { logEntry, type Logged } from '../entry/log-entry';
import * as shape from '../entry/shape';
import { localDay } from '../calendar/working-days';
import { Problem } from '../problems';
import { formatDay } from '../scoring/days';
import { Reading } from '../scoring/reading';
import { MAX_RATINGS, MAX_REASON_LENGTH } from './limits';
import { ratingCommitment, roundSituation } from './rounds';
import type { MemberRating, RatingSafe } from './sealed-ratings';

export interface HandIn {
  readonly relationship: string;
  readonly author: Author;
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly round: string;
  /** As they came. */
  readonly ratings: unknown;
  /** Why other factors are not rated. */
  readonly reason?: unknown;
  /** Others of the party still rate: it is not yet to be revealed. */
  readonly more?: unknown;
  /** 64 hex digits, of a client that signs the commitment itself; absent: drawn here. */
  readonly salt?: unknown;
  readonly checkpointSeen?: CheckpointSeen | null;
  readonly signature?: SignatureGiven | null;
}

/**
 * Takes what a member rates in a round: sealed first, then its commitment as an entry. Whoever rates again before the
 * reveal replaces what it handed in before.
 *
 * @throws Problem; what `EventStore.append` throws
 */
export async function handInRatings(
  store: EventStore,
  safe: RatingSafe,
  handIn: HandIn,
  nowMs: number,
): Promise<Logged> {
  const { relationship, author, key, checkpointSeen, signature } = handIn;
  if (author.party === null) throw new Problem('forbidden', `a ${author.role} rates in the name of no party`);
  const round = shape.id(handIn.round, 'round');
  const { member, party } = author;
  const said = {
    round,
    of: party,
    member,
    ratings: ratingsIn(handIn.ratings, await factorsOf(store, relationship, round)),
    reason: handIn.reason === undefined ? null : shape.text(MAX_REASON_LENGTH)(handIn.reason, 'reason'),
    more: handIn.more !== undefined && shape.boolean(handIn.more, 'more'),
  };
  const salt = handIn.salt === undefined ? safe.saltFor(relationship, key, said) : shape.hash(handIn.salt, 'salt');
  const content = { ...said, salt };
  safe.seal(relationship, content);
  const body = {
    kind: 'rating.committed',
    effective: formatDay(localDay(nowMs)),
    data: { round, commitment: ratingCommitment(content) },
  };
  const proven = { checkpointSeen: checkpointSeen ?? null, signature: signature ?? null };
  try {
    return await logEntry(store, { relationship, author, key, body, ...proven }, nowMs);
  } catch (error) {
    // Refused, and not merely without an answer: no entry names it.
    if (error instanceof Problem) safe.discard(relationship, body.data.commitment);
    throw error;
  }
}

/** What may be rated in a round; whether it still takes ratings is asked when the commitment is written. */
async function factorsOf(store: EventStore, relationship: string, round: string): Promise<readonly number[]> {
  const reading = new Reading();
  let entries = 0;
  // Of the log itself: what was acknowledged a moment ago counts, and rounds are few.
  for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) {
    entries += 1;
    const { answers } = envelopeOf(event);
    if (event.type.startsWith('round.') || (answers !== null && reading.entry(answers) !== undefined)) {
      reading.learn(factOf(event));
    }
  }
  if (entries === 0) throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
  const found = reading.entries.filter(({ status, data }) => status !== 'voided' && data['round'] === round);
  const { is, factors } = roundSituation(found);
  if (is === 'none') throw new Problem('not-found', `there is no round "${round}"`);
  return factors;
}

function ratingsIn(given: unknown, factors: readonly number[]): MemberRating[] {
  const rating: shape.Shape<MemberRating> = (value, field) => {
    const said = shape.fields(value, field, ['factor', 'level', 'evidenced']);
    const factor = shape.factorCode(said['factor'], `${field}.factor`);
    if (!factors.includes(factor)) throw shape.invalid(`${field}.factor`, `one of ${factors.join(', ')}`);
    const evidenced = said['evidenced'] !== undefined && shape.boolean(said['evidenced'], `${field}.evidenced`);
    return { factor, level: shape.level(said['level'], `${field}.level`), evidenced };
  };
  const ratings = shape.listOf(rating)(given, 'ratings');
  if (ratings.length > MAX_RATINGS) throw shape.invalid('ratings', `at most ${MAX_RATINGS} ratings`);
  if (new Set(ratings.map(({ factor }) => factor)).size !== ratings.length) {
    throw shape.invalid('ratings', 'each factor once');
  }
  return ratings.toSorted((a, b) => a.factor - b.factor);
}
