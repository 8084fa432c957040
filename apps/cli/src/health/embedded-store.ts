import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerFile, type Place } from '../place';
import type { Check } from './check';

/** Less room than this will not last long. */
const LEAST_ROOM_BYTES = 256 * 1024 * 1024;
/** How far the clock may stand behind the last entry before something is wrong with it. */
const CLOCK_TOLERANCE_MS = 1_000;
const MIB = 1024 * 1024;

/** The file of the log: its schema, how it is kept, and whether this machine's clock agrees with its last entry. */
export function embeddedStoreChecks(place: Place): Check[] {
  const file = ledgerFile(place);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const value = (sql: string): unknown => Object.values(database.prepare(sql).get() ?? {})[0];
    const mode = value('PRAGMA journal_mode');
    const condition = value('PRAGMA quick_check(1)');
    const recorded = value(
      // What is no JSON any more is told by whoever reads it.
      "SELECT recorded FROM (SELECT position, CASE WHEN json_valid(data) THEN data ->> 'recorded' END AS recorded FROM events) " +
        'WHERE recorded IS NOT NULL ORDER BY position DESC LIMIT 1',
    );
    return [
      {
        name: 'schema',
        ok: true,
        found: `version ${String(value('PRAGMA user_version'))}, the one of this program`,
      },
      {
        name: 'durability',
        ok: true,
        // Every opening for writing sets and asserts them; a backup that was just restored gets them then.
        found: `journal mode ${String(mode)}, synchronous FULL on every connection that writes`,
      },
      {
        name: 'log file',
        ok: condition === 'ok',
        found: `${mebibytes(statSync(file).size)}, quick check: ${String(condition)}`,
      },
      clockCheck(typeof recorded === 'string' ? recorded : null),
    ];
  } finally {
    database.close();
  }
}

/** The data directory: room, and whether what is written is on the disk. */
export function directoryChecks({ directory }: Place): Check[] {
  if (!existsSync(directory)) return [{ name: 'data directory', ok: true, found: `${directory}, made when needed` }];
  const { bavail, bsize } = statfsSync(directory);
  const room = bavail * bsize;
  return [
    {
      name: 'disk room',
      ok: room >= LEAST_ROOM_BYTES,
      found: `${mebibytes(room)} free, ${mebibytes(LEAST_ROOM_BYTES)} are needed`,
    },
    writeCheck(directory),
  ];
}

function writeCheck(directory: string): Check {
  const name = 'writing';
  const probe = join(directory, `.doctor-${process.pid}`);
  const startedAt = performance.now();
  try {
    const descriptor = openSync(probe, 'wx');
    try {
      writeSync(descriptor, 'probe');
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
      rmSync(probe);
    }
    return { name, ok: true, found: `a write reaches the disk in ${(performance.now() - startedAt).toFixed(1)} ms` };
  } catch (error) {
    return { name, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

function clockCheck(lastRecorded: string | null): Check {
  const nowMs = Date.now();
  const ok = lastRecorded === null || Date.parse(lastRecorded) <= nowMs + CLOCK_TOLERANCE_MS;
  const last = lastRecorded === null ? 'no entry to compare with' : `last entry recorded ${lastRecorded}`;
  return { name: 'clock', ok, found: `${new Date(nowMs).toISOString()}, ${last}` };
}

function mebibytes(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}
