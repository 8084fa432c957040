import type { Fact } from '../scoring/fact';

/** Facts of one relationship as columns: fixed-width numbers and, once each, the values that they point to. */
export interface PackedFacts {
  readonly columns: Uint8Array;
  /** JSON: the ids, and of each column in `INTERNED` its distinct values. */
  readonly texts: string;
}

/** Columns of few distinct values, in the order in which they are packed. */
const INTERNED = [
  'kind',
  'party',
  'imported',
  'effective',
  'factor',
  'sign',
  'severity',
  'level',
  'evidenced',
  'answers',
  'data',
] as const satisfies readonly (keyof Fact)[];

/** Bytes of a fact: two instants, the revision, and an index per interned column. */
const BYTES_PER_FACT = 8 + 8 + 4 + 2 * INTERNED.length;

/** The columns within one buffer, widest first so that each is aligned. */
function columnsOf(buffer: ArrayBuffer, offset: number, count: number) {
  return {
    recorded: new Float64Array(buffer, offset, count),
    ledgerRecorded: new Float64Array(buffer, offset + 8 * count, count),
    revision: new Uint32Array(buffer, offset + 16 * count, count),
    indexes: new Uint16Array(buffer, offset + 20 * count, INTERNED.length * count),
  };
}

/** At most 65,535 facts in ledger order: indexes have 16 bits. */
export function packFacts(facts: readonly Fact[]): PackedFacts {
  const count = facts.length;
  const columns = new Uint8Array(BYTES_PER_FACT * count);
  const { recorded, ledgerRecorded, revision, indexes } = columnsOf(columns.buffer, 0, count);
  facts.forEach((fact, row) => {
    recorded[row] = fact.recorded;
    ledgerRecorded[row] = fact.ledgerRecorded;
    revision[row] = fact.revision;
  });
  const distinct = INTERNED.map((name, column) => {
    const known = new Map<unknown, number>();
    const texts: string[] = [];
    facts.forEach((fact, row) => {
      const value = fact[name];
      // Objects are equal where their texts are; no column mixes objects and texts.
      const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
      let index = known.get(key);
      if (index === undefined) {
        known.set(key, (index = known.size));
        texts.push(JSON.stringify(value));
      }
      indexes[column * count + row] = index;
    });
    return `[${texts.join()}]`;
  });
  const ids = JSON.stringify(facts.map(({ id }) => id));
  return { columns, texts: `[${ids},${distinct.join()}]` };
}

/** Adds the facts after a revision to `facts`, in ledger order. */
export function unpackFacts(packed: PackedFacts, afterRevision: number, facts: Fact[]): void {
  const count = packed.columns.byteLength / BYTES_PER_FACT;
  // A buffer that SQLite hands out may start anywhere; typed arrays need a multiple of their width.
  const aligned = packed.columns.byteOffset % 8 === 0 ? packed.columns : new Uint8Array(packed.columns);
  const { recorded, ledgerRecorded, revision, indexes } = columnsOf(
    aligned.buffer as ArrayBuffer,
    aligned.byteOffset,
    count,
  );
  const [ids, kinds, parties, imports, effectives, factors, signs, severities, levels, evidences, answered, datas] =
    JSON.parse(packed.texts) as [string[], ...unknown[][]];
  const value = <Name extends keyof Fact>(values: unknown[] | undefined, column: number, row: number): Fact[Name] =>
    values?.[indexes[column * count + row] ?? 0] as Fact[Name];
  for (let row = 0; row < count; row += 1) {
    const at = revision[row] ?? 0;
    if (at <= afterRevision) continue;
    facts.push({
      revision: at,
      id: ids[row] ?? '',
      kind: value<'kind'>(kinds, 0, row),
      party: value<'party'>(parties, 1, row),
      recorded: recorded[row] ?? 0,
      ledgerRecorded: ledgerRecorded[row] ?? 0,
      imported: value<'imported'>(imports, 2, row),
      effective: value<'effective'>(effectives, 3, row),
      factor: value<'factor'>(factors, 4, row),
      sign: value<'sign'>(signs, 5, row),
      severity: value<'severity'>(severities, 6, row),
      level: value<'level'>(levels, 7, row),
      evidenced: value<'evidenced'>(evidences, 8, row),
      answers: value<'answers'>(answered, 9, row),
      data: value<'data'>(datas, 10, row),
    });
  }
}
