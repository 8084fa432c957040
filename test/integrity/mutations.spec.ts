import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { openEventStore } from '@app/event-store';
import { importJournal, sampleJournal, signNow, verifyLedger, type Verification } from '@app/ledger';
import { firstChanged, randomOf, rowsOf, TAMPERINGS, writeRows, type Row } from './tampering';

/** More with `MUTATIONS`; the same ones again with `MUTATION_SEED`. */
const MUTATIONS = Number(process.env['MUTATIONS'] ?? 260);
const SEED = Number(process.env['MUTATION_SEED'] ?? 20261127);
const LINES_EACH = 40;
const RELATIONSHIPS = ['north-road', 'south-road'];

jest.setTimeout(30 * 60_000);

let directory: string;
let original: readonly Row[];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ledger-mutations-'));
  const lines = RELATIONSHIPS.flatMap((relationship) =>
    sampleJournal()
      .slice(0, LINES_EACH)
      .map((line) => JSON.stringify({ ...line, relationship })),
  );
  const store = await openEventStore({ kind: 'sqlite', directory });
  try {
    const nowMs = Date.parse('2026-11-01T00:00:00Z');
    await importJournal(store, () => Readable.from([Buffer.from(`${lines.join('\n')}\n`)]), {
      format: 'journal',
      nowMs,
    });
    for (const relationship of RELATIONSHIPS) await signNow(store, directory, relationship, nowMs);
  } finally {
    await store.close();
  }
  const database = new DatabaseSync(join(directory, 'ledger.db'));
  database.exec(
    'PRAGMA journal_mode = DELETE; DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted; DROP TRIGGER events_are_not_replaced; PRAGMA journal_mode = WAL',
  );
  original = rowsOf(database);
  database.close();
});

afterAll(() => rmSync(directory, { recursive: true }));

async function verified(place: string, dataDirectory = place): Promise<Verification> {
  const store = await openEventStore({ kind: 'sqlite', directory: place }, { readOnly: true });
  try {
    return await verifyLedger(store, { dataDirectory });
  } finally {
    await store.close();
  }
}

describe(`a signed ledger that is tampered with ${MUTATIONS} times (MUTATION_SEED=${SEED})`, () => {
  it('is valid before', async () => {
    expect(await verified(directory)).toEqual({
      valid: true,
      entries: 80,
      firstBad: null,
      signed: 2,
      breaks: [],
      lostKeys: [],
      erased: [],
      caveats: [],
    });
  });

  it.each(Object.entries(TAMPERINGS))('names the first bad entry when somebody tries to %s', async (name, tamper) => {
    const names = Object.keys(TAMPERINGS);
    const rounds = Math.ceil(MUTATIONS / names.length);
    const place = mkdtempSync(join(tmpdir(), 'ledger-mutated-'));
    const nothingSigned = join(place, 'nothing');
    cpSync(join(directory, 'private'), join(place, 'private'), { recursive: true });
    cpSync(join(directory, 'ledger.db'), join(place, 'ledger.db'));
    const database = new DatabaseSync(join(place, 'ledger.db'));
    database.exec('PRAGMA synchronous = OFF');
    let found = 0;
    try {
      // What changes nothing is drawn again.
      for (let round = 0; found < rounds && round < 2 * rounds; round += 1) {
        const seed = SEED + names.indexOf(name) * 1_000_003 + round;
        const rows = tamper(original, randomOf(seed));
        const changed = firstChanged(original, rows);
        if (changed === null) continue;
        database.exec('BEGIN');
        writeRows(database, rows);
        database.exec('COMMIT');
        const { valid, firstBad } = await verified(place);
        const named = firstBad && { stream: `relationship-${firstBad.relationship}`, revision: firstBad.revision };
        expect({ seed, valid, named }).toEqual({ seed, valid: false, named: changed });
        // Where nothing was signed not everything can be found, but whatever it is there is a verdict.
        expect((await verified(place, nothingSigned)).valid).toEqual(expect.any(Boolean));
        found += 1;
      }
    } finally {
      database.close();
      rmSync(place, { recursive: true });
    }
    expect(found).toBe(rounds);
  });
});
