import { UnreadableEvent, type EventStore, type RecordedEvent } from '@app/event-store';
import { corrected } from './entry/corrected-data';
import type { Entry } from './entry/entry';
import { entryOf, envelopeOf, factOf, payloadOf, relationshipOf, streamOf } from './entry/read';
import { withEnvelope, withWords } from './entry/readable';
import type { Fact } from './scoring/fact';
import { effectiveDay } from './scoring/days';
import { matchesSearch } from './trail/words';
import { SAMPLE_TAG } from './catalogue/sample-tag';
import type { EntrySelection, RelationshipRow, Views } from './views';

type Building = { -readonly [Name in keyof RelationshipRow]: RelationshipRow[Name] } & {
  establishedId: string | null;
  firstDay: number;
};

/**
 * Reads the log itself, without any read model: for the command line, where each call asks one question. An entry that
 * cannot be read stops what is asked of its own relationship (`UnreadableEvent`); among all relationships that is shown as
 * far as it can be read.
 */
export function logViews(store: EventStore): Views {
  const facts = new Map<string, readonly Fact[] | null>();
  return {
    relationships: () => relationshipRows(store),
    relationship: (id) => relationshipRow(store, id),
    facts: async (relationship) => {
      const known = facts.get(relationship);
      if (known !== undefined) return known;
      const found = await factsOf(store, relationship);
      facts.set(relationship, found);
      return found;
    },
    entries: (relationship, selection) => entriesOf(store, relationship, selection),
  };
}

async function factsOf(store: EventStore, relationship: string): Promise<readonly Fact[] | null> {
  const facts: Fact[] = [];
  for await (const event of store.read(streamOf(relationship))) facts.push(factOf(withEnvelope(event)));
  return facts.length === 0 ? null : facts;
}

async function entriesOf(
  store: EventStore,
  relationship: string,
  selection: EntrySelection,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const { afterRevision = -1, beforeRevision = Infinity, newestFirst = false, limit = Infinity, ids } = selection;
  const wanted = ids && new Set(ids);
  for await (const event of store.read(streamOf(relationship), afterRevision + 1)) {
    if ((!newestFirst && entries.length >= limit) || event.revision >= beforeRevision) break;
    const entry = entryOf(event);
    if (matches(entry, selection) && (wanted?.has(entry.id) ?? true)) entries.push(entry);
  }
  // A stream is read forwards only.
  return newestFirst ? entries.reverse().slice(0, limit) : entries;
}

function matches(entry: Entry, { kind, factor, party, text }: EntrySelection): boolean {
  return (
    (kind === undefined || entry.kind === kind) &&
    (factor === undefined || entry.factor === factor) &&
    (party === undefined || entry.party === party) &&
    (text === undefined || matchesSearch(entry, text))
  );
}

async function relationshipRows(store: EventStore): Promise<readonly RelationshipRow[]> {
  const rows = new Map<string, Building>();
  const ended = new Set<string>();
  for await (const { events, live } of store.follow({ lazy: true })) {
    for (const event of events) {
      const id = relationshipOf(event.stream);
      if (id === null) continue;
      let row = rows.get(id);
      if (row === undefined) rows.set(id, (row = emptyRow(id)));
      if (!ended.has(id) && !isTaken(row, event)) ended.add(id);
    }
    if (live) break;
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function relationshipRow(store: EventStore, id: string): Promise<RelationshipRow | null> {
  const row = emptyRow(id);
  for await (const event of store.read(streamOf(id))) take(row, event);
  return row.entries === 0 ? null : row;
}

function emptyRow(id: string): Building {
  return {
    id,
    established: null,
    firstEffective: null,
    entries: 0,
    revision: -1,
    imported: false,
    sample: false,
    establishedId: null,
    firstDay: Infinity,
  };
}

function isTaken(row: Building, event: RecordedEvent): boolean {
  try {
    take(row, event);
    return true;
  } catch (error) {
    if (error instanceof UnreadableEvent) return false;
    throw error;
  }
}

function take(row: Building, stored: RecordedEvent): void {
  const event = withWords(stored);
  const { id, kind, effective, answers, imported } = envelopeOf(event);
  const { data, tags } = payloadOf(event);
  row.entries += 1;
  row.revision = event.revision;
  row.imported ||= imported;
  const day = effective === null ? null : effectiveDay(effective, factOf(event).recorded);
  if (day !== null && day < row.firstDay) {
    row.firstDay = day;
    row.firstEffective = effective;
  }
  if (kind === 'relationship.established' && row.establishedId === null) {
    row.establishedId = id;
    row.established = data;
    row.sample = tags.includes(SAMPLE_TAG);
  } else if (kind === 'entry.corrected' && answers !== null && answers === row.establishedId) {
    row.established = corrected('relationship.established', row.established ?? {}, data);
  }
}
