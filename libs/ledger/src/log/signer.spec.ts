import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { HASH_BYTES } from '@app/integrity';
import { streamOf } from '../entry/read';
import { checkpointFiles } from './checkpoint-files';
import { holdSigning } from './hold';
import { leafFiles, type LeafFiles } from './leaf-files';
import { LEAVES_HELD } from './limits';
import { logIdentity } from './log-identity';
import { fileNameOf } from './private-files';
import { readOnlyMarks } from './read-only-marks';
import { runSigner } from './run-signer';
import { Signer, type SigningOptions } from './signer';

const [NORTH, SOUTH] = ['north-road', 'south-road'] as const;
let directory: string;
let nowMs = 1;
/** What was told of ledgers that became read-only. */
let broken: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'signer-'));
  broken = [];
});
afterEach(() => rmSync(directory, { recursive: true }));

function options(others: Partial<SigningOptions> = {}): SigningOptions {
  return {
    files: checkpointFiles(directory),
    leaves: leafFiles(directory),
    marks: readOnlyMarks(directory),
    identity: logIdentity(directory, 'ledger.example'),
    hold: holdSigning([], new AbortController().signal),
    clock: () => (nowMs += 1),
    onSigned: () => undefined,
    onBroken: (relationship, reason) => broken.push(`${relationship} ${reason}`),
    ...others,
  };
}

function eventAt(relationship: string, revision: number): RecordedEvent {
  const data = { kind: 'note.logged', revision };
  const position = String(revision).padStart(16, '0');
  return {
    stream: streamOf(relationship),
    revision,
    type: 'note.logged.v1',
    position,
    data,
  } as unknown as RecordedEvent;
}

/** Takes an entry of each of two logs. */
function take(signer: Signer, revision: number): void {
  for (const relationship of [NORTH, SOUTH]) signer.take(eventAt(relationship, revision));
}

function sign(signer: Signer): void {
  signer.compareEnds([]);
  signer.sign();
}

function signedSize(relationship: string): number {
  return checkpointFiles(directory).last(relationship)?.checkpoint.size ?? 0;
}

it('signs the other logs where the last checkpoint of one is damaged meanwhile', () => {
  const signer = new Signer(options());
  const grow = (revision: number): void => {
    take(signer, revision);
    sign(signer);
  };
  grow(0);
  writeFileSync(join(directory, 'private', 'checkpoints', fileNameOf(NORTH)), 'torn');
  grow(1);
  grow(2);
  expect(broken).toEqual([expect.stringMatching(/^north-road .* is damaged/)]);
  expect(readOnlyMarks(directory).reason(NORTH)).toContain('is damaged');
  expect(signedSize(SOUTH)).toBe(3);
});

describe('where the checkpoint file of one log is not what the signer left there', () => {
  const pathOf = (relationship: string): string => join(directory, 'private', 'checkpoints', fileNameOf(relationship));
  let signer: Signer;
  let signed: string[];

  beforeEach(() => {
    signed = [];
    const onSigned: SigningOptions['onSigned'] = (checkpoints) =>
      checkpoints.forEach(({ relationship, checkpoint }) => signed.push(`${relationship} ${checkpoint.size}`));
    signer = new Signer(options({ onSigned }));
    take(signer, 0);
    sign(signer);
    take(signer, 1);
    signed = [];
  });

  it('makes that ledger read-only where there is none, and signs the others', () => {
    rmSync(pathOf(NORTH));
    sign(signer);
    expect(broken).toEqual([expect.stringContaining('its last checkpoint is missing')]);
    expect(readOnlyMarks(directory).reason(NORTH)).toContain('its last checkpoint is missing');
    take(signer, 2);
    sign(signer);
    expect([signedSize(NORTH), signedSize(SOUTH)]).toEqual([0, 3]);
  });

  it('does so also where nothing else remembers that it was signed', () => {
    const real = checkpointFiles(directory);
    let room = false;
    const remember: typeof real.remember = (checkpoints) => {
      if (!room) throw new Error('ENOSPC');
      real.remember(checkpoints);
    };
    rmSync(join(directory, 'private'), { recursive: true });
    signer = new Signer(options({ files: { ...real, remember } }));
    take(signer, 0);
    expect(() => sign(signer)).toThrow('ENOSPC');
    rmSync(pathOf(NORTH));
    take(signer, 1);
    room = true;
    sign(signer);
    expect(broken).toEqual([expect.stringContaining('its last checkpoint is missing')]);
  });

  it('goes on from what was written before the others could not be', () => {
    const before = readFileSync(pathOf(SOUTH), 'utf8');
    mkdirSync(join(directory, 'aside'));
    // Whatever takes the place of a file keeps one from being moved there.
    renameSync(pathOf(SOUTH), join(directory, 'aside', 'south'));
    mkdirSync(pathOf(SOUTH));
    expect(() => sign(signer)).toThrow('EISDIR');
    expect(signed).toEqual(['north-road 2']);
    rmSync(pathOf(SOUTH), { recursive: true });
    writeFileSync(pathOf(SOUTH), before);
    take(signer, 2);
    sign(signer);
    expect([signedSize(NORTH), signedSize(SOUTH), broken]).toEqual([3, 3, []]);
  });

  it('takes over a newer one of its own, which was cut off before it was told, and tells it', () => {
    const { files } = options();
    const cut = new Signer(options());
    take(cut, 0);
    take(cut, 1);
    sign(cut);
    expect(files.last(NORTH)?.checkpoint.size).toBe(2);
    sign(signer);
    expect([signed, broken]).toEqual([['north-road 2', 'south-road 2'], []]);
    take(signer, 2);
    sign(signer);
    expect(signed.slice(2)).toEqual(['north-road 3', 'south-road 3']);
  });

  it('makes that ledger read-only where its log does not go on from it, whatever its leaves say, and signs the others', () => {
    const other = new Signer({ ...options(), files: checkpointFiles(join(directory, 'other')) });
    other.take({ ...eventAt(NORTH, 0), data: { kind: 'note.logged', revision: 0, text: 'another' } });
    sign(other);
    const file = join(directory, 'other', 'private', 'checkpoints', fileNameOf(NORTH));
    writeFileSync(pathOf(NORTH), readFileSync(file));
    sign(signer);
    expect(broken).toEqual([expect.stringContaining('an entry was changed, moved or replaced')]);
    expect(signed).toEqual(['south-road 2']);
  });
});

it.each([
  ['another name', 'other.example', /^the log of north-road was signed as ledger.example\/.*not as other.example\//],
  ['one that no note takes', 'ledger.example\u0001', /control character|signed as/],
])('signs nothing under %s, and leaves what was signed', (_what, name, said) => {
  const identity = logIdentity(directory, 'ledger.example');
  const before = new Signer(options({ identity }));
  before.take(eventAt(NORTH, 0));
  sign(before);
  const signer = new Signer(options({ identity: { ...identity, name } }));
  for (const revision of [0, 1]) signer.take(eventAt(NORTH, revision));
  expect(() => sign(signer)).toThrow(said);
  expect([signedSize(NORTH), broken]).toEqual([1, []]);
});

it('writes no checkpoint that nobody can read', () => {
  const identity = { ...logIdentity(directory, 'ledger.example'), name: 'ledger.example\u0001' };
  const signer = new Signer(options({ identity }));
  signer.take(eventAt(NORTH, 0));
  expect(() => sign(signer)).toThrow();
  expect(checkpointFiles(directory).relationships()).toEqual([]);
});

describe('where one ledger alone cannot be held against what was signed', () => {
  let signer: Signer;
  /** Makes a file one that nobody can read. */
  function block(folder: string): string {
    const path = join(directory, 'private', folder, fileNameOf(NORTH) + (folder === 'shown' ? '.1.3.00' : ''));
    rmSync(path, { force: true });
    mkdirSync(path, { recursive: true });
    return path;
  }

  beforeEach(() => {
    const before = new Signer(options());
    take(before, 0);
    take(before, 1);
    sign(before);
    signer = new Signer(options());
  });

  function catchUp(): void {
    for (const revision of [0, 1, 2]) take(signer, revision);
    signer.compareEnds();
  }

  it.each(['checkpoints', 'shown', 'leaves'])(
    'it waits, and the others are signed, where its file of %s cannot be read, until it can',
    (folder) => {
      const kept = folder === 'shown' ? null : readFileSync(join(directory, 'private', folder, fileNameOf(NORTH)));
      const path = block(folder);
      catchUp();
      const waits = /^north-road waits to be signed, as a file of it cannot be read or written: .*EISDIR/;
      expect(() => signer.sign()).toThrow(waits);
      expect([signedSize(SOUTH), broken]).toEqual([3, []]);
      take(signer, 3);
      expect(() => signer.sign()).toThrow('EISDIR');
      expect(signedSize(SOUTH)).toBe(4);
      rmSync(path, { recursive: true });
      if (kept !== null) writeFileSync(path, kept);
      expect(signer.sign()).toBe(true);
      expect([signedSize(NORTH), broken]).toEqual([4, []]);
      expect(leafFiles(directory).read(NORTH, 4)).toEqual(leafFiles(directory).read(SOUTH, 4));
    },
  );

  it('is read-only where it turns out to be another once that file can be read', () => {
    const path = join(directory, 'private', 'checkpoints', fileNameOf(NORTH));
    const kept = readFileSync(path);
    block('checkpoints');
    signer.take({ ...eventAt(NORTH, 0), data: { kind: 'note.logged', revision: 0, text: 'another' } });
    for (const revision of [1, 2]) signer.take(eventAt(NORTH, revision));
    for (const revision of [0, 1]) signer.take(eventAt(SOUTH, revision));
    signer.compareEnds();
    expect(() => signer.sign()).toThrow('waits to be signed');
    rmSync(path, { recursive: true });
    writeFileSync(path, kept);
    signer.sign();
    expect(broken).toEqual([expect.stringContaining('an entry was changed, moved or replaced')]);
    expect(readFileSync(path)).toEqual(kept);
  });

  it('is read-only where its mark cannot be read', () => {
    block('read-only');
    catchUp();
    signer.sign();
    expect([signedSize(NORTH), signedSize(SOUTH)]).toEqual([2, 3]);
    expect(readOnlyMarks(directory).reason(NORTH)).toMatch(
      /^is marked read-only, and private.*cannot be read \(.*EISDIR/,
    );
  });

  it.each([{ size: 3.5, root: 'x' }, { size: '3', root: 'x' }, { size: 1 }, null])(
    'is read-only where an entry names the checkpoint %j',
    (checkpointSeen) => {
      for (const revision of [0, 1, 2]) signer.take(eventAt(SOUTH, revision));
      for (const revision of [0, 1]) signer.take(eventAt(NORTH, revision));
      const { data, ...event } = eventAt(NORTH, 2);
      signer.take({ ...event, data: { ...data, checkpointSeen } } as RecordedEvent);
      signer.compareEnds();
      signer.sign();
      expect(broken).toEqual(['north-road holds an entry that cannot be read: revision 2']);
      expect([signedSize(NORTH), signedSize(SOUTH)]).toEqual([2, 3]);
    },
  );
});

describe('on a disk that is full', () => {
  /** A disk without room for the leaves of one relationship until there is some. */
  function fullDisk(of: string): LeafFiles & { room: boolean } {
    const real = leafFiles(directory);
    const disk = {
      ...real,
      room: false,
      write: (relationship: string, from: number, hashes: Buffer): void => {
        if (relationship === of && !disk.room) throw new Error('ENOSPC');
        real.write(relationship, from, hashes);
      },
    };
    return disk;
  }

  it('takes each entry once, signs the other logs, and this one as soon as there is room', () => {
    const leaves = fullDisk(NORTH);
    const signer = new Signer(options({ leaves }));
    const count = LEAVES_HELD * 2 + 1;
    for (let revision = 0; revision < count; revision += 1) take(signer, revision);
    expect(() => sign(signer)).toThrow('ENOSPC');
    expect([signedSize(NORTH), signedSize(SOUTH)]).toEqual([0, count]);
    leaves.room = true;
    sign(signer);
    expect(signedSize(NORTH)).toBe(count);
    expect(leaves.read(NORTH, count)).toHaveLength(count * HASH_BYTES);
    expect(leaves.read(NORTH, count)).toEqual(leaves.read(SOUTH, count));
    expect(broken).toEqual([]);
  });

  it('says so once, and that it is over, without an entry', async () => {
    const leaves = fullDisk(NORTH);
    const stopping = new AbortController();
    const said: string[] = [];
    let rounds = 0;
    const events = Array.from({ length: LEAVES_HELD * 2 }, (_, revision) => eventAt(NORTH, revision));
    const follow: EventStore['follow'] = async function* () {
      yield { events, live: true };
      await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
    };
    await runSigner({
      ...options({ leaves }),
      clock: () => (nowMs += 1_000),
      store: { follow } as EventStore,
      signal: stopping.signal,
      onSigned: () => stopping.abort(),
      onFailure: (error) => {
        said.push(String(error));
        // It is tried more than once meanwhile.
        const { write } = leaves;
        leaves.write = (...written) => {
          leaves.room = (rounds += 1) > 2;
          write(...written);
        };
      },
      onWorking: () => said.push('works'),
    });
    expect(said).toEqual(['works', 'Error: ENOSPC', 'works']);
    expect(signedSize(NORTH)).toBe(events.length);
    expect(broken).toEqual([]);
  });

  it('tells at once of a ledger that is broken, and marks it as soon as there is room', () => {
    const real = readOnlyMarks(directory);
    let room = false;
    const mark = (relationship: string, reason: string): void => {
      if (!room) throw new Error('ENOSPC');
      real.mark(relationship, reason);
    };
    const signer = new Signer(options({ marks: { ...real, mark } }));
    take(signer, 0);
    sign(signer);
    signer.take(eventAt(NORTH, 5));
    expect(broken).toEqual(['north-road goes on at revision 5 after 1 entries']);
    signer.take(eventAt(SOUTH, 1));
    expect(() => sign(signer)).toThrow('ENOSPC');
    expect([real.reason(NORTH), signedSize(SOUTH)]).toEqual([null, 2]);
    room = true;
    sign(signer);
    expect(real.reason(NORTH)).toBe('goes on at revision 5 after 1 entries');
    expect(broken).toHaveLength(1);
  });
});
