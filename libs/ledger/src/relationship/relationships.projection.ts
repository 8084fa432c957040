import type { JsonObject } from '@app/event-store';
import type { Gathering, Projection, ReadModel } from '@app/projections';
import { SAMPLE_TAG } from '../catalogue/sample-tag';
import { corrected } from '../entry/corrected-data';
import { onEveryEntry } from '../entry/entry-events';
import { envelopeOf, payloadOf } from '../entry/read';
import { effectiveDay, formatDay, parseInstant } from '../scoring/days';
import type { RelationshipRow } from '../views';

/** What the list of relationships knows of each, without its parties and its score. */
export interface ListedRelationship extends RelationshipRow {
  /** Of `relationship.established`, else the id. */
  readonly title: string;
  readonly client: string | null;
  readonly provider: string | null;
  /** Of `relationship.established`, else the first effective day. */
  readonly start: string | null;
  readonly end: string | null;
  /** `YYYY-MM-DD` */
  readonly firstEffectiveDay: string | null;
  readonly lastPosition: string;
  /** It is the fictional sample contract. */
  readonly sample: boolean;
}

/** What new entries of a relationship change in its row. */
interface Change {
  entries: number;
  revision: number;
  position: string;
  imported: boolean;
  /** The earliest effective date among them, as precise as it was given, and its day. */
  firstEffective: string | null;
  firstEffectiveDay: string | null;
}

const changes: Gathering<Map<string, Change>> = {
  start: () => new Map(),
  write: (db, changed) => {
    for (const [relationship, change] of changed) {
      db.run(
        `insert into relationships values (?1, null, null, 0, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (id) do update set
           first_effective = iif(?3 < coalesce(first_effective_day, '9999-12-32'), ?2, first_effective),
           first_effective_day = iif(?3 < coalesce(first_effective_day, '9999-12-32'), ?3, first_effective_day),
           entries = entries + ?4, revision = ?5, position = ?6, imported = max(imported, ?7)`,
        relationship,
        change.firstEffective,
        change.firstEffectiveDay,
        change.entries,
        change.revision,
        change.position,
        Number(change.imported),
      );
    }
  },
};

/** One row per relationship. */
export const relationshipsProjection: Projection = {
  name: 'relationships',
  version: 1,
  schema: `
    create table relationships (
      id text primary key,
      established_id text,
      established text,
      sample integer not null,
      first_effective text,
      first_effective_day text,
      entries integer not null,
      revision integer not null,
      position text not null,
      imported integer not null
    ) strict, without rowid;`,
  ...onEveryEntry((db, event, relationship) => {
    const { id, kind, effective, recorded, claimedRecorded, answers, imported } = envelopeOf(event);
    const changed = db.gathered(changes);
    const change = changed.get(relationship) ?? {
      entries: 0,
      revision: 0,
      position: '',
      imported: false,
      firstEffective: null,
      firstEffectiveDay: null,
    };
    change.entries += 1;
    change.revision = event.revision;
    change.position = event.position;
    change.imported ||= imported;
    const day =
      effective === null ? null : effectiveDay(effective, parseInstant(claimedRecorded ?? recorded) ?? Infinity);
    const firstDay = day === null ? null : formatDay(day);
    if (firstDay !== null && firstDay < (change.firstEffectiveDay ?? '9999-12-32')) {
      change.firstEffective = effective;
      change.firstEffectiveDay = firstDay;
    }
    changed.set(relationship, change);
    if (kind === 'relationship.established') {
      // Its row must be there.
      db.writeGathered(changes);
      const { data, tags } = payloadOf(event);
      db.run(
        'update relationships set established_id = ?, established = ?, sample = ? where id = ? and established_id is null',
        id,
        JSON.stringify(data),
        Number(tags.includes(SAMPLE_TAG)),
        relationship,
      );
    } else if (kind === 'entry.corrected') {
      const row = db.get<{ established: string }>(
        'select established from relationships where id = ? and established_id = ?',
        relationship,
        answers,
      );
      if (row === undefined) return;
      const data = corrected(
        'relationship.established',
        JSON.parse(row.established) as JsonObject,
        payloadOf(event).data,
      );
      db.run('update relationships set established = ? where id = ?', JSON.stringify(data), relationship);
    }
  }),
};

interface Row {
  readonly id: string;
  readonly established: string | null;
  readonly sample: number;
  readonly first_effective: string | null;
  readonly first_effective_day: string | null;
  readonly entries: number;
  readonly revision: number;
  readonly position: string;
  readonly imported: number;
}

function listed(row: Row): ListedRelationship {
  const established = row.established === null ? null : (JSON.parse(row.established) as JsonObject);
  const text = (name: string): string | null => {
    const value = established?.[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: row.id,
    title: text('title') ?? row.id,
    client: text('client'),
    provider: text('provider'),
    start: text('start') ?? row.first_effective_day,
    end: text('end'),
    established,
    firstEffective: row.first_effective,
    firstEffectiveDay: row.first_effective_day,
    entries: row.entries,
    revision: row.revision,
    lastPosition: row.position,
    imported: row.imported === 1,
    sample: row.sample === 1,
  };
}

/** All relationships by id, from the read model. */
export function listRelationships(model: ReadModel): ListedRelationship[] {
  return model.read((db) => db.all<Row>('select * from relationships order by id')).map(listed);
}

/** One relationship, or null where there is none of that id. */
export function findRelationship(model: ReadModel, id: string): ListedRelationship | null {
  const row = model.read((db) => db.get<Row>('select * from relationships where id = ?', id));
  return row === undefined ? null : listed(row);
}
