import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { streamOf } from '../entry/read';
import { pause } from './pause';
import { watchPolicies } from './watch-policies';

const POLL_MS = 10;
const EVENT = { id: '8c5f0b52-8a52-5b8e-9d0a-6a4f2f3c1e77', type: 'note.logged.v1', data: {}, metadata: {} };

let directory: string;
let folder: string;
let store: EventStore;
let said: string[];
let stopping: AbortController;
let watching: Promise<void>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'policies-'));
  folder = join(directory, 'private', 'witnesses');
  store = await openEventStore({ kind: 'sqlite', directory });
  await store.append(streamOf('road'), 'no-stream', [EVENT]);
  said = [];
  stopping = new AbortController();
});

afterEach(async () => {
  stopping.abort();
  await watching;
  await store.close();
  rmSync(directory, { recursive: true });
});

function watch(): void {
  const { signal } = stopping;
  const onPolicy = (relationship: string): void => void said.push(`policy of ${relationship}`);
  const onGone = (relationship: string): void => void said.push(`no policy of ${relationship}`);
  const onWrong = (reason: string): void => void said.push(reason);
  watching = watchPolicies({ store, dataDirectory: directory, signal, onPolicy, onGone, onWrong }, POLL_MS);
}

function write(name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** What was said, in the order of the alphabet, when it is so much. */
async function saying(count: number): Promise<string[]> {
  while (said.length < count) await pause(POLL_MS, stopping.signal);
  return said.splice(0).sort();
}

it('tells of the policy of a relationship whose id begins with a dot, and of no other hidden file', async () => {
  await store.append(streamOf('.road'), 'no-stream', [{ ...EVENT, id: '8c5f0b52-8a52-5b8e-9d0a-6a4f2f3c1e78' }]);
  write('.road.policy', 'quorum none\n');
  write('.hidden', 'quorum none\n');
  watch();
  expect(await saying(1)).toEqual(['policy of .road']);
});

it('tells of each policy once, and again when it was changed', async () => {
  write('road.policy', 'quorum none\n');
  watch();
  expect(await saying(1)).toEqual(['policy of road']);
  write('road.policy', '# more\nquorum none\n');
  expect(await saying(1)).toEqual(['policy of road']);
  rmSync(join(folder, 'road.policy'));
  write('lane.policy', 'quorum none\n');
  expect(await saying(2)).toEqual(['no policy of road', expect.stringContaining('lane.policy')]);
  write('road.policy', '# more\nquorum none\n');
  expect(await saying(1)).toEqual(['policy of road']);
});

it('tells once of what no relationship answers for, of what cannot be read, and of nothing that is hidden', async () => {
  write('.road.policy.swp', '');
  write('lane.policy', 'quorum none\n');
  write('road.polcy', 'quorum none\n');
  mkdirSync(join(folder, 'road.policy'));
  watch();
  const stray = 'is named for no relationship that there is';
  expect(await saying(3)).toEqual([
    `private/witnesses/lane.policy ${stray}`,
    `private/witnesses/road.polcy ${stray}`,
    expect.stringMatching(/^private\/witnesses\/road\.policy cannot be read: .*EISDIR/),
  ]);
  // Told once, however often it is looked at: what comes next is the next that was changed.
  write('path.policy', 'quorum none\n');
  expect(await saying(1)).toEqual([`private/witnesses/path.policy ${stray}`]);
  rmSync(join(folder, 'road.policy'), { recursive: true });
  write('road.policy', 'quorum none\n');
  expect(await saying(1)).toEqual(['policy of road']);
});

it('tells of a folder that is none', async () => {
  mkdirSync(join(directory, 'private'));
  writeFileSync(folder, '');
  watch();
  expect(await saying(1)).toEqual([expect.stringMatching(/^the folder of the policies .* ENOTDIR/)]);
  rmSync(folder);
  write('road.policy', 'quorum none\n');
  expect(await saying(1)).toEqual(['policy of road']);
});
