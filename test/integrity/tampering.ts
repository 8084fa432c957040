import { type DatabaseSync } from 'node:sqlite';
import { canonicalJson, envelopeHash, payloadCommitment } from '@app/integrity';

/** A row of the log as the database holds it. */
export interface Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export type Random = () => number;

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function rowsOf(database: DatabaseSync): Row[] {
  return database
    .prepare("SELECT * FROM events WHERE stream LIKE 'relationship-%' ORDER BY position")
    .all() as unknown as Row[];
}

type Rewrite = (rows: readonly Row[], random: Random) => Row[];
const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)] as Item;
const replaced = (rows: readonly Row[], old: Row, next: Partial<Row>): Row[] =>
  rows.map((row) => (row === old ? { ...row, ...next } : row));
const envelope = (row: Row): Record<string, unknown> => JSON.parse(row.data) as Record<string, unknown>;

/** Fields that an envelope may have besides. */
const OPTIONAL_FIELDS = ['checkpointSeen', 'signature'];
/** Of every type, and of the shapes of a checkpoint and a signature, filled with another. */
const VALUES = [
  null,
  true,
  7,
  -1,
  'text',
  '',
  [],
  [null],
  {},
  { size: null, root: null },
  { size: 1 },
  { root: 'AAAA' },
  { size: '1', root: 7 },
  { size: 1.5, root: [] },
  { key: null, body: 7, value: {} },
  { key: 'a', body: 'b', value: 'c' },
];

/** What somebody with the disk can do to a ledger; each answers the rows as they are afterwards. */
export const TAMPERINGS: Readonly<Record<string, Rewrite>> = {
  'flip a bit of an envelope': (rows, random) => flip(rows, 'data', random),
  'flip a bit of a payload': (rows, random) => flip(rows, 'metadata', random),
  'flip a bit of a type': (rows, random) => flip(rows, 'type', random),
  'delete an entry': (rows, random) => {
    const gone = pick(rows, random);
    return rows.filter((row) => row !== gone);
  },
  'delete an entry and close the gap': (rows, random) => {
    const gone = pick(rows, random);
    return rows
      .filter((row) => row !== gone)
      .map((row) =>
        row.stream === gone.stream && row.revision > gone.revision ? { ...row, revision: row.revision - 1 } : row,
      );
  },
  'insert an entry': (rows, random) => {
    const place = pick(rows, random);
    const moved = rows.map((row) =>
      row.stream === place.stream && row.revision >= place.revision ? { ...row, revision: row.revision + 1 } : row,
    );
    const position = Math.max(...rows.map((row) => row.position)) + 1;
    return [...moved, { ...pick(rows, random), stream: place.stream, revision: place.revision, position }];
  },
  'swap two entries': (rows, random) => {
    const first = pick(rows, random);
    const others = rows.filter((row) => row.stream === first.stream && row !== first);
    const second = pick(others, random);
    return replaced(replaced(rows, first, { revision: second.revision }), second, { revision: first.revision });
  },
  'swap the content of two entries': (rows, random) => {
    const first = pick(rows, random);
    const second = pick(rows.filter((row) => row !== first), random); // prettier-ignore
    const { data, metadata, type } = first;
    return replaced(
      replaced(rows, first, { data: second.data, metadata: second.metadata, type: second.type }),
      second,
      { data, metadata, type },
    );
  },
  'swap entries of two relationships': (rows, random) => {
    const first = pick(rows, random);
    const others = rows.filter((row) => row.stream !== first.stream && row.revision === first.revision);
    if (others.length === 0) return replaced(rows, first, { stream: 'relationship-nowhere' });
    const second = pick(others, random);
    return replaced(replaced(rows, first, { stream: second.stream }), second, { stream: first.stream });
  },
  'change a recorded time': (rows, random) => {
    const old = pick(rows, random);
    const recorded = new Date(Date.parse(String(envelope(old)['recorded'])) + 1 + random() * 1e9).toISOString();
    return replaced(rows, old, { data: canonicalJson({ ...envelope(old), recorded }) });
  },
  'change a commitment with its payload': (rows, random) => {
    const old = pick(rows, random);
    const { payload, salt } = JSON.parse(old.metadata) as { payload: Record<string, unknown>; salt: string };
    const other = { ...payload, text: `never said: ${random()}` };
    const commitment = payloadCommitment(canonicalJson(other), salt);
    return replaced(rows, old, {
      data: canonicalJson({ ...envelope(old), commitment }),
      metadata: JSON.stringify({ payload: other, salt }),
    });
  },
  'write everything anew from an entry on': (rows, random) => {
    const old = pick(rows, random);
    let previous: string | null = null;
    const next: Row[] = [];
    for (const row of rows) {
      if (row.stream !== old.stream || row.revision < old.revision) {
        next.push(row);
        continue;
      }
      const changed: Record<string, unknown> =
        row === old ? { ...envelope(row), effective: '1999-12-31' } : { ...envelope(row), previous: previous };
      const data = canonicalJson(changed);
      previous = envelopeHash(data);
      next.push({ ...row, data });
    }
    return next;
  },
  'give a field of an envelope another type': (rows, random) => {
    const old = pick(rows, random);
    const field = pick(pick([Object.keys(envelope(old)), OPTIONAL_FIELDS], random), random);
    return replaced(rows, old, { data: canonicalJson({ ...envelope(old), [field]: pick(VALUES, random) }) });
  },
  'put another value in place of an envelope or a payload': (rows, random) =>
    replaced(rows, pick(rows, random), {
      [pick(['data', 'metadata'], random)]: canonicalJson(pick(VALUES, random)),
    }),
  'cut off the tail': (rows, random) => {
    const first = pick(rows, random);
    return rows.filter((row) => row.stream !== first.stream || row.revision < first.revision);
  },
};

function flip(rows: readonly Row[], column: 'data' | 'metadata' | 'type', random: Random): Row[] {
  const old = pick(rows, random);
  const bytes = Buffer.from(old[column]);
  const at = Math.floor(random() * bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 7)), at);
  return replaced(rows, old, { [column]: bytes.toString() });
}

/**
 * The first entry that is not what it was, found by comparing all rows: the place in its ledger where the log, read in
 * its order, first holds anything else than before; null where nothing differs.
 */
export function firstChanged(
  before: readonly Row[],
  after: readonly Row[],
): { stream: string; revision: number } | null {
  const original = new Map(before.map((row) => [`${row.stream}/${row.revision}`, row]));
  const next = new Map<string, number>();
  for (const row of [...after].sort((a, b) => a.position - b.position)) {
    const revision = next.get(row.stream) ?? 0;
    const was = original.get(`${row.stream}/${revision}`);
    const same = was !== undefined && (['revision', 'data', 'metadata', 'type'] as const).every((each) => was[each] === row[each]); // prettier-ignore
    if (!same) return { stream: row.stream, revision };
    next.set(row.stream, revision + 1);
  }
  for (const { stream } of before) {
    const count = before.filter((row) => row.stream === stream).length;
    const revision = next.get(stream) ?? 0;
    if (revision < count) return { stream, revision };
  }
  return null;
}

/** Puts the rows into the database in place of those it holds. */
export function writeRows(database: DatabaseSync, rows: readonly Row[]): void {
  database.exec("DELETE FROM events WHERE stream LIKE 'relationship-%'");
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { position, stream, revision, id, type, data, metadata } of rows) {
    insert.run(position, stream, revision, id, type, data, metadata);
  }
}
