import type { Projection } from '@app/projections';
import type { Entry } from '../entry/entry';
import { onEveryEntry } from '../entry/entry-events';
import { entryOf } from '../entry/read';
import { parseInstant } from '../scoring/days';
import { searchedText } from './words';

/**
 * Marks the relationship in the full-text index, so that a search reads the words of one contract and not of all. The
 * first character stands in no search: it is no letter and no digit.
 */
export function relationshipWord(relationship: string): string {
  return `\uE000${relationship.replace(/[^A-Za-z0-9]/g, '')}`;
}

/**
 * Every entry as it is read, and the words in it.
 *
 * @remarks The words are an index without a copy of the text and without places within it: entries come in the order of
 * the ledger, never by rank, and a search asks for words, not phrases. The text is folded before (`words.ts`), so that
 * the tokenizer only has to split it.
 */
export const trailProjection: Projection = {
  name: 'trail',
  version: 2,
  schema: `
    create table entries (
      number integer primary key,
      relationship text not null,
      revision integer not null,
      position text not null,
      id text not null,
      kind text not null,
      effective text,
      imported integer not null,
      recorded_at integer not null,
      ledger_recorded_at integer not null,
      party text not null,
      factor integer,
      sign text,
      severity text,
      level real,
      evidenced integer,
      answers text,
      member text,
      text text,
      source text,
      more text
    ) strict;
    create virtual table words using fts5(
      body, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
    );
    insert into words (words, rank) values ('automerge', 0);
    insert into words (words, rank) values ('hashsize', 16777216)`,
  finish: [
    'create unique index if not exists entries_by_revision on entries (relationship, revision)',
    'create unique index if not exists entries_by_id on entries (relationship, id)',
    'create index if not exists entries_by_kind on entries (relationship, kind, revision)',
    'create index if not exists entries_by_factor on entries (relationship, factor, revision) where factor is not null',
    'create index if not exists entries_by_party on entries (relationship, party, revision)',
    `insert into words (words) values ('optimize')`,
    `insert into words (words, rank) values ('automerge', 8)`,
    `insert into words (words, rank) values ('hashsize', 1048576)`,
  ],
  ...onEveryEntry((db, event, relationship) => {
    const entry = entryOf(event);
    db.run(
      `insert into entries values
       (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      relationship,
      entry.revision,
      entry.position,
      entry.id,
      entry.kind,
      entry.effective,
      Number(entry.imported),
      parseInstant(entry.recorded),
      parseInstant(entry.ledgerRecorded),
      entry.party,
      entry.factor,
      entry.sign,
      entry.severity,
      entry.level,
      entry.evidenced === null ? null : Number(entry.evidenced),
      entry.answers,
      entry.member,
      entry.text,
      entry.source,
      moreOf(entry),
    );
    db.run(
      'insert into words (rowid, body) values (last_insert_rowid(), ?)',
      `${relationshipWord(relationship)} ${searchedText(entry)}`,
    );
  }),
};

/** Most entries carry little: one column of JSON for what few have, none where there is nothing. */
function moreOf({ data, evidence, tags, correlation, causation, loggedBy }: Entry): string | null {
  const more: Record<string, unknown> = {};
  if (Object.keys(data).length > 0) more['data'] = data;
  if (evidence.length > 0) more['evidence'] = evidence;
  if (tags.length > 0) more['tags'] = tags;
  if (correlation !== null) more['correlation'] = correlation;
  if (causation !== null) more['causation'] = causation;
  if (loggedBy !== null) more['loggedBy'] = loggedBy;
  return Object.keys(more).length === 0 ? null : JSON.stringify(more);
}
