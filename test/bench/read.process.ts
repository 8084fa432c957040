import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LEDGER_FILE, openEventStore } from '@app/event-store';
import { historyOf, ledgerProjections, projectionViews, questions, registers, scoreOf } from '@app/ledger';
import { rebuildProjections } from '@app/projections';
import { answerJob } from './job';
import { dateOf, DAYS } from './journal';
import { PROJECTIONS, RELATIONSHIP } from './ledgers';
import { median } from './measure';

export interface ReadJob {
  readonly directory: string;
  /** `build` makes the read models; `parse` reads the entries of the relationship and parses them. */
  readonly what: 'build' | 'score' | 'history' | 'due' | 'top' | 'parse';
}

export interface ReadTimes {
  /** The first time in this process, opening of files included. */
  readonly coldMs: number;
  /** The median of the times after it, each asked for other dates. */
  readonly warmMs: number;
}

const WARM_RUNS = 20;
/** Of what takes a second each. */
const SLOW = ['history', 'top'];

answerJob(async ({ directory, what }: ReadJob): Promise<ReadTimes> => {
  if (what === 'build') {
    const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
    await rebuildProjections({ store, directory: join(directory, PROJECTIONS), projections: ledgerProjections });
    await store.close();
    return { coldMs: 0, warmMs: 0 };
  }
  if (what === 'parse') return timed(() => parsed(directory), 1);
  const now = Date.now();
  let views: ReturnType<typeof projectionViews> | undefined;
  const ask = async (run: number): Promise<unknown> => {
    views ??= projectionViews(join(directory, PROJECTIONS));
    if (what === 'score') {
      return scoreOf(views, RELATIONSHIP, { asOf: dateOf(2_900 - run), knownAt: dateOf(3_000 + run) }, now);
    }
    if (what === 'due') return registers.due(views, RELATIONSHIP, { asOf: dateOf(DAYS - 1 - run) }, now);
    if (what === 'top') return questions.top(views, RELATIONSHIP, { asOf: dateOf(DAYS - 1 - run) }, now);
    return historyOf(views, RELATIONSHIP, { from: dateOf(0), to: dateOf(DAYS - 1 - run), every: 'day' }, now);
  };
  const times = await timed(ask, SLOW.includes(what) ? 1 : WARM_RUNS);
  views?.close();
  return times;
});

async function timed(ask: (run: number) => unknown, warmRuns: number): Promise<ReadTimes> {
  const once = async (run: number): Promise<number> => {
    const startMs = performance.now();
    await ask(run);
    return performance.now() - startMs;
  };
  const coldMs = await once(0);
  const warm: number[] = [];
  for (let run = 1; run <= warmRuns; run += 1) warm.push(await once(run));
  return { coldMs, warmMs: median(warm) };
}

/** The entries of the relationship, read and parsed with nothing in between. */
function parsed(directory: string): number {
  const database = new DatabaseSync(join(directory, LEDGER_FILE), { readOnly: true });
  const select = database.prepare('select data, metadata from events where stream = ? order by revision');
  const entries: unknown[] = [];
  for (const { data, metadata } of select.iterate(`relationship-${RELATIONSHIP}`)) {
    entries.push([JSON.parse(String(data)), JSON.parse(String(metadata))]);
  }
  database.close();
  return entries.length;
}
