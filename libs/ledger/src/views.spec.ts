import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { runProjections, type RunningProjections } from '@app/projections';
import { importJournal } from './journal/import';
import { logViews } from './log-views';
import { projectionViews, type ClosableViews } from './projection-views';
import { ledgerProjections } from './projections';
import { issuesOf } from './issues/issues.queries';
import { relationshipsOf } from './relationship/relationship.queries';
import { sampleJournal } from './sample/sample-journal';
import { historyOf, scoreOf } from './score/score.queries';
import { trailOf } from './trail/audit-trail';
import type { EntrySelection, Views } from './views';

const RELATIONSHIP = 'north-road';
const NOW_MS = Date.parse('2026-11-01T09:00:00Z');
const CATCH_UP_MS = 30_000;

let directory: string;
let store: EventStore;
let projections: RunningProjections;
let readModels: ClosableViews;

async function* sample(): AsyncIterable<Uint8Array> {
  for (const line of sampleJournal()) yield Buffer.from(`${JSON.stringify(line)}\n`);
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'views-'));
  store = await openEventStore({ kind: 'sqlite', directory });
  await importJournal(store, sample, { format: 'journal', nowMs: NOW_MS });
  const folder = join(directory, 'projections');
  projections = runProjections({ store, directory: folder, projections: ledgerProjections });
  expect(await projections.waitFor((await store.head()) ?? '', CATCH_UP_MS)).toBe(true);
  readModels = projectionViews(folder);
});

afterAll(async () => {
  readModels.close();
  await projections.stop();
  await store.close();
  rmSync(directory, { recursive: true });
});

const SELECTIONS: readonly EntrySelection[] = [
  {},
  { limit: 7 },
  { afterRevision: 600 },
  { kind: 'entry.agreed', limit: 20 },
  { newestFirst: true, limit: 7 },
  { newestFirst: true, kind: 'entry.agreed', beforeRevision: 600, afterRevision: 500, limit: 20 },
  { factor: 609, party: 'client' },
  { text: 'depot board' },
  { ids: ['s-0290', 's-0001', 'nowhere'] },
];

describe('the sample contract, read from the log and from the read models', () => {
  const questions: readonly (readonly [string, (views: Views) => Promise<unknown>])[] = [
    ['all relationships', (views) => relationshipsOf(views, NOW_MS)],
    ['a score', (views) => scoreOf(views, RELATIONSHIP, { asOf: '2019-12-31', knownAt: '2020-01-31' }, NOW_MS)],
    ['the course', (views) => historyOf(views, RELATIONSHIP, { to: '2026-03-31' }, NOW_MS)],
    ['the trail', (views) => trailOf(views, RELATIONSHIP, {}, NOW_MS)],
    ['the issues', (views) => issuesOf(views, RELATIONSHIP, { asOf: '2019-12-31' }, NOW_MS)],
    ['one that is not there', (views) => views.relationship('nowhere')],
    ['the facts', (views) => views.facts(RELATIONSHIP)],
    ['the facts of one that is not there', (views) => views.facts('nowhere')],
    ...SELECTIONS.map(
      (selection) =>
        [`entries ${JSON.stringify(selection)}`, (views: Views) => views.entries(RELATIONSHIP, selection)] as const,
    ),
  ];

  it.each(questions)('gives the same for %s', async (_question, ask) => {
    expect(JSON.stringify(await ask(readModels))).toBe(JSON.stringify(await ask(logViews(store))));
  });

  it('gives the same to the byte once the read models were rebuilt', async () => {
    const answers = async (): Promise<string> =>
      JSON.stringify(await Promise.all(questions.map(([, ask]) => ask(readModels))));
    const before = await answers();
    await projections.rebuild();
    expect(await answers()).toBe(before);
  });
});
