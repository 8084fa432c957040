import type { ReadDatabase, ReadModel, SqlValue } from '@app/projections';
import type { Entry, Evidence } from '../entry/entry';
import type { EntrySelection } from '../views';
import { formatInstant } from '../scoring/days';
import { relationshipWord } from './trail.projection';
import { searchWords } from './words';

/** Entries of one page at most. */
export const MAX_PAGE_ENTRIES = 1_000;

/** Which entries of a relationship the trail answers; conditions are joined by "and". */
export interface TrailSelection extends EntrySelection {
  /** Only entries up to this revision. */
  readonly untilRevision?: number;
  /** Only what was recorded up to this instant, in milliseconds. */
  readonly recordedUntil?: number;
  /** Which recorded time `recordedUntil` cuts on: the claimed one of imported entries, or the ledger's own. */
  readonly clock?: 'claimed' | 'ledger';
}

interface Row {
  readonly relationship: string;
  readonly revision: number;
  readonly position: string;
  readonly id: string;
  readonly kind: string;
  readonly effective: string | null;
  readonly imported: number;
  readonly recorded_at: number;
  readonly ledger_recorded_at: number;
  readonly party: string;
  readonly factor: number | null;
  readonly sign: Entry['sign'];
  readonly severity: Entry['severity'];
  readonly level: number | null;
  readonly evidenced: number | null;
  readonly answers: string | null;
  readonly member: string | null;
  readonly text: string | null;
  readonly source: string | null;
  readonly more: string | null;
}

interface More {
  readonly data?: Entry['data'];
  readonly evidence?: readonly Evidence[];
  readonly tags?: readonly string[];
  readonly correlation?: string;
  readonly causation?: string;
}

function entryOfRow(row: Row): Entry {
  const more: More = row.more === null ? {} : (JSON.parse(row.more) as More);
  const { data = {}, evidence = [], tags = [], correlation = null, causation = null } = more;
  return {
    position: row.position,
    revision: row.revision,
    id: row.id,
    relationship: row.relationship,
    kind: row.kind,
    effective: row.effective,
    recorded: formatInstant(row.recorded_at),
    ledgerRecorded: formatInstant(row.ledger_recorded_at),
    imported: row.imported === 1,
    party: row.party,
    member: row.member,
    factor: row.factor,
    sign: row.sign,
    severity: row.severity,
    level: row.level,
    evidenced: row.evidenced === null ? null : row.evidenced === 1,
    text: row.text,
    data,
    evidence,
    tags,
    source: row.source,
    answers: row.answers,
    correlation,
    causation,
  };
}

/** The conditions of a selection in SQL, and their values; undefined where nothing can match. */
function conditionsOf(
  relationship: string,
  selection: TrailSelection,
): { where: string; values: SqlValue[] } | undefined {
  const conditions = ['relationship = ?'];
  const values: SqlValue[] = [relationship];
  const add = (condition: string, ...more: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...more);
  };
  if (selection.afterRevision !== undefined) add('revision > ?', selection.afterRevision);
  if (selection.untilRevision !== undefined) add('revision <= ?', selection.untilRevision);
  if (selection.kind !== undefined) add('kind = ?', selection.kind);
  if (selection.factor !== undefined) add('factor = ?', selection.factor);
  if (selection.party !== undefined) add('party = ?', selection.party);
  if (selection.recordedUntil !== undefined) {
    add(selection.clock === 'ledger' ? 'ledger_recorded_at <= ?' : 'recorded_at <= ?', selection.recordedUntil);
  }
  if (selection.ids !== undefined) add('id in (select value from json_each(?))', JSON.stringify(selection.ids));
  if (selection.text !== undefined) {
    const words = searchWords(selection.text);
    if (words.length === 0) return undefined;
    // Words are letters and digits only, and quoted: nothing that is typed can be part of the query language.
    const match = [`"${relationshipWord(relationship)}"`, ...words.map((word) => `"${word}"*`)].join(' AND ');
    add('number in (select rowid from words where words match ?)', match);
  }
  return { where: conditions.join(' and '), values };
}

/** The audit trail of relationships, from the read model. */
export interface Trail {
  /** Entries in ledger order, at most `limit` (and `MAX_PAGE_ENTRIES` where a limit is given); absent: all. */
  entries(relationship: string, selection: TrailSelection): Entry[];
  /** How many entries a selection has, whatever its limit. */
  count(relationship: string, selection: TrailSelection): number;
  entry(relationship: string, id: string): Entry | null;
  /** Entries that answer one entry, in ledger order. */
  answersTo(relationship: string, id: string): Entry[];
}

export function trailOf(model: ReadModel): Trail {
  const select = (db: ReadDatabase, where: string, values: readonly SqlValue[]): Entry[] =>
    db.all<Row>(`select * from entries where ${where}`, ...values).map(entryOfRow);
  return {
    entries: (relationship, selection) => {
      const conditions = conditionsOf(relationship, selection);
      if (conditions === undefined) return [];
      const { where, values } = conditions;
      const limit = selection.limit === undefined ? -1 : Math.min(selection.limit, MAX_PAGE_ENTRIES);
      return model.read((db) => select(db, `${where} order by revision limit ?`, [...values, limit]));
    },
    count: (relationship, selection) => {
      const conditions = conditionsOf(relationship, selection);
      if (conditions === undefined) return 0;
      const { where, values } = conditions;
      return model.read(
        (db) =>
          db.get<{ count: number }>(`select count(*) as count from entries where ${where}`, ...values)?.count ?? 0,
      );
    },
    entry: (relationship, id) =>
      model.read((db) => select(db, 'relationship = ? and id = ?', [relationship, id])[0] ?? null),
    answersTo: (relationship, id) =>
      model.read((db) => select(db, 'relationship = ? and answers = ? order by revision', [relationship, id])),
  };
}
