import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, StoreUnavailable, type EventStore } from '@app/event-store';
import { formatVerifierKey, parsePolicy, verifierKey } from '@app/integrity';
import { zipOf } from '../bundle/archive';
import { exportBundle } from '../bundle/export-bundle';
import { replayBundle } from '../bundle/replay-bundle';
import { establishRelationship, logEntry } from '../entry/log-entry';
import { streamOf } from '../entry/read';
import { checkpointFiles } from './checkpoint-files';
import { assertClaimable, claimLog, namedOtherwise, ownIdentity } from './claim-log';
import { nextKeys, publicKeys } from './key-files';
import { logIdentity } from './log-identity';
import { replaceLostKey } from './lost-key';
import { fileNameOf } from './private-files';
import { readOnlyMarks } from './read-only-marks';
import { compareAgain, declareBreak, takeKnownCheckpoint } from './recover';
import { rotateKey } from './rotate-key';
import { signNow } from './sign-now';
import { verifyBundle } from '../verifier';
import { verifyLedger } from './verify';
import { policyOf } from './witness-policy';

const RELATIONSHIPS = ['north-road', 'south-road'];
let directory: string;
let store: EventStore;
let nowMs = Date.parse('2026-11-01T00:00:00Z');
const clock = (): number => (nowMs += 1);

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'rotate-'));
  store = await openEventStore({ kind: 'sqlite', directory });
  for (const relationship of RELATIONSHIPS) {
    const author = { member: 'operator', role: 'operator', party: null } as const;
    const data = { title: 'Road', client: 'Council', provider: 'Contractor', start: '2024-01-01' };
    await establishRelationship(store, { relationship, author, key: 'establish', data }, clock());
    await signNow(store, directory, relationship, clock());
  }
});

afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

async function kindsOf(relationship: string): Promise<unknown[]> {
  const kinds: unknown[] = [];
  for await (const { data } of store.read(streamOf(relationship))) kinds.push(data['kind']);
  return kinds;
}

describe('a new key of the log', () => {
  it('is named in every relationship, and the old one stays known', async () => {
    const [old] = publicKeys(directory);
    const next = await rotateKey(store, directory, RELATIONSHIPS, clock);
    expect(publicKeys(directory)).toEqual([Buffer.from(next, 'hex'), old]);
    for (const relationship of RELATIONSHIPS) {
      expect(await kindsOf(relationship)).toEqual(['relationship.established', 'logkey.rotated']);
      expect(parsePolicy(policyOf(directory, relationship)).logs).toHaveLength(2);
    }
  });

  it('is named nowhere while one of the ledgers is read-only', async () => {
    readOnlyMarks(directory).mark('south-road', 'was tampered with');
    await expect(rotateKey(store, directory, RELATIONSHIPS, clock)).rejects.toMatchObject({ code: 'read-only' });
    for (const relationship of RELATIONSHIPS) {
      expect(await kindsOf(relationship)).toEqual(['relationship.established']);
    }
  });

  it('is the one that an interrupted rotation named, also on another day', async () => {
    const drawn = nextKeys(directory);
    const failing: EventStore = {
      ...store,
      read: store.read.bind(store),
      follow: store.follow.bind(store),
      head: store.head.bind(store),
      append: (stream, expected, events) =>
        stream === streamOf('south-road')
          ? Promise.reject(new StoreUnavailable('the power fails'))
          : store.append(stream, expected, events),
    };
    await expect(rotateKey(failing, directory, RELATIONSHIPS, clock)).rejects.toThrow('the power fails');
    nowMs += 86_400_000;
    expect(await rotateKey(store, directory, RELATIONSHIPS, clock)).toBe(drawn.publicKey.toString('hex'));
    for (const relationship of RELATIONSHIPS) {
      expect(await kindsOf(relationship)).toEqual(['relationship.established', 'logkey.rotated']);
    }
    const another = await rotateKey(store, directory, RELATIONSHIPS, clock);
    expect(another).not.toBe(drawn.publicKey.toString('hex'));
    expect(publicKeys(directory)).toHaveLength(3);
  });

  it('leaves a policy that can be read when it was interrupted, and is given again', async () => {
    const [old] = publicKeys(directory);
    nextKeys(directory);
    writeFileSync(join(directory, 'private', 'retired-keys'), `${old?.toString('hex')}\n`);
    expect(parsePolicy(policyOf(directory, 'north-road')).logs).toHaveLength(1);
    const next = await rotateKey(store, directory, RELATIONSHIPS, clock);
    expect(publicKeys(directory)).toEqual([Buffer.from(next, 'hex'), old]);
  });
});

/** Whatever is refused here is asked for again below. */
function ignored(error: unknown): void {
  expect(error).toMatchObject({ code: 'not-allowed-now', field: 'log-name' });
}

describe('a key of the log that is lost', () => {
  const keyFile = (): string => join(directory, 'private', 'signing-key');
  const verified = () => verifyLedger(store, { dataDirectory: directory });

  it.each([
    ['is missing', (): void => rmSync(keyFile())],
    ['is damaged', (): void => writeFileSync(keyFile(), 'torn')],
  ])('is told where it %s, and gives way to a new one that is named in every relationship', async (_how, lose) => {
    const policy = policyOf(directory, 'north-road');
    const [old] = publicKeys(directory);
    lose();
    await expect(signNow(store, directory, 'north-road', clock())).rejects.toMatchObject({ code: 'not-allowed-now' });
    const found = await verified();
    expect(found).toMatchObject({ valid: false, firstBad: { relationship: 'north-road', revision: null } });
    expect(found.firstBad?.reason).toContain('ledger rotate-key --lost POLICY');
    const { publicKey, skipped } = await replaceLostKey(store, directory, RELATIONSHIPS, policy, clock);
    expect([publicKeys(directory), skipped]).toEqual([[Buffer.from(publicKey, 'hex'), old], []]);
    for (const relationship of RELATIONSHIPS) {
      expect(await kindsOf(relationship)).toEqual(['relationship.established', 'logkey.rotated']);
    }
    const said = expect.stringContaining('the key of the log was said to be lost on 2026-11-') as string;
    const lostKeys = RELATIONSHIPS.map((relationship) => ({ relationship, revision: 1, text: said }));
    expect(await verified()).toMatchObject({ valid: true, signed: 2, lostKeys });
    const bundle = { dataDirectory: directory, relationship: 'south-road', nowMs: clock(), verifier: '' };
    const { files } = await exportBundle(store, bundle);
    expect(verifyBundle(files)).toMatchObject({ code: 0, caveats: [said] });
    expect(verifyBundle(files, { policy: { name: 'old', text: policyOf(directory, 'south-road') } }).code).toBe(0);
  });

  it('is not replaced while it is there, nor by a policy of another log', async () => {
    const policy = policyOf(directory, 'north-road');
    const replace = (text: string): Promise<unknown> => replaceLostKey(store, directory, RELATIONSHIPS, text, clock);
    await expect(replace(policy)).rejects.toMatchObject({ code: 'not-allowed-now' });
    rmSync(keyFile());
    const other = verifierKey('other.example/relationships/north-road/log', 'ed25519', Buffer.alloc(32, 3));
    for (const text of ['nonsense', 'quorum none\n', `log ${formatVerifierKey(other)}\nquorum none\n`]) {
      await expect(replace(text)).rejects.toMatchObject({ code: 'invalid-parameter', field: 'lost' });
    }
    expect(await kindsOf('north-road')).toEqual(['relationship.established']);
    expect(publicKeys(directory)).toEqual([]);
  });

  const files = () => checkpointFiles(directory);
  const fileOf = (folder: string, relationship: string): string =>
    join(directory, 'private', folder, fileNameOf(relationship));
  const replace = (policy: string) => replaceLostKey(store, directory, RELATIONSHIPS, policy, clock);
  async function verifiedBy(relationship: string): Promise<number> {
    const bundle = { dataDirectory: directory, relationship, nowMs: clock(), verifier: '' };
    const { files: made } = await exportBundle(store, bundle);
    return verifyBundle(made, { policy: { name: 'now', text: policyOf(directory, relationship) } }).code;
  }
  async function log(relationship: string): Promise<void> {
    const author = { member: 'm-1', role: 'member', party: 'client' } as const;
    const body = { kind: 'note.logged', effective: '2026-10-30', text: 'A note.' };
    await logEntry(store, { relationship, author, key: `key ${clock()}`, body }, clock());
  }
  /** As whoever has the disk can. */
  async function change(sql: string): Promise<void> {
    await store.close();
    const database = new DatabaseSync(join(directory, 'ledger.db'));
    for (const guard of ['changed', 'deleted']) database.exec(`DROP TRIGGER IF EXISTS events_are_not_${guard}`);
    database.exec(sql);
    database.close();
    store = await openEventStore({ kind: 'sqlite', directory });
  }

  it.each<[string, () => Promise<void>, () => Promise<unknown>, string[]]>([
    [
      'marked and as it was signed',
      async () => {
        await log('south-road');
        readOnlyMarks(directory).mark('south-road', 'was tampered with');
      },
      () => compareAgain(store, directory, 'south-road', clock()),
      ['relationship.established', 'note.logged', 'logkey.rotated'],
    ],
    [
      'shorter than it was signed',
      async () => {
        await log('south-road');
        await signNow(store, directory, 'south-road', clock());
        await change(`DELETE FROM events WHERE stream = '${streamOf('south-road')}' AND revision = 1`);
      },
      () => declareBreak(store, directory, 'south-road', 'The disk is lost.', clock()),
      ['relationship.established', 'record.broken', 'logkey.rotated'],
    ],
    [
      'without a checkpoint that can be read',
      () => Promise.resolve(writeFileSync(fileOf('checkpoints', 'south-road'), 'torn')),
      () => declareBreak(store, directory, 'south-road', 'The disk is lost.', clock()),
      ['relationship.established', 'record.broken', 'logkey.rotated'],
    ],
  ])(
    'leaves out a ledger that is %s, which says so itself once it is recovered',
    async (_what, spoil, recover, kinds) => {
      const policy = policyOf(directory, 'north-road');
      await spoil();
      rmSync(keyFile());
      const before = await kindsOf('south-road');
      const { skipped } = await replace(policy);
      expect(skipped).toEqual([{ relationship: 'south-road', reason: readOnlyMarks(directory).reason('south-road') }]);
      expect(await kindsOf('north-road')).toEqual(['relationship.established', 'logkey.rotated']);
      expect(await kindsOf('south-road')).toEqual(before);
      await log('north-road');
      expect(await signNow(store, directory, 'north-road', clock())).toBe(true);
      await expect(signNow(store, directory, 'south-road', clock())).rejects.toMatchObject({ code: 'read-only' });
      await recover();
      expect(await kindsOf('south-road')).toEqual(kinds);
      expect(await verified()).toMatchObject({ valid: true, signed: 2 });
      for (const relationship of RELATIONSHIPS) expect(await verifiedBy(relationship)).toBe(0);
      expect((await rotatedAgain()).length).toBe(64);
      for (const relationship of RELATIONSHIPS) expect(await verifiedBy(relationship)).toBe(0);
    },
  );

  function rotatedAgain(): Promise<string> {
    return rotateKey(store, directory, RELATIONSHIPS, clock);
  }

  it('leaves out a ledger whose payload was changed, which is read-only from then on', async () => {
    const policy = policyOf(directory, 'north-road');
    await change(
      `UPDATE events SET metadata = replace(metadata, 'Road', 'Rood') WHERE stream = '${streamOf('south-road')}'`,
    );
    rmSync(keyFile());
    const { skipped } = await replace(policy);
    expect(skipped).toEqual([
      { relationship: 'south-road', reason: expect.stringContaining('is not as signed') as string },
    ]);
    expect(readOnlyMarks(directory).reason('south-road')).toContain('is not as signed');
  });

  it('gives way also where a witness answers', async () => {
    const policy = policyOf(directory, 'north-road');
    const witness = createServer((_request, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
    await once(witness, 'listening');
    const key = formatVerifierKey(verifierKey('witness.example', 'cosignature', Buffer.alloc(32, 7)));
    const url = `http://127.0.0.1:${(witness.address() as AddressInfo).port}`;
    mkdirSync(join(directory, 'private', 'witnesses'));
    writeFileSync(join(directory, 'private', 'witnesses', 'south-road.policy'), `witness w ${key} ${url}\nquorum w\n`);
    rmSync(keyFile());
    expect(await replace(policy)).toMatchObject({ skipped: [] });
    witness.close();
    await once(witness, 'close');
  });

  it('says what is missing where nothing tells the name of the log', async () => {
    const nameless = verifierKey('nameless', 'ed25519', Buffer.alloc(32, 3));
    for (const lost of ['signing-key', 'log-name']) rmSync(join(directory, 'private', lost));
    const policy = `log ${formatVerifierKey(nameless)}\nquorum none\n`;
    await expect(replace(policy)).rejects.toThrow('private/log-name is missing, and checkpoints were signed under');
    rmSync(join(directory, 'private'), { recursive: true });
    await expect(replace(policy)).rejects.toThrow('neither the store nor this policy says how the log is named');
    expect(existsSync(join(directory, 'private'))).toBe(false);
  });

  describe('with all private files, where the store names it', () => {
    let policy: string;
    let note: string;
    let bundle: string;
    let old: Buffer;

    beforeEach(async () => {
      await claimLog(store, logIdentity(directory), directory);
      [old] = publicKeys(directory) as [Buffer];
      policy = policyOf(directory, 'north-road');
      note = files().last('north-road')?.note ?? '';
      const wanted = { dataDirectory: directory, relationship: 'north-road', nowMs: clock(), verifier: '' };
      bundle = join(directory, 'north-road.zip');
      writeFileSync(bundle, zipOf((await exportBundle(store, wanted)).files));
      rmSync(join(directory, 'private'), { recursive: true });
    });

    it('is not drawn anew by whoever signs', async () => {
      const refused = {
        code: 'primary-only',
        message: expect.stringContaining('ledger rotate-key --lost POLICY') as string,
      };
      await expect(ownIdentity(store, directory)).rejects.toMatchObject(refused);
      await expect(signNow(store, directory, 'north-road', clock())).rejects.toMatchObject(refused);
      await expect(rotatedAgain()).rejects.toMatchObject(refused);
      await expect(compareAgain(store, directory, 'north-road', clock())).rejects.toMatchObject(refused);
      await expect(assertClaimable(store, directory)).rejects.toMatchObject({
        code: 'not-allowed-now',
        field: 'PRIMARY',
      });
      expect(publicKeys(directory)).toEqual([]);
    });

    it.each([
      ['no other', (): void => undefined, () => takeKnownCheckpoint(store, directory, 'north-road', note, clock())],
      [
        'another that was drawn since',
        (): void => void logIdentity(directory),
        () => replayBundle(store, directory, 'north-road', bundle, clock()),
      ],
    ])('gives way where there is %s, and the ledgers go on from what parties hold', async (_what, draw, recover) => {
      draw();
      await expect(replace(`log ${formatVerifierKey(verifierKey('x', 'ed25519', Buffer.alloc(32, 3)))}\nquorum none\n`)).rejects.toMatchObject({ code: 'invalid-parameter', field: 'lost' }); // prettier-ignore
      const { publicKey, skipped } = await replace(policy);
      expect(skipped.map(({ relationship }) => relationship)).toEqual(RELATIONSHIPS);
      expect(skipped[0]?.reason).toContain('its last checkpoint is missing');
      expect(publicKeys(directory)).toEqual([Buffer.from(publicKey, 'hex'), old]);
      await claimLog(store, logIdentity(directory), directory);
      await recover();
      expect(await kindsOf('north-road')).toEqual(['relationship.established', 'logkey.rotated']);
      await declareBreak(store, directory, 'south-road', 'The disk is lost.', clock());
      expect(await kindsOf('south-road')).toEqual(['relationship.established', 'record.broken', 'logkey.rotated']);
      expect(await verified()).toMatchObject({ valid: true, signed: 2 });
      for (const relationship of RELATIONSHIPS) expect(await verifiedBy(relationship)).toBe(0);
    });
  });

  it('is not that of a directory that names another log than the store', async () => {
    await claimLog(store, { ...logIdentity(directory), name: 'other.example' }, directory).catch(ignored);
    await expect(signNow(store, directory, 'north-road', clock())).rejects.toThrow('and the store other.example');
    expect(await namedOtherwise(store, directory)).toContain('names ledger-');
  });

  it('is not one that was replaced and put back', async () => {
    const seed = readFileSync(keyFile(), 'utf8');
    await rotateKey(store, directory, RELATIONSHIPS, clock);
    writeFileSync(keyFile(), seed);
    const signing = signNow(store, directory, 'north-road', clock());
    await expect(signing).rejects.toMatchObject({ code: 'not-allowed-now' });
    await expect(signNow(store, directory, 'north-road', clock())).rejects.toThrow('was replaced by another since');
  });
});
