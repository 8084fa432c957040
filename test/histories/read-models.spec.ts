import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openEventStore, type EventToAppend } from '@app/event-store';
import { ledgerProjections, logViews, projectionViews, streamOf, type Views } from '@app/ledger';
import { runProjections } from '@app/projections';
import { registers } from '../../libs/ledger/src/registers';
import { questions } from '../../libs/ledger/src/questions';
import { historyOf, scoreOf } from '../../libs/ledger/src/score/score.queries';
import { broughtOf } from '../../libs/ledger/src/value/brought.queries';
import { SEEDED, historyMoves, tell } from './random-histories';

/**
 * A store and its read models on a disk take a hundred times as long as a history in memory: of as many as are asked for
 * (`HISTORIES`) one in fifty has them.
 */
const RUNS = Math.ceil(Number(process.env['HISTORIES'] ?? 60) / 50);
const LIMIT_MS = 3_600_000;
const MOST_MOVES = 30;
const CATCH_UP_MS = 30_000;
/** What one question must be asked with. */
const ASKED = { seed: '1' };
/** Entries of one append. */
const APPENDED = 7;

describe('the read models of a random history', () => {
  it(
    'give the same as the log itself, followed live and rebuilt',
    async () => {
      await fc.assert(
        fc.asyncProperty(historyMoves(MOST_MOVES), async (moves) => {
          const { ledger, endMs } = await tell(moves).history();
          const told = await readModelsOf(ledger.events, endMs);
          expect(told.live).toBe(told.log);
          expect(told.rebuilt).toBe(told.log);
        }),
        { ...SEEDED, numRuns: RUNS, endOnFailure: true },
      );
    },
    LIMIT_MS,
  );
});

/** Every register, every answer and the score, as JSON. */
async function readModelsOf(
  events: readonly EventToAppend[],
  nowMs: number,
): Promise<Record<'live' | 'rebuilt' | 'log', string>> {
  const directory = mkdtempSync(join(tmpdir(), 'histories-'));
  const store = await openEventStore({ kind: 'sqlite', directory });
  const folder = join(directory, 'projections');
  const projections = runProjections({ store, directory: folder, projections: ledgerProjections });
  try {
    for (let at = 0; at < events.length; at += APPENDED) {
      await store.append(streamOf('road'), at === 0 ? 'no-stream' : at - 1, events.slice(at, at + APPENDED));
    }
    expect(await projections.waitFor((await store.head()) ?? '', CATCH_UP_MS)).toBe(true);
    const readModels = projectionViews(folder);
    try {
      const live = await toldBy(readModels, nowMs);
      await projections.rebuild();
      return { live, rebuilt: await toldBy(readModels, nowMs), log: await toldBy(logViews(store), nowMs) };
    } finally {
      readModels.close();
    }
  } finally {
    await projections.stop();
    await store.close();
    rmSync(directory, { recursive: true });
  }
}

async function toldBy(views: Views, nowMs: number): Promise<string> {
  const answers = [await scoreOf(views, 'road', {}, nowMs)] as unknown[];
  for (const register of Object.values(registers)) answers.push(await register(views, 'road', {}, nowMs));
  for (const [name, question] of Object.entries(questions)) {
    // It answers nobody while a round is open.
    if (name !== 'what-if') answers.push(await question(views, 'road', ASKED, nowMs));
  }
  answers.push(await broughtOf(views, 'road', {}, nowMs), await historyOf(views, 'road', { every: 'quarter' }, nowMs));
  return JSON.stringify(answers);
}
