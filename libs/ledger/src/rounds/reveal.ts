import type { EventStore, JsonObject } from '@app/event-store';
import type { CheckpointSeen } from '../entry/entry';
import type { Also } from '../due/clock';
import { recordByLedger } from '../entry/log-entry';
import { endOfLocalDay, localDay } from '../calendar/working-days';
import { entriesById } from '../register';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';
import { isPast, roundSituation } from './rounds';
import type { RatingSafe, SealedRatings } from './sealed-ratings';

/** What was handed in, with the entry that committed to it. */
interface HandedIn {
  readonly commitment: string;
  readonly content: SealedRatings;
}

/**
 * Reveals the rounds of a ledger in which every party has rated, or that are closed or past their last day: what each
 * member handed in last, held against its commitment, one entry each. What was revealed in part, as before a crash, is
 * completed.
 *
 * @returns how many entries were recorded, and when the next round is over by its date
 * @throws Error where what was sealed cannot be opened; what `recordByLedger` throws
 */
export async function revealRounds(
  store: EventStore,
  safe: RatingSafe,
  relationship: string,
  reading: Reading,
  nowMs: number,
  seen: CheckpointSeen | null,
): Promise<Also> {
  let recorded = 0;
  let nextMs = Infinity;
  for (const [round, entries] of entriesById(standing(reading), 'round')) {
    const { is, closes } = roundSituation(entries);
    if (is === 'none') continue;
    const handedIn = lastOfEach(safe, relationship, entries);
    if (is === 'open' && closes !== null && handedIn.length > 0) nextMs = Math.min(nextMs, endOfLocalDay(closes));
    if (!mayBeRevealed(reading, entries, handedIn, nowMs)) continue;
    for (const { commitment, content } of handedIn) {
      const { of, member, salt, ratings, reason } = content;
      const data = { round, of, member, salt, ratings } as unknown as JsonObject;
      const day = localDay(nowMs);
      const record = {
        kind: 'rating.revealed',
        text: reason ?? 'Revealed with the others of the round.',
        data,
        day,
        seen,
      };
      const isThere = entries.some(
        ({ fact, data: { salt: known } }) => fact.kind === 'rating.revealed' && known === salt,
      );
      if (isThere) continue;
      const { replayed } = await recordByLedger(store, relationship, `reveal ${commitment}`, record, nowMs);
      if (!replayed) recorded += 1;
    }
  }
  return { recorded, nextMs: nextMs < nowMs ? Infinity : nextMs };
}

/** Live entries that count: what was imported was revealed where it came from. */
export function standing(reading: Reading): readonly EntryReading[] {
  return reading.entries.filter(({ status, fact }) => status !== 'voided' && fact.recorded === fact.ledgerRecorded);
}

function lastOfEach(safe: RatingSafe, relationship: string, entries: readonly EntryReading[]): readonly HandedIn[] {
  const byMember = new Map<string, HandedIn>();
  for (const { fact, data } of entries) {
    const { commitment } = data;
    if (fact.kind !== 'rating.committed' || typeof commitment !== 'string') continue;
    const looked = safe.look(relationship, commitment);
    // What another process took is revealed by it.
    if ('fault' in looked) continue;
    const { content } = looked;
    const name = `${content.of} ${content.member}`;
    // The order in which members are revealed says nothing of who changed its mind.
    byMember.delete(name);
    byMember.set(name, { commitment, content });
  }
  return [...byMember.values()];
}

function mayBeRevealed(
  reading: Reading,
  entries: readonly EntryReading[],
  handedIn: readonly HandedIn[],
  nowMs: number,
): boolean {
  const round = roundSituation(entries);
  if (round.is === 'none' || handedIn.length === 0) return false;
  if (round.is !== 'open' || isPast(round, nowMs)) return true;
  return reading.parties(localDay(nowMs)).every((party) => {
    const own = handedIn.filter(({ content }) => content.of === party);
    return own.length > 0 && own.at(-1)?.content.more === false;
  });
}
