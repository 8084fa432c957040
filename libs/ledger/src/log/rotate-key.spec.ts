import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, StoreUnavailable, type EventStore } from '@app/event-store';
import { parsePolicy } from '@app/integrity';
import { establishRelationship } from '../entry/log-entry';
import { streamOf } from '../entry/read';
import { nextKeys, publicKeys } from './log-identity';
import { readOnlyMarks } from './read-only-marks';
import { rotateKey } from './rotate-key';
import { signNow } from './sign-now';
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
    writeFileSync(join(directory, 'private', 'retired-keys'), `${old?.toString('hex')}\n`);
    expect(parsePolicy(policyOf(directory, 'north-road')).logs).toHaveLength(1);
    const next = await rotateKey(store, directory, RELATIONSHIPS, clock);
    expect(publicKeys(directory)).toEqual([Buffer.from(next, 'hex'), old]);
  });
});
