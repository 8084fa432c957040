import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, StoreUnavailable, type EventStore } from '@app/event-store';
import { formatVerifierKey, parsePolicy, verifierKey } from '@app/integrity';
import { exportBundle } from '../bundle/export-bundle';
import { establishRelationship } from '../entry/log-entry';
import { streamOf } from '../entry/read';
import { nextKeys, publicKeys } from './log-identity';
import { readOnlyMarks } from './read-only-marks';
import { replaceLostKey, rotateKey } from './rotate-key';
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
    const next = await replaceLostKey(store, directory, RELATIONSHIPS, policy, clock);
    expect(publicKeys(directory)).toEqual([Buffer.from(next, 'hex'), old]);
    for (const relationship of RELATIONSHIPS) {
      expect(await kindsOf(relationship)).toEqual(['relationship.established', 'logkey.rotated']);
    }
    expect(await verified()).toMatchObject({ valid: true, signed: 2 });
    const bundle = { dataDirectory: directory, relationship: 'south-road', nowMs: clock(), verifier: '' };
    const { files } = await exportBundle(store, bundle);
    expect(verifyBundle(files)).toMatchObject({ code: 0 });
    expect(verifyBundle(files, { policy: { name: 'old', text: policyOf(directory, 'south-road') } }).code).toBe(0);
  });

  it('is not replaced while it is there, nor by a policy of another log, nor over a ledger that was changed', async () => {
    const policy = policyOf(directory, 'north-road');
    const replace = (text: string): Promise<string> => replaceLostKey(store, directory, RELATIONSHIPS, text, clock);
    await expect(replace(policy)).rejects.toMatchObject({ code: 'not-allowed-now' });
    rmSync(keyFile());
    const other = verifierKey('other.example/relationships/north-road/log', 'ed25519', Buffer.alloc(32, 3));
    for (const text of ['nonsense', 'quorum none\n', `log ${formatVerifierKey(other)}\nquorum none\n`]) {
      await expect(replace(text)).rejects.toMatchObject({ code: 'invalid-parameter', field: 'lost' });
    }
    readOnlyMarks(directory).mark('south-road', 'was tampered with');
    await expect(replace(policy)).rejects.toMatchObject({ code: 'read-only' });
    expect(await kindsOf('north-road')).toEqual(['relationship.established']);
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
