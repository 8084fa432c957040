import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore } from '@app/event-store';
import { formatCheckpoint, formatNote, signText } from '@app/integrity';
import { importJournal } from '../journal/import';
import { checkpointFiles } from './checkpoint-files';
import { publicKeys } from './key-files';
import { logIdentity } from './log-identity';
import { assertPrevious, bringLater } from './previous-files';
import { fileNameOf, writeDurably } from './private-files';
import { declareBreak } from './recover';
import { rotateKey } from './rotate-key';
import { signNow } from './sign-now';

const ROAD = 'road';
let place: string;
let previous: string;
let restored: string;
let store: EventStore;
let nowMs = Date.parse('2026-11-01T00:00:00Z');
const tick = (): number => (nowMs += 1);
const inPrivate = (directory: string, ...names: string[]): string => join(directory, 'private', ...names);

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'previous-'));
  [previous, restored] = [join(place, 'previous'), join(place, 'restored')];
  store = await openEventStore({ kind: 'sqlite', directory: previous });
  await add('e-1');
  await signNow(store, previous, ROAD, tick());
  cpSync(inPrivate(previous), inPrivate(restored), { recursive: true });
});

afterEach(async () => {
  await store.close();
  rmSync(place, { recursive: true });
});

async function add(id: string): Promise<void> {
  const line = { relationship: ROAD, kind: 'note.logged', effective: '2026-05-01', party: 'client', text: 'A line.' };
  const text = `${JSON.stringify({ ...line, id })}\n`;
  await importJournal(store, () => Readable.from([Buffer.from(text)]), { format: 'journal', nowMs: tick() });
}

const lastOf = (directory: string) => checkpointFiles(directory).last(ROAD);

describe('what the directory has that a backup replaces', () => {
  it('is not brought where nothing is later', () => {
    expect(bringLater(previous, restored)).toEqual([]);
  });

  it('is brought where more was signed, with the leaves that show which entry is another', async () => {
    await add('e-2');
    await signNow(store, previous, ROAD, tick());
    expect(bringLater(previous, restored)).toEqual([{ relationship: ROAD, later: lastOf(previous) }]);
    expect(lastOf(restored)).toEqual(lastOf(previous));
    const leaves = [previous, restored].map((directory) =>
      readFileSync(inPrivate(directory, 'leaves', fileNameOf(ROAD))),
    );
    expect(leaves[1]).toEqual(leaves[0]);
    expect(bringLater(previous, restored)).toEqual([]);
  });

  it('is brought of a later incarnation, also where that is shorter', async () => {
    for (const id of ['e-2', 'e-3', 'e-4']) await add(id);
    await signNow(store, previous, ROAD, tick());
    cpSync(inPrivate(previous), inPrivate(restored), { recursive: true });
    await store.close();
    rmSync(join(previous, 'ledger.db'));
    store = await openEventStore({ kind: 'sqlite', directory: previous });
    await add('e-1');
    await declareBreak(store, previous, ROAD, 'Lost.', tick());
    expect(bringLater(previous, restored)).toEqual([{ relationship: ROAD, later: lastOf(previous) }]);
    expect(checkpointFiles(restored).signedIncarnation(ROAD)).toBe(2);
  });

  it('is brought as it is where it is damaged, so that nothing goes on from less', () => {
    writeFileSync(inPrivate(previous, 'checkpoints', fileNameOf(ROAD)), 'torn');
    expect(bringLater(previous, restored)).toEqual([{ relationship: ROAD, later: null }]);
    expect(() => lastOf(restored)).toThrow('is damaged');
  });

  it('is what a witness has shown, too', () => {
    const last = lastOf(previous);
    if (last === null) throw new Error('nothing is signed');
    const checkpoint = { ...last.checkpoint, size: 9 };
    const text = formatCheckpoint(checkpoint);
    const signatures = [signText(text, checkpoint.origin, logIdentity(previous).keys)];
    checkpointFiles(previous).keepShown(ROAD, { ...last, checkpoint, note: formatNote({ text, signatures }) });
    expect(bringLater(previous, restored)).toMatchObject([{ relationship: ROAD, later: { checkpoint: { size: 9 } } }]);
    expect(
      checkpointFiles(restored)
        .shown(ROAD)
        .map(({ checkpoint: { size } }) => size),
    ).toEqual([9]);
  });

  it('is a key that was rotated since, policies, and whatever else is private', async () => {
    await rotateKey(store, previous, [ROAD], tick);
    writeDurably(inPrivate(previous, 'witnesses', 'road.policy'), 'quorum none\n');
    writeDurably(inPrivate(previous, 'sealed', 'x'), 'sealed');
    writeDurably(inPrivate(previous, 'read-only', fileNameOf(ROAD)), 'was broken there\n');
    bringLater(previous, restored);
    expect(publicKeys(restored)).toEqual(publicKeys(previous));
    expect(logIdentity(restored)).toEqual(logIdentity(previous));
    expect(readFileSync(inPrivate(restored, 'witnesses', 'road.policy'), 'utf8')).toBe('quorum none\n');
    expect(readFileSync(inPrivate(restored, 'sealed', 'x'), 'utf8')).toBe('sealed');
    expect(existsSync(inPrivate(restored, 'read-only'))).toBe(false);
  });

  it('is not the key of before a rotation that the backup knows', async () => {
    const older = join(place, 'older');
    cpSync(inPrivate(previous), inPrivate(older), { recursive: true });
    await rotateKey(store, previous, [ROAD], tick);
    bringLater(older, previous);
    expect(publicKeys(previous)).toHaveLength(2);
  });
});

describe('a directory that does not go with a backup', () => {
  const refused = { code: 'invalid-parameter', field: 'previous' };
  it('is one without private files', () => {
    expect(() => assertPrevious(join(place, 'nowhere'), null)).toThrow(expect.objectContaining(refused) as Error);
  });

  it('is one of a log of another name, or with another key', () => {
    const other = join(place, 'other');
    const { name } = logIdentity(other, 'other.example');
    expect(() => assertPrevious(other, logIdentity(previous).name)).toThrow(expect.objectContaining(refused) as Error);
    assertPrevious(other, name);
    expect(() => bringLater(other, restored)).toThrow(expect.objectContaining(refused) as Error);
  });
});
