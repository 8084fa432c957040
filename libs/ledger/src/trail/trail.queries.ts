import type { ReadModel, SqlValue } from '@app/projections';
import type { Entry, Evidence } from '../entry/entry';
import type { EntrySelection } from '../views';
import { formatInstant } from '../scoring/days';
import { relationshipWord } from './trail.projection';
import { searchWords } from './words';

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
  readonly loggedBy?: string;
}

function entryOfRow(row: Row): Entry {
  const more: More = row.more === null ? {} : (JSON.parse(row.more) as More);
  const { data = {}, evidence = [], tags = [], correlation = null, causation = null, loggedBy = null } = more;
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
    loggedBy,
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
  selection: EntrySelection,
): { where: string; values: SqlValue[] } | undefined {
  const conditions = ['relationship = ?'];
  const values: SqlValue[] = [relationship];
  const add = (condition: string, ...more: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...more);
  };
  if (selection.afterRevision !== undefined) add('revision > ?', selection.afterRevision);
  if (selection.beforeRevision !== undefined) add('revision < ?', selection.beforeRevision);
  if (selection.kind !== undefined) add('kind = ?', selection.kind);
  if (selection.factor !== undefined) add('factor = ?', selection.factor);
  if (selection.party !== undefined) add('party = ?', selection.party);
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

/** Entries of a relationship from the read model. */
export function storedEntries(model: ReadModel, relationship: string, selection: EntrySelection): Entry[] {
  const conditions = conditionsOf(relationship, selection);
  if (conditions === undefined) return [];
  const { where, values } = conditions;
  const sql = `select * from entries where ${where} order by revision ${selection.newestFirst ? 'desc' : 'asc'} limit ?`;
  return model.read((db) => db.all<Row>(sql, ...values, selection.limit ?? -1)).map(entryOfRow);
}
