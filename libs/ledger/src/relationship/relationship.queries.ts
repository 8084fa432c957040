import { UnreadableEvent } from '@app/event-store';
import { knownIn } from '../known-at';
import { onRecordIn, type OnRecord } from '../on-record';
import { factsIn, scoreOf } from '../score/score.queries';
import { dayOf } from '../scoring/days';
import { opensSelection, SELECTING_PARTY } from '../scoring/selection-ledger';
import type { RelationshipRow, Views } from '../views';
import { partyNamesOf } from './party-names';
import { endOfTerm } from './term';

export interface RelationshipSummary extends OnRecord {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly start: string | null;
  readonly end: string | null;
  readonly entries: number;
  /** Today's headline; null without one. */
  readonly score: number | null;
  readonly level: string | null;
  /** True where any of its entries was imported. */
  readonly imported: boolean;
  /** True of a partner selection: a ledger of the client alone. */
  readonly selection: boolean;
  /** True of the fictional sample contract. */
  readonly sample: boolean;
}

/**
 * Every relationship, by id, with today's parties and headline.
 *
 * @param onUnreadable told of one that is left out, as an entry of it cannot be read; absent: that is thrown
 * @throws UnreadableEvent
 */
export async function relationshipsOf(
  views: Views,
  now: number,
  visible: (id: string) => boolean = () => true,
  onUnreadable?: (id: string, why: UnreadableEvent) => void,
): Promise<{ relationships: RelationshipSummary[] }> {
  const relationships: RelationshipSummary[] = [];
  for (const row of await views.relationships()) {
    try {
      // The read models are not always equally far: what one knows already, another may learn in the next moment.
      const known = visible(row.id) && (await views.facts(row.id)) !== null;
      if (known) relationships.push(await summaryOf(views, row, now));
    } catch (error) {
      if (onUnreadable === undefined || !(error instanceof UnreadableEvent)) throw error;
      onUnreadable(row.id, error);
    }
  }
  return { relationships };
}

/** Ids of the parties that a relationship has today; null where there is no such relationship. */
export async function partiesOf(views: Views, relationship: string, now: number): Promise<readonly string[] | null> {
  const facts = await views.facts(relationship);
  return facts === null ? null : knownIn(facts, {}).reading.parties(dayOf(now));
}

/** Whether it is a partner selection, as far as is known here. */
export async function isSelection(views: Views, relationship: string): Promise<boolean> {
  const [first] = (await views.facts(relationship)) ?? [];
  if (first !== undefined) return opensSelection(first);
  // The read models are not always equally far.
  return (await views.relationship(relationship))?.established?.['party'] === SELECTING_PARTY;
}

async function summaryOf(views: Views, row: RelationshipRow, now: number): Promise<RelationshipSummary> {
  const facts = await factsIn(views, row.id);
  const { reading } = knownIn(facts, {});
  const { score, level } = await scoreOf(views, row.id, {}, now);
  const text = (name: string): string | null => {
    const value = row.established?.[name];
    return typeof value === 'string' ? value : null;
  };
  const nameOf = await partyNamesOf(views, row.id, row);
  const parties = reading.parties(dayOf(now)).map((id) => ({ id, name: nameOf(id) }));
  return {
    id: row.id,
    title: text('title') ?? row.id,
    parties,
    start: text('start') ?? row.firstEffective,
    end: endOfTerm(reading.entries),
    entries: row.entries,
    score,
    level,
    ...(await onRecordIn(views, row.id, {}, now)),
    imported: row.imported,
    selection: reading.isSelection,
    sample: row.sample,
  };
}
