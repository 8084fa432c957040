import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, type EventToAppend, type JsonObject } from '@app/event-store';
import { canonicalJson, envelopeHash, payloadCommitment } from '@app/integrity';
import { StoredHandWritten, verifiedInStore } from '../bundle/bundle.fixture';
import { streamOf } from '../entry/read';
import { verifyLedger, type Verification } from './verify';

const SALT = Buffer.alloc(32, 7).toString('base64url');

/** A sound chain of notes, as the ledger would have written it. */
function notes(relationship: string, count: number): EventToAppend[] {
  let previous: string | null = null;
  return Array.from({ length: count }, (_, revision) => {
    const payload = { text: `note ${revision}` };
    const data: JsonObject = {
      id: `e-${revision}`,
      stream: streamOf(relationship),
      revision,
      kind: 'note.logged',
      imported: true,
      relationship,
      facts: {},
      commitment: payloadCommitment(canonicalJson(payload), SALT),
      previous,
    };
    previous = envelopeHash(canonicalJson(data));
    const number = String(revision).padStart(12, '0');
    const id = `${relationship === 'north-road' ? 'a' : 'b'}0000000-0000-5000-8000-${number}`;
    return { id, type: 'note.logged.v1', data, metadata: { payload, salt: SALT } };
  });
}

let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'verify-'));
  const store = await openEventStore({ kind: 'sqlite', directory });
  await store.append(streamOf('north-road'), 'no-stream', notes('north-road', 3));
  await store.append(streamOf('south-road'), 'no-stream', notes('south-road', 2));
  await store.append('access', 'no-stream', [
    { id: 'c0000000-0000-5000-8000-000000000000', type: 'token.issued.v1', data: {}, metadata: {} },
  ]);
  await store.close();
});

afterEach(() => rmSync(directory, { recursive: true }));

async function verified(relationship?: string): Promise<Verification> {
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  try {
    return await verifyLedger(store, relationship === undefined ? {} : { relationship });
  } finally {
    await store.close();
  }
}

/** What somebody with the disk can do. */
function tamper(sql: string): void {
  const database = new DatabaseSync(join(directory, 'ledger.db'));
  database.exec('DROP TRIGGER IF EXISTS events_are_not_changed; DROP TRIGGER IF EXISTS events_are_not_deleted;');
  database.exec(sql);
  database.close();
}

describe('a ledger as it was written', () => {
  it('is valid as a whole and by relationship', async () => {
    const nothing = { firstBad: null, signed: 0, breaks: [], lostKeys: [], erased: [], caveats: [] };
    expect(await verified()).toEqual({ valid: true, entries: 5, ...nothing });
    expect(await verified('south-road')).toEqual({ valid: true, entries: 2, ...nothing });
  });

  it('has no relationship that it does not have', async () => {
    await expect(verified('east-road')).rejects.toMatchObject({ code: 'relationship-not-found' });
  });
});

describe('a ledger that somebody changed', () => {
  it.each([
    ['a text', `UPDATE events SET metadata = replace(metadata, 'note 1', 'note X')`, 1, 'its payload is not the one that was recorded'],
    ['a salt', `UPDATE events SET metadata = json_remove(metadata, '$.salt') WHERE revision = 1`, 1, 'its payload is missing'],
    ['a kind', `UPDATE events SET data = json_set(data, '$.kind', 'issue.raised') WHERE revision = 1`, 1, 'its envelope is of another kind'],
    ['an envelope', `UPDATE events SET data = json_set(data, '$.id', 'x') WHERE revision = 1`, 2, 'its envelope does not name the entry before it'],
    ['the order', `UPDATE events SET revision = 9 WHERE stream LIKE '%north%' AND revision = 1;
      UPDATE events SET revision = 1 WHERE stream LIKE '%north%' AND revision = 2;
      UPDATE events SET revision = 2 WHERE revision = 9;`, 1, 'it is missing'],
    ['what is there', `DELETE FROM events WHERE stream LIKE '%north%' AND revision = 1`, 1, 'it is missing'],
  ])('is found out by %s', async (_what, sql, revision, reason) => {
    tamper(sql);
    const found = await verified();
    expect(found).toMatchObject({ valid: false, firstBad: { relationship: 'north-road', revision, reason } });
    expect(await verified('north-road')).toMatchObject({ valid: false });
  }); // prettier-ignore

  it('is found out where it is no JSON any more', async () => {
    tamper(`UPDATE events SET data = '{' WHERE revision = 2`);
    expect(await verified()).toMatchObject({
      valid: false,
      firstBad: { relationship: 'north-road', revision: 2, reason: 'it cannot be read' },
    });
  });

  it('does not blame the relationships that are sound', async () => {
    tamper(`DELETE FROM events WHERE stream LIKE '%north%' AND revision = 1`);
    expect(await verified('south-road')).toMatchObject({ valid: true });
  });
});

describe('an entry whose words were erased', () => {
  it('is no fault, and is told of', async () => {
    const ledger = new StoredHandWritten();
    const id = ledger.log({ kind: 'note.logged', party: 'client', factor: 610, sign: '+' }, { erased: '2026-02-01' });
    ledger.log({ kind: 'note.logged', party: 'client', factor: 610, sign: '+' });
    const erased = [{ relationship: 'road', revision: 1, id, on: '2026-02-01' }];
    expect(await verifiedInStore(ledger)).toMatchObject({ valid: true, entries: 3, signed: 1, erased });
  });

  it('is a fault where nothing says when, or where other words stand there', async () => {
    tamper(`UPDATE events SET metadata = '{"erased":"some day"}' WHERE revision = 1`);
    expect(await verified()).toMatchObject({ valid: false, firstBad: { reason: 'its payload is missing' } });
    tamper(`UPDATE events SET metadata = '{"payload":{},"salt":"${SALT}","erased":"2026-02-01"}' WHERE revision = 1`);
    expect((await verified()).firstBad?.reason).toBe('its payload is not the one that was recorded');
  });
});
