import type { EventStore, JsonObject } from '@app/event-store';
import type { CheckpointSeen } from '../entry/entry';
import type { Also } from '../due/clock';
import { recordByLedger } from '../entry/log-entry';
import { lastOf } from '../entry/rules';
import { endOfLocalDay, localDay } from '../calendar/working-days';
import { Problem } from '../problems';
import { entriesById, textIn } from '../register';
import { parseDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';
import { entriesOfRound, readRoundLog, type CommittedEntry, type RoundLog } from './round-log';
import { commitmentsIn, isPast, mayBeOver, roundSituation, REVEALED } from './rounds';
import type { RatingSafe, SealedRatings } from './sealed-ratings';

export interface Revealing {
  readonly store: EventStore;
  readonly safe: RatingSafe;
  /** The last checkpoint of a log that anybody could have seen; null where there is none. */
  readonly seen: (relationship: string) => CheckpointSeen | null;
  /** Something that was handed in cannot be revealed: told once, whatever is tried again. */
  readonly tell: (relationship: string, what: string) => void;
}

/** What a member handed in last, with the entry that committed to it. */
interface HandedIn {
  readonly entry: CommittedEntry;
  /** Null where it cannot be opened, or is not what the entry may name. */
  readonly content: SealedRatings | null;
}

/**
 * Reveals the rounds of a ledger in which every party has rated, or that are closed or past their last day: what each
 * member handed in last, held against its commitment and its entry, one entry each. What was revealed in part, as before
 * a crash, is completed; what is revealed is sealed no more. While a round takes ratings, what cannot be opened keeps it
 * waiting, for its member can hand in again; afterwards it keeps nothing else from being revealed.
 *
 * @returns looks at one ledger as it is read; it says how many entries were recorded, and when to look again
 */
export function roundRevealer(
  revealing: Revealing,
): (relationship: string, reading: Reading, nowMs: number) => Promise<Also> {
  const told = new Set<string>();
  const tell = (relationship: string, what: string): void => {
    const news = `${relationship} ${what}`;
    if (!told.has(news)) revealing.tell(relationship, what);
    told.add(news);
  };
  return async (relationship, reading, nowMs) => {
    let recorded = 0;
    let nextMs = Infinity;
    const counting = reading.entries.filter(({ status }) => status !== 'voided');
    for (const [round, entries] of entriesById(counting, 'round')) {
      const commitments = commitmentsIn(entries).map(({ fact }) => textIn(fact.data['commitment']) ?? '');
      if (commitments.length === 0) continue;
      const situation = roundSituation(entries);
      if (situation.is === 'open' && situation.closes !== null && !isPast(situation, nowMs)) {
        nextMs = Math.min(nextMs, endOfLocalDay(situation.closes));
      }
      if (!mayBeOver(reading, entries, nowMs)) continue;
      if (!commitments.some((commitment) => revealing.safe.holds(relationship, commitment))) {
        // Of a round that was revealed it was deleted.
        if (situation.is !== 'revealed')
          tell(relationship, `nothing that was handed in for round ${round} is sealed here`);
        continue;
      }
      try {
        const one = { ...revealing, tell, relationship, round, nowMs };
        recorded += await revealing.safe.inTurn(relationship, () => revealRound(one));
      } catch (error) {
        tell(relationship, `round ${round} cannot be revealed, and is tried again: ${wordsOf(error)}`);
        nextMs = nowMs;
      }
    }
    return { recorded, nextMs };
  };
}

interface RevealingRound extends Revealing {
  readonly relationship: string;
  readonly round: string;
  readonly nowMs: number;
}

/** As the log itself tells of the round: nobody hands in meanwhile. */
async function revealRound(revealing: RevealingRound): Promise<number> {
  const { store, relationship, round, nowMs, tell, seen } = revealing;
  const log = await readRoundLog(store, relationship);
  const entries = entriesOfRound(log, round);
  if (!mayBeOver(log.reading, entries, nowMs)) return 0;
  const handedIn = waitingFor(log, round, entries).map((entry) => opened(revealing, entry));
  const isComplete = log.reading.parties(localDay(nowMs)).every((party) => {
    const own = handedIn.filter(({ entry }) => entry.party === party);
    return own.every(({ content }) => content !== null) && own.at(-1)?.content?.more === false;
  });
  const situation = roundSituation(entries);
  if (situation.is === 'open' && !isPast(situation, nowMs) && !isComplete) return 0;
  const day = dayOfReveal(log, round, entries, isComplete);
  const sealed = new Set(handedIn.map(({ entry }) => entry.commitment));
  let recorded = 0;
  for (const { entry, content } of handedIn) {
    if (content === null) continue;
    const { of, member, salt, ratings, reason } = content;
    const data = { round, of, member, salt, ratings } as unknown as JsonObject;
    const text = reason ?? REVEALED;
    const record = { kind: 'rating.revealed', text, data, day, seen: seen(relationship) };
    try {
      const { replayed } = await recordByLedger(store, relationship, `reveal ${entry.commitment}`, record, nowMs);
      if (!replayed) recorded += 1;
      sealed.delete(entry.commitment);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // It came to be recorded since the log was read: the next look finds it.
      if (error.code === 'idempotency-key-reused') continue;
      tell(relationship, `the ratings of entry ${entry.id} for round ${round} are not revealed: ${error.message}`);
    }
  }
  discardRevealed(revealing, log, sealed);
  return recorded;
}

/** What each member handed in last, as far as nothing of it is revealed. Who changed its mind is not told by the order. */
function waitingFor(log: RoundLog, round: string, entries: readonly EntryReading[]): readonly CommittedEntry[] {
  const counting = new Set(commitmentsIn(entries).map(({ fact }) => fact.id));
  const last = new Map<string, CommittedEntry>();
  for (const entry of log.committed) {
    if (!counting.has(entry.id) || entry.imported) continue;
    const name = JSON.stringify([entry.party, entry.member ?? entry.id]);
    last.delete(name);
    last.set(name, entry);
  }
  const revealed = log.revealed.filter((each) => each.round === round);
  return [...last.values()].filter(
    ({ party, member }) => !revealed.some((each) => each.of === party && (each.member ?? member) === member),
  );
}

/** What is sealed, held against the entry that names it: a commitment opens nothing but what its own author handed in. */
function opened({ safe, relationship, round, tell }: RevealingRound, entry: CommittedEntry): HandedIn {
  const looked = safe.look(relationship, entry.commitment);
  let fault = 'it is what another member, or another round, committed to';
  if ('fault' in looked) {
    ({ fault } = looked);
  } else {
    const { content } = looked;
    const isItsOwn = content.round === round && content.of === entry.party;
    if (isItsOwn && content.member === (entry.member ?? content.member)) return { entry, content };
  }
  tell(relationship, `the ratings of entry ${entry.id} for round ${round} cannot be opened: ${fault}`);
  return { entry, content: null };
}

/** The day on which the round was over, and of what was revealed in part that of the rest. */
function dayOfReveal(log: RoundLog, round: string, entries: readonly EntryReading[], isComplete: boolean): number {
  const begun = log.revealed.find((each) => each.round === round)?.effective;
  const known = typeof begun === 'string' ? parseDay(begun) : null;
  if (known !== null) return known;
  const closed = lastOf(entries, 'round.closed');
  const over = isComplete ? commitmentsIn(entries).at(-1) : closed;
  const { closes } = roundSituation(entries);
  // A round may be opened, by its date, on the day after that of its entry.
  return Math.max(
    over === undefined ? (closes ?? 0) + 1 : localDay(over.fact.ledgerRecorded),
    lastOf(entries, 'round.opened')?.day ?? 0,
  );
}

/**
 * Deletes what was sealed for a round that is revealed, replaced or not; and once no round takes ratings, what was sealed
 * and never came to an entry.
 */
function discardRevealed(
  { safe, relationship, round, nowMs }: RevealingRound,
  { reading, committed }: RoundLog,
  sealed: ReadonlySet<string>,
): void {
  const elsewhere = new Set(committed.filter((entry) => entry.round !== round).map(({ commitment }) => commitment));
  for (const { commitment } of committed) {
    if (!elsewhere.has(commitment) && !sealed.has(commitment)) safe.discard(relationship, commitment);
  }
  const counting = reading.entries.filter(({ status }) => status !== 'voided');
  const isOpen = [...entriesById(counting, 'round')].some(([id, entries]) => {
    const situation = roundSituation(entries);
    return id !== round && situation.is === 'open' && !isPast(situation, nowMs);
  });
  const named = new Set(committed.map(({ commitment }) => commitment));
  for (const commitment of isOpen ? [] : safe.commitments(relationship)) {
    if (!named.has(commitment)) safe.discard(relationship, commitment);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
