import type { EventStore } from '@app/event-store';
import type { Author } from '../entry/author';
import type { CheckpointSeen, SignatureGiven } from '../entry/entry';
import { logEntry, type Logged } from '../entry/log-entry';
import * as shape from '../entry/shape';
import { commandIdOf } from '../entry/command-id';
import { localDay } from '../calendar/working-days';
import { Problem } from '../problems';
import { formatDay } from '../scoring/days';
import { Ratings, type Rating } from '../scoring/ratings';
import { ratingCommitment } from './committed-ratings';
import { MAX_RATINGS, MAX_REASON_LENGTH } from './limits';
import { entriesOfRound, readRoundLog, type RoundLog } from './round-log';
import { roundSituation } from './rounds';
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
  const relationship = shape.id(handIn.relationship, 'id');
  return safe.inTurn(relationship, () => handInNow(store, safe, handIn, nowMs));
}

async function handInNow(store: EventStore, safe: RatingSafe, handIn: HandIn, nowMs: number): Promise<Logged> {
  const { relationship, author, key, checkpointSeen, signature } = handIn;
  if (author.party === null) throw new Problem('forbidden', `a ${author.role} rates in the name of no party`);
  const round = shape.id(handIn.round, 'round');
  const { member, party } = author;
  const log = await readRoundLog(store, relationship);
  const { is, factors } = roundSituation(entriesOfRound(log, round));
  if (is === 'none') throw new Problem('not-found', `there is no round "${round}"`);
  const said = {
    round,
    of: party,
    member,
    ratings: ratingsIn(handIn.ratings, factors, saidLast(log, party, localDay(nowMs))),
    reason: handIn.reason === undefined ? null : shape.text(MAX_REASON_LENGTH)(handIn.reason, 'reason'),
    more: handIn.more !== undefined && shape.boolean(handIn.more, 'more'),
  };
  const salt = handIn.salt === undefined ? safe.saltFor(relationship, key, said) : shape.hash(handIn.salt, 'salt');
  const content = { ...said, salt };
  const commitment = ratingCommitment(content);
  // What was revealed is sealed no more, whoever asks for it again.
  const sealing = is === 'revealed' ? 'kept' : safe.seal(relationship, content);
  if (sealing === 'other') {
    throw shape.invalid(
      'salt',
      'one that was not used before: these ratings were handed in with it and another reason or "more"',
    );
  }
  const commandId = commandIdOf(relationship, member, key);
  // The same request is the same entry, also on the day after.
  const before = log.committed.find((entry) => entry.commandId === commandId);
  const body = {
    kind: 'rating.committed',
    effective: before?.effective ?? formatDay(localDay(nowMs)),
    data: { round, commitment },
  };
  const proven = { checkpointSeen: checkpointSeen ?? null, signature: signature ?? null };
  try {
    return await logEntry(store, { relationship, author, key, body, ...proven }, nowMs);
  } catch (error) {
    // Refused, and not merely without an answer; an entry that was lost sight of may still count on it.
    const isNamed = log.committed.some((entry) => entry.commitment === commitment);
    if (error instanceof Problem && sealing === 'new' && !isNamed) safe.discard(relationship, commitment);
    throw error;
  }
}

/** What a party said last of a factor, or all agreed since. */
type SaidLast = (factor: number) => Rating | undefined;

function saidLast({ reading }: RoundLog, party: string, day: number): SaidLast {
  const ratings = new Ratings();
  for (const entry of reading.entries) {
    if (Ratings.isRating(entry) && entry.inEffect && entry.day <= day) ratings.add(entry);
  }
  return (factor) => ratings.side(factor, [party]).latest[0]?.rating;
}

function ratingsIn(given: unknown, factors: readonly number[], last: SaidLast): MemberRating[] {
  const rating: shape.Shape<MemberRating> = (value, field) => {
    const said = shape.fields(value, field, ['factor', 'level', 'evidenced', 'unchanged']);
    const factor = shape.factorCode(said['factor'], `${field}.factor`);
    if (!factors.includes(factor)) throw shape.invalid(`${field}.factor`, `one of ${factors.join(', ')}`);
    if (said['unchanged'] !== undefined && shape.boolean(said['unchanged'], `${field}.unchanged`))
      return unchanged(factor, last(factor), said, field);
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

/** @throws Problem `invalid-entry` where there is nothing that it could be unchanged from, or no one level */
function unchanged(factor: number, before: Rating | undefined, said: object, field: string): MemberRating {
  if ('level' in said || 'evidenced' in said)
    throw shape.invalid(`${field}.unchanged`, 'neither a level nor evidence beside it: both are as they were');
  if (before === undefined)
    throw shape.invalid(`${field}.unchanged`, 'a level: this party has not rated the factor yet');
  if (!Number.isInteger(before.level))
    throw shape.invalid(`${field}.unchanged`, `a level: the last one, ${before.level}, is the median of several`);
  return { factor, level: before.level, evidenced: before.evidenced };
}
