import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, type EventStore } from '@app/event-store';
import { parseCheckpoint, parseNote } from '@app/integrity';
import { zipOf } from '../bundle/archive';
import { exportBundle } from '../bundle/export-bundle';
import { replayBundle } from '../bundle/replay-bundle';
import { streamOf } from '../entry/read';
import { importJournal } from '../journal/import';
import type { BundleFiles } from '../verifier';
import { bundleJson, sha256Hex, type Manifest } from '../verifier/manifest';
import { checkpointFiles, type SignedCheckpoint } from './checkpoint-files';
import { LEAVES_HELD } from './limits';
import { fileNameOf } from './private-files';
import { readOnlyMarks } from './read-only-marks';
import { compareAgain, declareBreak, takeKnownCheckpoint } from './recover';
import { signNow } from './sign-now';
import { verifyLedger } from './verify';

const ROAD = 'road';
let place: string;
let directory: string;
let store: EventStore;
let nowMs = Date.parse('2026-11-01T00:00:00Z');
const tick = (): number => (nowMs += 1);
const files = () => checkpointFiles(directory);
const sign = (): Promise<boolean> => signNow(store, directory, ROAD, tick());
const declare = (reason: string): Promise<string> => declareBreak(store, directory, ROAD, reason, tick());
const verify = () => verifyLedger(store, { dataDirectory: directory });

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'recover-'));
  directory = join(place, 'data');
  store = await openEventStore({ kind: 'sqlite', directory });
  await add('e-1', 'e-2', 'e-3');
  await sign();
});

afterEach(async () => {
  await store.close();
  rmSync(place, { recursive: true });
});

async function add(...ids: readonly string[]): Promise<void> {
  const line = { relationship: ROAD, kind: 'note.logged', effective: '2026-05-01', party: 'client', text: 'A line.' };
  const text = ids.map((id) => `${JSON.stringify({ ...line, id })}\n`).join('');
  await importJournal(store, () => Readable.from([Buffer.from(text)]), { format: 'journal', nowMs: tick() });
}

/** Changes the database, as whoever has the disk can. */
async function tamper(sql: string): Promise<void> {
  await store.close();
  const database = new DatabaseSync(join(directory, 'ledger.db'));
  for (const guard of ['changed', 'deleted']) database.exec(`DROP TRIGGER IF EXISTS events_are_not_${guard}`);
  database.exec(sql);
  database.close();
  store = await openEventStore({ kind: 'sqlite', directory });
}

const cut = (from: number): Promise<void> =>
  tamper(`DELETE FROM events WHERE stream = '${streamOf(ROAD)}' AND revision >= ${from}`);

const damage = (): void => writeFileSync(join(directory, 'private', 'checkpoints', fileNameOf(ROAD)), 'torn');

describe('a break', () => {
  it('is not declared over an entry that is not as it was written', async () => {
    await tamper(`UPDATE events SET metadata = replace(metadata, 'A line.', 'B line.') WHERE revision = 1`);
    await cut(2);
    await expect(sign()).rejects.toMatchObject({ code: 'read-only' });
    await expect(declare('Lost.')).rejects.toMatchObject({
      code: 'not-allowed-now',
      detail: expect.stringMatching(
        /^road holds an entry 1 that is not as it was written .* restore a backup/,
      ) as string,
    });
    expect(readOnlyMarks(directory).relationships()).toEqual([ROAD]);
    expect(files().last(ROAD)?.checkpoint.size).toBe(3);
  });

  it('keeps what was signed before, also where two incarnations ended at one size', async () => {
    const notes: (string | undefined)[] = [];
    for (const at of [1, 2]) {
      notes.push(files().last(ROAD)?.note);
      await cut(at);
      await declare('Lost.');
      await add(`after-${at}`);
      await sign();
    }
    const aside = readdirSync(join(directory, 'private', 'broken-off'));
    expect(aside).toEqual([1, 2].map((revision) => `${fileNameOf(ROAD)}.signed-${revision}`));
    expect(new Set(notes).size).toBe(2);
    expect(await verify()).toMatchObject({ valid: true, breaks: [{ kept: false }, { kept: false }] });
  });

  it('takes no incarnation that was signed once, where what was lost held a break', async () => {
    const before = join(place, 'before.db');
    cpSync(join(directory, 'private'), join(place, 'private'), { recursive: true });
    await store.close();
    cpSync(join(directory, 'ledger.db'), before);
    store = await openEventStore({ kind: 'sqlite', directory });
    await cut(2);
    expect(await declare('Lost.')).toMatch(/\/log\/2$/);
    await store.close();
    cpSync(before, join(directory, 'ledger.db'));
    store = await openEventStore({ kind: 'sqlite', directory });
    expect(await declare('All of it.')).toMatch(/\/log\/3$/);
    expect(await verify()).toMatchObject({ valid: true, breaks: [{}, {}] });
  });

  it('is declared once, where it was interrupted after it was recorded over a damaged file', async () => {
    damage();
    await expect(sign()).rejects.toMatchObject({ code: 'read-only' });
    cpSync(join(directory, 'private'), join(place, 'private'), { recursive: true });
    await declare('Torn.');
    rmSync(join(directory, 'private'), { recursive: true });
    cpSync(join(place, 'private'), join(directory, 'private'), { recursive: true });
    expect(await declare('Torn.')).toMatch(/\/log\/2$/);
    const { valid, breaks } = await verify();
    expect([valid, breaks.length]).toEqual([true, 1]);
  });
});

describe('what witnesses cosigned', () => {
  let early: string;
  beforeEach(async () => {
    early = files().last(ROAD)?.note ?? '';
    await add('e-4', 'e-5');
    await sign();
    const last = files().last(ROAD);
    if (last === null) throw new Error('nothing is signed');
    files().keepCosigned(ROAD, last, true);
    await cut(3);
    await add('e-6');
  });

  const missing = 'has 4 entries, and witnesses cosigned a checkpoint of 5 entries: entries are missing';

  it('is compared with where an older checkpoint stands in the place of the last', async () => {
    writeFileSync(join(directory, 'private', 'checkpoints', fileNameOf(ROAD)), `signed 1\n${early}`);
    expect(await verify()).toMatchObject({ valid: false, firstBad: { reason: `it ${missing}` } });
    await expect(sign()).rejects.toMatchObject({
      code: 'read-only',
      detail: expect.stringContaining(missing) as string,
    });
    expect(files().last(ROAD)?.checkpoint.size).toBe(3);
  });

  it('is compared with where one that a party holds is taken', async () => {
    rmSync(join(directory, 'private', 'checkpoints'), { recursive: true });
    const taken = takeKnownCheckpoint(store, directory, ROAD, early, tick());
    await expect(taken).rejects.toMatchObject({
      code: 'read-only',
      detail: expect.stringContaining(missing) as string,
    });
    expect(readOnlyMarks(directory).reason(ROAD)).toBe(missing);
    expect(files().last(ROAD)).toBeNull();
  });

  it('is named by a break that is declared over a damaged checkpoint', async () => {
    damage();
    await declare('Torn.');
    expect(await verify()).toMatchObject({ valid: true, breaks: [{ kept: false, lastCheckpoint: { size: 5 } }] });
  });
});

describe('where the last checkpoint is missing, and a party has an older one', () => {
  /** More than are held before they are written. */
  const LATER = Array.from({ length: LEAVES_HELD + 4 }, (_, index) => `later-${index}`);
  const SIGNED = 3 + LATER.length;
  let early: string;
  let latest: string;
  let bundle: string;
  const leaves = join('private', 'leaves', fileNameOf(ROAD));
  const take = (note = early) => takeKnownCheckpoint(store, directory, ROAD, note, tick());
  const replay = () => replayBundle(store, directory, ROAD, bundle, tick());
  const rewrite = async (): Promise<void> => {
    await cut(SIGNED - 1);
    await add('another');
  };

  beforeEach(async () => {
    early = files().last(ROAD)?.note ?? '';
    bundle = join(place, 'early.zip');
    const options = { dataDirectory: directory, relationship: ROAD, nowMs: tick(), verifier: '' };
    writeFileSync(bundle, zipOf((await exportBundle(store, options)).files));
    await add(...LATER);
    await sign();
    latest = files().last(ROAD)?.note ?? '';
    rmSync(join(directory, 'private', 'checkpoints'), { recursive: true });
  });

  const differing = `is not the one of which private/leaves holds the hashes: entry ${SIGNED - 1} is another`;
  const ways = [['checkpoint', take], ['bundle', replay]] as const; // prettier-ignore

  it.each(ways)('a %s leads on where the hashes of what came after it are kept', async (_name, recover) => {
    await add('never-signed');
    await recover();
    expect(files().last(ROAD)?.checkpoint.size).toBe(SIGNED + 1);
    expect(await verify()).toMatchObject({ valid: true, breaks: [] });
  });

  it.each(ways)('no %s leads past entries that are others than those', async (_name, recover) => {
    const kept = readFileSync(join(directory, leaves));
    await rewrite();
    await expect(sign()).rejects.toMatchObject({ code: 'read-only' });
    await expect(recover()).rejects.toMatchObject({
      code: 'read-only',
      detail: expect.stringContaining(differing) as string,
    });
    expect(files().last(ROAD)).toBeNull();
    expect(readFileSync(join(directory, leaves))).toEqual(kept);
    expect(await declare('Rewritten.')).toMatch(/\/log\/2$/);
  });

  it('nor does one that somebody put in its place', async () => {
    await rewrite();
    files().replace([{ relationship: ROAD, before: null, next: { ...checkpointOf(early), signedMs: 1 } }]);
    await expect(sign()).rejects.toMatchObject({ code: 'read-only' });
    await expect(compareAgain(store, directory, ROAD, tick())).rejects.toMatchObject({
      detail: expect.stringContaining(differing) as string,
    });
    expect(files().last(ROAD)?.checkpoint.size).toBe(3);
  });

  it('nor past an end that is lost', async () => {
    await cut(SIGNED - 1);
    const missing = `has ${SIGNED - 1} entries, and private/leaves holds the hashes of ${SIGNED}: entries are missing`;
    await expect(take()).rejects.toMatchObject({ detail: expect.stringContaining(missing) as string });
    expect(files().last(ROAD)).toBeNull();
  });

  describe('and no hashes are kept', () => {
    beforeEach(() => rmSync(join(directory, leaves)));

    it.each(ways)('no %s leads past entries of which nothing tells', async (_name, recover) => {
      await expect(recover()).rejects.toMatchObject({
        code: 'read-only',
        detail: expect.stringMatching(
          new RegExp(`nothing shows that its ${LATER.length} entries from 3 on are those that were signed.*--declare`),
        ) as string,
      });
      expect(files().last(ROAD)).toBeNull();
      expect(await declare('All private files are lost.')).toMatch(/\/log\/2$/);
    });

    it('the newest that somebody has leads on', async () => {
      await take(latest);
      await sign();
      expect(await verify()).toMatchObject({ valid: true, entries: SIGNED, breaks: [] });
    });

    it('an older one leads on where witnesses cosigned the newest', async () => {
      files().keepCosigned(ROAD, { ...checkpointOf(latest), signedMs: 1 }, true);
      await take();
      expect(files().last(ROAD)?.checkpoint.size).toBe(SIGNED);
    });
  });
});

function checkpointOf(note: string): Pick<SignedCheckpoint, 'checkpoint' | 'note'> {
  return { checkpoint: parseCheckpoint(parseNote(note).text), note };
}

describe('a bundle of after a declared break', () => {
  it('brings back a ledger of before it, break and all', async () => {
    await add('e-4');
    await sign();
    await store.close();
    const before = join(place, 'before');
    cpSync(directory, before, { recursive: true });
    store = await openEventStore({ kind: 'sqlite', directory });
    await add('e-5');
    await sign();
    await cut(4);
    await declare('Lost.');
    await add('e-6');
    await sign();
    const bundle = join(place, 'after.zip');
    const options = { dataDirectory: directory, relationship: ROAD, nowMs: tick(), verifier: '' };
    writeFileSync(bundle, zipOf((await exportBundle(store, options)).files));
    const last = files().last(ROAD);
    if (last === null) throw new Error('nothing is signed');
    await store.close();
    directory = before;
    store = await openEventStore({ kind: 'sqlite', directory });
    readOnlyMarks(directory).mark(
      ROAD,
      'has 4 entries, and a witness has a checkpoint of 6 entries: entries are missing',
    );
    files().keepShown(ROAD, last);
    expect(await replayBundle(store, directory, ROAD, bundle, tick())).toBe(2);
    expect(files().last(ROAD)?.checkpoint).toEqual(last.checkpoint);
    expect([readOnlyMarks(directory).relationships(), files().shown(ROAD)]).toEqual([[], []]);
    expect(await verify()).toMatchObject({ valid: true, entries: 6, breaks: [{ revision: 4 }] });
  });
});

describe('a bundle out of which words were taken', () => {
  /** The bundle without the words of one entry, as anybody can make it: no signature is over them. */
  function without(files: BundleFiles, revision: number): string {
    const erase = (line: string): string =>
      line.startsWith(`{"revision":${revision},`) ? JSON.stringify({ revision, erased: '2026-10-01' }) : line;
    const payloads = Buffer.from(String(files.get('payloads.ndjson')).split('\n').map(erase).join('\n'));
    const manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest;
    const listed = { ...manifest.files, 'payloads.ndjson': sha256Hex(payloads) };
    const counted = { ...manifest, payloads: manifest.payloads - 1, erased: manifest.erased + 1, files: listed };
    return packed(new Map([...files, ['payloads.ndjson', payloads], ['manifest.json', bundleJson(counted)]]));
  }

  function packed(files: BundleFiles): string {
    const path = join(place, `${readdirSync(place).length}.zip`);
    writeFileSync(path, zipOf(files));
    return path;
  }

  let files: BundleFiles;
  const replay = (bundle: string): Promise<number> => replayBundle(store, directory, ROAD, bundle, tick());

  beforeEach(async () => {
    await add('e-4', 'e-5');
    await sign();
    const options = { dataDirectory: directory, relationship: ROAD, nowMs: tick(), verifier: '' };
    ({ files } = await exportBundle(store, options));
    await cut(3);
    await expect(sign()).rejects.toMatchObject({ code: 'read-only' });
  });

  it('brings nothing back, and is in the way of no other', async () => {
    await expect(replay(without(files, 4))).rejects.toMatchObject({
      code: 'invalid-parameter',
      detail: expect.stringContaining('entry 4 (e-5) without its words, erased on 2026-10-01 as it says') as string,
    });
    expect((await verifyLedger(store)).entries).toBe(3);
    expect(await replay(packed(files))).toBe(2);
    expect(await verify()).toMatchObject({ valid: true, entries: 5, erased: [] });
  });

  it('brings back what it has the words of, where the rest is here', async () => {
    expect(await replay(without(files, 1))).toBe(2);
    expect(await verify()).toMatchObject({ valid: true, entries: 5, erased: [] });
  });
});

describe('a ledger that is compared again', () => {
  it('takes nothing while the words of an entry are not those that were recorded', async () => {
    await tamper(`UPDATE events SET metadata = replace(metadata, 'A line.', 'B line.') WHERE revision = 1`);
    readOnlyMarks(directory).mark(ROAD, 'was found wanting');
    await expect(compareAgain(store, directory, ROAD, tick())).rejects.toMatchObject({
      code: 'read-only',
      detail: expect.stringMatching(
        /holds an entry 1 that is not as it was written .* from the bundle of a party$/,
      ) as string,
    });
    expect(readOnlyMarks(directory).reason(ROAD)).toMatch(/^holds an entry 1 that is not as it was written/);
  });

  it('is told what brings back what is missing', async () => {
    await cut(2);
    await expect(compareAgain(store, directory, ROAD, tick())).rejects.toMatchObject({
      detail: expect.stringContaining('"ledger recover road --bundle FILE"') as string,
    });
  });
});

describe('a recovery that was interrupted', () => {
  it('takes a checkpoint again that it had taken over', async () => {
    const note = files().last(ROAD)?.note ?? '';
    readOnlyMarks(directory).mark(ROAD, 'was signed, and its last checkpoint is missing');
    await takeKnownCheckpoint(store, directory, ROAD, note, tick());
    expect(readOnlyMarks(directory).relationships()).toEqual([]);
  });

  it('keeps its mark until all was compared', async () => {
    readOnlyMarks(directory).mark(ROAD, 'was found wanting');
    const failing: EventStore = Object.assign(Object.create(store) as EventStore, {
      read: () => {
        throw new Error('the disk is gone');
      },
    });
    await expect(compareAgain(failing, directory, ROAD, tick())).rejects.toThrow('the disk is gone');
    expect(readOnlyMarks(directory).reason(ROAD)).toBe('was found wanting');
  });
});

describe('in the place of a damaged checkpoint', () => {
  let note: string;
  let bundle: string;
  beforeEach(async () => {
    note = files().last(ROAD)?.note ?? '';
    bundle = join(place, 'road.zip');
    const options = { dataDirectory: directory, relationship: ROAD, nowMs: tick(), verifier: '' };
    writeFileSync(bundle, zipOf((await exportBundle(store, options)).files));
    damage();
  });

  afterEach(async () => {
    expect(readOnlyMarks(directory).relationships()).toEqual([]);
    expect(readdirSync(join(directory, 'private', 'broken-off'))).toEqual([`${fileNameOf(ROAD)}.damaged-3`]);
    expect(await verify()).toMatchObject({ valid: true, signed: 1 });
  });

  it('stands one that no key of this log has signed', async () => {
    const path = join(directory, 'private', 'checkpoints', fileNameOf(ROAD));
    // One character of its signature.
    writeFileSync(
      path,
      `signed 1\n${note.replace(/(.{20})(.)(.*\n)$/, (_, a: string, b: string, c: string) => a + (b === 'A' ? 'B' : 'A') + c)}`,
    );
    expect(() => files().last(ROAD)).toThrow('holds a key that signed it');
    await add('e-4');
    await expect(sign()).rejects.toMatchObject({ code: 'read-only' });
    expect((await verify()).firstBad?.reason).toContain('holds a key that signed it');
    await takeKnownCheckpoint(store, directory, ROAD, note, tick());
  });

  it('one is taken that a party holds', () => takeKnownCheckpoint(store, directory, ROAD, note, tick()));

  it('that of a bundle is taken, with what is missing', async () => {
    await cut(1);
    expect(await replayBundle(store, directory, ROAD, bundle, tick())).toBe(2);
  });
});
