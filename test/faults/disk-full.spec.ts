import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory, removeDirectories } from '../e2e/cli';
import { note, openRelationship, RELATIONSHIP } from './ledger-in-use';
import { call, endServers, startServer, stopServer, type Server } from './server';

const DISK = '12m';
const BALLAST_MIB = 8;
const BALLAST = 'ballast';
const WRITERS = 8;
/** Far more than fit. */
const MOST_NOTES = 4_000;
const NOTE_CHARACTERS = 8_000;

/**
 * A small disk that only the server sees: a file system in memory, mounted in namespaces of its own, which needs no
 * privilege. The server starts on a copy of the directory, with a file beside it that takes up room until it is removed.
 */
const onSmallDisk = (source: string, disk: string): string[] => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${DISK} tmpfs "$1" && cp -r "$0/." "$1" && head -c ${BALLAST_MIB}m /dev/zero > "$1/${BALLAST}" && shift && exec "$@"`,
  source,
  disk,
];

const possible =
  spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

jest.setTimeout(120_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

describe('a disk that is full', () => {
  if (!possible) {
    it.skip('needs Linux namespaces for users and mounts, which are not available here', () => undefined);
    return;
  }

  it('answers 507, keeps what it acknowledged, and goes on when there is room', async () => {
    const source = newDirectory();
    const token = await openRelationship(source);
    const disk = newDirectory();
    const server = await startServer(disk, onSmallDisk(source, disk)).listening;
    // Somebody has been reading before: the files of the read models are open.
    expect((await call(server, `/relationships/${RELATIONSHIP}/score`, token)).status).toBe(200);
    const acknowledged: string[] = [];
    const refused: string[] = [];
    let next = 0;
    const writer = async (): Promise<void> => {
      while (refused.length < WRITERS && next < MOST_NOTES) {
        const key = `note-${next++}`;
        const { status, body } = await log(server, token, key);
        if (status === 201) acknowledged.push(key);
        else {
          expect([status, body['code']]).toEqual([507, 'disk-full']);
          refused.push(key);
        }
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThanOrEqual(WRITERS);

    // Reading goes on.
    expect((await call(server, `/relationships/${RELATIONSHIP}/score`, token)).status).toBe(200);

    const seenByServer = `/proc/${server.process.pid}/root${disk}`;
    rmSync(join(seenByServer, BALLAST));
    for (const key of refused) expect((await log(server, token, key)).status).toBe(201);

    // An acknowledged command is answered as before: it is still there.
    for (const key of acknowledged) expect((await log(server, token, key)).status).toBe(200);
    const { position } = (await log(server, token, 'last')).body;
    expect((await call(server, `/relationships/${RELATIONSHIP}/score?seen=${String(position)}`, token)).status).toBe(
      200,
    );
    cpSync(seenByServer, join(source, 'after'), { recursive: true });
    expect(await stopServer(server, 'SIGTERM')).toEqual({ exitCode: 0, signal: null });
  });
});

function log(server: Server, token: string, key: string): ReturnType<typeof call> {
  const { body } = note(key);
  const long = { ...body, text: `${key} `.padEnd(NOTE_CHARACTERS, '.') };
  return call(server, `/relationships/${RELATIONSHIP}/entries`, token, { key, body: long });
}
