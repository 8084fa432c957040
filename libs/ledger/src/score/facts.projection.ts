import type { Gathering, Projection, ProjectionDatabase } from '@app/projections';
import { onEveryEntry } from '../entry/entry-events';
import { factOf } from '../entry/read';
import { withEnvelope } from '../entry/readable';
import type { Fact } from '../scoring/fact';
import { packFacts } from './packed-facts';

/** Facts in one pack. The last ones of a relationship, fewer than these, are rows of their own. */
export const FACTS_PER_PACK = 1_024;

/** Facts behind the last pack that are not rows yet, by relationship: while much is built, most go straight into packs. */
const newFacts: Gathering<Map<string, Fact[]>> = {
  start: () => new Map(),
  write: (db, factsOf) => {
    for (const [relationship, facts] of factsOf) {
      for (const fact of facts) {
        db.run('insert into tail values (?, ?, ?)', relationship, fact.revision, JSON.stringify(fact));
      }
    }
  },
};

/**
 * The scoring facts of every relationship, in ledger order: full packs, and a tail of single rows, so that a late entry
 * costs one row and reading them all costs little more than reading the bytes.
 */
export const factsProjection: Projection = {
  name: 'facts',
  version: 2,
  schema: `
    create table packs (
      relationship text not null,
      last_revision integer not null,
      columns blob not null,
      texts text not null,
      primary key (relationship, last_revision)
    ) strict;
    create table tail (
      relationship text not null,
      revision integer not null,
      fact text not null,
      primary key (relationship, revision)
    ) strict, without rowid;`,
  ...onEveryEntry((db, event, relationship) => {
    const gathered = db.gathered(newFacts);
    const facts = gathered.get(relationship) ?? [];
    if (facts.length === 0) gathered.set(relationship, facts);
    facts.push(factOf(withEnvelope(event)));
    // Every event of the stream is an entry, so a pack is full when the revision says so, however it got here.
    if ((event.revision + 1) % FACTS_PER_PACK !== 0) return;
    gathered.delete(relationship);
    const { columns, texts } = packFacts([
      ...(facts.length === FACTS_PER_PACK ? [] : takeTail(db, relationship)),
      ...facts,
    ]);
    db.run('insert into packs values (?, ?, ?, ?)', relationship, event.revision, columns, texts);
  }),
};

/** The rows of a relationship behind its last pack, which they leave. */
function takeTail(db: ProjectionDatabase, relationship: string): Fact[] {
  const tail = db.all<{ fact: string }>('select fact from tail where relationship = ? order by revision', relationship);
  db.run('delete from tail where relationship = ?', relationship);
  return tail.map(({ fact }) => JSON.parse(fact) as Fact);
}
