import type { Projection } from '@app/projections';
import { onEveryEntry } from '../entry/entry-events';
import { factOf } from '../entry/read';
import type { Fact } from '../scoring/fact';
import { packFacts } from './packed-facts';

/** Facts in one pack. The last ones of a relationship, fewer than these, are rows of their own. */
export const FACTS_PER_PACK = 1_024;

/**
 * The scoring facts of every relationship, in ledger order: full packs, and a tail of single rows, so that a late entry
 * costs one row and reading them all costs little more than reading the bytes.
 */
export const factsProjection: Projection = {
  name: 'facts',
  version: 1,
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
    db.run('insert into tail values (?, ?, ?)', relationship, event.revision, JSON.stringify(factOf(event)));
    // Every event of the stream is an entry, so a pack is full when the revision says so, however it got here.
    if ((event.revision + 1) % FACTS_PER_PACK !== 0) return;
    const tail = db.all<{ fact: string }>(
      'select fact from tail where relationship = ? order by revision',
      relationship,
    );
    const { columns, texts } = packFacts(tail.map(({ fact }) => JSON.parse(fact) as Fact));
    db.run('insert into packs values (?, ?, ?, ?)', relationship, event.revision, columns, texts);
    db.run('delete from tail where relationship = ?', relationship);
  }),
};
