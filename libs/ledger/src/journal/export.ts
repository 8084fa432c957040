import type { EventStore } from '@app/event-store';
import { kindOf } from '../catalogue/catalogue';
import type { Entry, JournalLine } from '../entry/entry';
import { entryOf, streamOf } from '../entry/read';
import { Problem } from '../problems';

/**
 * The journal of a relationship, a line an entry, each with its end: it imports into an empty store and gives the same
 * scores at every pair of dates.
 *
 * @throws Problem `relationship-not-found`
 */
export async function* exportJournal(store: EventStore, relationship: string): AsyncGenerator<string> {
  let found = false;
  for await (const event of store.read(streamOf(relationship))) {
    found = true;
    yield `${JSON.stringify(lineOf(entryOf(event)))}\n`;
  }
  if (!found) throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
}

/** An entry as a line of the journal, without what it leaves out. */
export function lineOf(entry: Entry): JournalLine {
  // Derived entries bear what the catalogue says; their line gives none of it.
  const derived = entry.party === 'ledger' && kindOf(entry.kind)?.derived !== undefined;
  const line = {
    id: entry.id,
    relationship: entry.relationship,
    kind: entry.kind,
    effective: entry.effective,
    recorded: entry.recorded,
    party: entry.party,
    member: entry.member,
    loggedBy: entry.loggedBy,
    factor: derived ? null : entry.factor,
    sign: derived ? null : entry.sign,
    severity: derived ? null : entry.severity,
    level: entry.level,
    evidenced: entry.evidenced,
    text: entry.text,
    data: Object.keys(entry.data).length === 0 ? null : entry.data,
    tags: entry.tags.length === 0 ? null : entry.tags,
    evidence: entry.evidence.length === 0 ? null : entry.evidence,
    answers: entry.answers,
    source: entry.source,
    correlation: entry.correlation,
    causation: entry.causation,
  };
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null)) as unknown as JournalLine;
}
