import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { COMMAND_LINE, environment, ledger, ledgerJson, newDirectory, removeDirectories } from './cli';

const JOURNAL = [
  { id: 'e-1', kind: 'relationship.established', effective: '2024-01-01', party: 'client', text: 'Start.', data: { title: 'North road services', client: 'North Council', provider: 'Fieldway', start: '2024-01-01' } },
  { id: 'e-2', kind: 'behaviour.observed', effective: '2024-06', party: 'client', factor: 614, sign: '+', severity: 'moderate', text: 'Told us early.', data: { principle: 'openness', about: 'provider' } },
  { id: 'e-3', kind: 'entry.agreed', party: 'provider', answers: 'e-2' },
  { id: 'e-4', kind: 'note.logged', effective: '2024-07-01', party: 'provider', factor: 609, sign: '-', severity: 'major', text: 'Drawings came late.' },
  ...[601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616].flatMap((factor) =>
    (['client', 'provider'] as const).map((party) => ({
      id: `r-${factor}-${party}`, kind: 'rating.given', effective: '2024-09-30', party, factor,
      level: party === 'client' ? 3 : 2, evidenced: true,
    })),
  ),
].map((line, index) => ({
  relationship: 'north-road',
  recorded: new Date(Date.UTC(2024, 9, 1, 0, index)).toISOString(),
  ...line,
})); // prettier-ignore

const OCDS_RELEASE = {
  ocid: 'ocds-abc123-0001',
  id: '1',
  date: '2020-02-01T09:00:00Z',
  tag: ['contract'],
  buyer: { id: 'b', name: 'North Council' },
  contracts: [{ id: '1', title: 'Northern roads', documents: [{ id: 'd1' }, { id: 'd2' }], dateSigned: '2020-01-31' }],
};

const SHEFFIELD = join(__dirname, '../../../shared/cases/sheffield-streets-ahead.csv');

function journalFile(lines: readonly object[] = JOURNAL): string {
  const file = join(newDirectory(), 'journal.ndjson');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}

interface ScoreAnswer {
  readonly score: number | null;
  readonly reason: string | null;
  readonly insufficientEvidence: boolean;
  readonly factors: readonly { readonly code: number; readonly score: number | null; readonly status: string }[];
}

afterAll(removeDirectories);

describe('the command line on a small journal', () => {
  let data: string;

  beforeAll(async () => {
    data = newDirectory();
    expect(await ledger(['import', journalFile(), '--data', data])).toMatchObject({ exitCode: 0 });
  });

  it('says what it imported, and appends nothing the second time', async () => {
    const again = await ledgerJson(['import', journalFile(), '--data', data]);
    expect(again).toEqual({ lines: JOURNAL.length, appended: 0, known: JOURNAL.length, rejected: [] });
  });

  it('scores', async () => {
    const score = await ledgerJson<ScoreAnswer>(['score', 'north-road', '--as-of', '2024-09-30', '--data', data]);
    expect(score).toMatchObject({ relationship: 'north-road', asOf: '2024-09-30', insufficientEvidence: false });
    // Levels 3 and 2 with evidence: 62.5 - 0.25 * 25 / 2 on the factors without events.
    expect(score.factors.find(({ code }) => code === 601)?.score).toBeCloseTo(56.25, 4);
    expect(score.factors.find(({ code }) => code === 609)?.score).toBeLessThan(56.25);
  });

  it('takes the data directory before the verb, after it and from the environment', async () => {
    const after = await ledger(['relationships', '--json', '--data', data]);
    const before = await ledger(['--data', data, '--json', 'relationships']);
    const inherited = await ledger(['relationships', '--json'], { DATA_DIR: data });
    expect(after.stdout).toContain('"id":"north-road"');
    expect(before).toEqual(after);
    expect(inherited).toEqual(after);
  });

  it('explains every term with the entries behind it', async () => {
    const explanation = await ledgerJson([
      'explain',
      'north-road',
      '--factor',
      '609',
      '--as-of',
      '2024-09-30',
      '--data',
      data,
    ]);
    expect(explanation).toMatchObject({
      code: 609,
      terms: {
        ratings: [{ entry: 'r-609-client' }, { entry: 'r-609-provider' }],
        events: [{ entry: 'e-4', kind: 'note.logged', sign: '-', severity: 'major', status: 'asserted' }],
      },
    });
  });

  it('names the day of what it explains where none was asked for', async () => {
    const explained = await ledger(['explain', 'north-road', '--factor', '609', '--data', data]);
    expect(explained.stdout).toMatch(/^609 .*, as of \d{4}-\d{2}-\d{2}, with all that is known now, under mutuality@/m);
  });

  it('splits a change into causes that sum to it', async () => {
    interface Difference {
      readonly change: number;
      readonly factors: readonly { readonly contribution: number }[];
      readonly coverageEffect: number;
      readonly methodEffect: number;
    }
    const { change, factors, coverageEffect, methodEffect } = await ledgerJson<Difference>(
      ['diff', 'north-road', '--from', '2024-10-01', '--to', '2025-03-31', '--data', data],
    ); // prettier-ignore
    const sum = factors.reduce((total, { contribution }) => total + contribution, coverageEffect + methodEffect);
    expect(Math.abs(sum - change)).toBeLessThan(1e-9);
    expect(change).not.toBe(0);
  });

  it('gives the course, each point as score gives it', async () => {
    interface History {
      readonly points: readonly { readonly asOf: string; readonly score: number | null }[];
    }
    const { points } = await ledgerJson<History>(['history', 'north-road', '--to', '2024-12-31', '--data', data]);
    expect(points.map(({ asOf }) => asOf).slice(0, 3)).toEqual(['2024-01-01', '2024-01-31', '2024-02-29']);
    const { score } = await ledgerJson<ScoreAnswer>(['score', 'north-road', '--as-of', '2024-12-31', '--data', data]);
    expect(points.at(-1)).toMatchObject({ asOf: '2024-12-31', score });
  });

  it.each([
    ['score', '--known-at', '2020-01-01'],
    ['score', '--known-at', '2024-12-31', '--clock', 'ledger'],
    ['history', '--as-known', '--to', '2024-12-31', '--clock', 'ledger'],
    ['diff', '--from', '2024-10-01', '--to', '2024-12-31', '--known-at', '2020-01-01'],
    ['explain', '--factor', '609', '--known-at', '2020-01-01'],
    ['trail', '--known-at', '2020-01-01'],
    ['issues', '--known-at', '2020-01-01'],
  ])('says that nothing had been recorded by then: %s %s %s', async (verb, ...options) => {
    const early = await ledger([verb, 'north-road', ...options, '--data', data]);
    expect(early.stdout).toMatch(/\nNothing had been recorded by then; the first entry was recorded on 20\S+Z\.\n\n/);
  });

  it('says what was known of each point and each end', async () => {
    const course = await ledger(['history', 'north-road', '--as-known', '--to', '2024-12-31', '--data', data]);
    expect(course.stdout).toContain('The course of the score, each point as known at the end of its own day\n');
    const dates = ['--from', '2024-10-01', '--to', '2025-03-31'];
    const change = await ledger(['diff', 'north-road', ...dates, '--as-known', '--data', data]);
    expect(change.stdout).toContain(' on 2025-03-31, each as known at the end of its own day: ');
  });

  it('shows the trail with who answered', async () => {
    interface Trail {
      readonly count: number;
      readonly entries: readonly { readonly id: string }[];
    }
    const trail = await ledgerJson<Trail>(['trail', 'north-road', '--data', data]);
    expect(trail.count).toBe(JOURNAL.length);
    expect(trail.entries.find(({ id }) => id === 'e-2')).toMatchObject({
      status: 'agreed',
      answeredBy: ['e-3'],
      imported: true,
    });
    const text = await ledger(['trail', 'north-road', '--data', data]);
    expect(text.stdout).toContain('agreed by provider (e-3)');
    const filtered = await ledger(['trail', 'north-road', '--kind', 'behaviour.observed', '--data', data]);
    expect(filtered.stdout).toContain('agreed by provider (e-3)');
  });

  it('searches the trail for words', async () => {
    const found = await ledgerJson(['trail', 'north-road', '--text', 'late drawings', '--data', data]);
    expect(found).toMatchObject({ count: 1, entries: [{ id: 'e-4' }] });
  });

  it('tells a mistyped kind or party from one without entries', async () => {
    const kind = await ledger(['trail', 'north-road', '--kind', 'nope', '--data', data]);
    expect(kind).toMatchObject({ exitCode: 1, stdout: '' });
    expect(kind.stderr).toMatch(/^unknown-kind: --kind: the catalogue has no kind "nope"\n/);
    const party = await ledger(['trail', 'north-road', '--party', 'nope', '--data', data]);
    expect(party.stdout).toContain('No entry is by a party "nope"; there are entries by client, provider.');
  });

  it('replays entry by entry', async () => {
    interface Replay {
      readonly steps: readonly { readonly revision: number; readonly id: string; readonly score: number | null }[];
    }
    const { steps } = await ledgerJson<Replay>(['replay', 'north-road', '--data', data]);
    expect(steps.map(({ id }) => id)).toEqual(JOURNAL.map(({ id }) => id));
    expect(steps[0]?.score).toBeNull();
    const { score } = await ledgerJson<ScoreAnswer>(['score', 'north-road', '--as-of', '2024-09-30', '--data', data]);
    expect(steps.at(-1)?.score).toBe(score);
  });

  it('exports what imports into the same ledger', async () => {
    const file = join(newDirectory(), 'export.ndjson');
    await ledger(['export', 'north-road', '--out', file, '--data', data]);
    const exported = await ledger(['export', 'north-road', '--data', data]);
    expect(exported.stdout).toBe(readFileSync(file, 'utf8'));
    const copy = newDirectory();
    await ledgerJson(['import', file, '--data', copy]);
    for (const words of [
      ['score', 'north-road', '--as-of', '2024-09-30', '--known-at', '2024-10-01'],
      ['replay', 'north-road'],
    ]) {
      expect(await ledger([...words, '--json', '--data', copy])).toEqual(
        await ledger([...words, '--json', '--data', data]),
      );
    }
    expect((await ledger(['export', 'north-road', '--data', copy])).stdout).toBe(exported.stdout);
  });

  it('verifies, and is well', async () => {
    expect(await ledgerJson(['verify', '--data', data])).toEqual({
      valid: true,
      entries: JOURNAL.length,
      firstBad: null,
    });
    expect(await ledgerJson(['verify', 'north-road', '--data', data])).toMatchObject({ valid: true });
    expect(await ledgerJson(['doctor', '--data', data])).toMatchObject({ ok: true });
  });

  it.each(['score', 'history', 'trail', 'replay'])('prints %s for people without steering characters', async (verb) => {
    const { exitCode, stdout, stderr } = await ledger([verb, 'north-road', '--data', data]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/\S/);
    expect([...stdout].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
  });

  it('starts neither Nest nor the client of EventStoreDB to read', async () => {
    const { stderr } = await ledger(['score', 'north-road', '--data', data], { NODE_DEBUG: 'module' });
    expect(stderr).toMatch(/load ".*node_modules.commander/);
    expect(stderr).not.toMatch(/load ".*node_modules.(@nestjs|@eventstore|rxjs|fastify)/);
  });

  it('ends quietly when the reader closes the pipe', async () => {
    const child = spawn(process.execPath, [COMMAND_LINE, 'trail', 'north-road', '--json', '--data', data], {
      env: environment(),
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.destroy();
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('backs up a ledger and restores it into an empty directory', async () => {
    const backup = join(newDirectory(), 'north-road.backup');
    await ledgerJson(['token', 'north-road', '--party', 'client', '--member', 'm-1', '--data', data]);
    await ledgerJson(['backup', backup, '--data', data]);
    expect(statSync(backup).mode & 0o077).toBe(0);
    const restored = join(newDirectory(), 'restored');
    expect(await ledgerJson(['restore', backup, '--data', restored])).toMatchObject({
      valid: true,
      entries: JOURNAL.length,
    });
    expect(await ledger(['trail', 'north-road', '--json', '--data', restored])).toEqual(
      await ledger(['trail', 'north-road', '--json', '--data', data]),
    );
    expect(await ledgerJson<{ tokens: unknown[] }>(['tokens', '--data', restored])).toEqual(
      await ledgerJson(['tokens', '--data', data]),
    );
    expect(await ledger(['restore', backup, '--data', restored])).toMatchObject({ exitCode: 1 });
    expect(await ledger(['restore', journalFile(), '--data', newDirectory()])).toMatchObject({ exitCode: 1 });
  });

  it('issues, lists and revokes tokens', async () => {
    const issued = await ledger([
      'token',
      'north-road',
      '--party',
      'client',
      '--member',
      'm-2',
      '--days',
      '7',
      '--data',
      data,
    ]);
    expect(issued).toMatchObject({ exitCode: 0, stderr: '' });
    expect(issued.stdout).toMatch(/^\S+\n$/);
    const mistyped = (relationship: string, party: string) =>
      ledger(['token', relationship, '--party', party, '--member', 'm-3', '--data', data]);
    expect(await mistyped('north-raod', 'client')).toMatchObject({
      exitCode: 0,
      stderr: 'There is no relationship "north-raod" yet; the token opens it once there is.\n',
    });
    expect(await mistyped('north-road', 'cleint')).toMatchObject({
      exitCode: 0,
      stderr: '"cleint" is no party of "north-road"; its parties are client, provider.\n',
    });
    const { tokens } = await ledgerJson<{ tokens: { id: string; member: string }[] }>(['tokens', '--data', data]);
    const id = tokens.find(({ member }) => member === 'm-2')?.id ?? '';
    expect(await ledger(['token', '--revoke', id, '--data', data])).toMatchObject({ exitCode: 0 });
    expect((await ledger(['tokens', '--data', data])).stdout).toMatch(new RegExp(`${id}.* revoked `));
    expect(await ledger(['token', '--operator', '--data', data])).toMatchObject({ exitCode: 0 });
  });
});

describe('the command line says no', () => {
  it('with 1 and the code, the line and the field, and appends nothing', async () => {
    const data = newDirectory();
    const bad = journalFile([...JOURNAL.slice(0, 2), { ...JOURNAL[3], kind: 'no.such-kind' }]);
    const refused = await ledger(['import', bad, '--data', data]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^unknown-kind: line 3: field kind: /);
    expect(await ledger(['export', 'north-road', '--data', data])).toMatchObject({ exitCode: 1, stdout: '' });

    const asJson = await ledger(['import', bad, '--json', '--data', data]);
    expect(asJson).toMatchObject({ exitCode: 1, stdout: '' });
    expect(JSON.parse(asJson.stderr)).toMatchObject({ code: 'unknown-kind', line: 3, field: 'kind' });

    const kept = await ledger(['import', bad, '--keep-going', '--json', '--data', data]);
    expect(kept.exitCode).toBe(1);
    expect(JSON.parse(kept.stdout)).toMatchObject({ appended: 2, rejected: [{ line: 3, code: 'unknown-kind' }] });
  });

  it.each(['.', '..'])('with 1 to a relationship "%s", which no address can name', async (id) => {
    const data = newDirectory();
    const named = journalFile([{ ...JOURNAL[0], relationship: id }]);
    const unnamed = journalFile([{ ...JOURNAL[0], relationship: undefined }]);
    for (const [words, said] of [
      [['import', named], 'invalid-entry: line 1: field relationship: '],
      [['import', unnamed, '--relationship', id], 'invalid-parameter: --relationship: '],
      [['token', id, '--party', 'client', '--member', 'm-1'], 'invalid-parameter: '],
    ] as const) {
      const { exitCode, stdout, stderr } = await ledger([...words, '--data', data]);
      expect({ exitCode, stdout, said: stderr.slice(0, said.length) }).toEqual({ exitCode: 1, stdout: '', said });
    }
    expect(await ledgerJson(['relationships', '--data', data])).toEqual({ relationships: [] });
  });

  it('with 1 to lines of another relationship than the one that was named, and appends nothing', async () => {
    const data = newDirectory();
    const file = journalFile([JOURNAL[0] ?? {}, { ...JOURNAL[3], relationship: 'south-road' }]);
    const refused = await ledger(['import', file, '--relationship', 'north-road', '--data', data]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^invalid-entry: line 2: field relationship: expected north-road, or none/);
    expect(await ledgerJson(['relationships', '--data', data])).toEqual({ relationships: [] });
    const kept = await ledger([
      'import',
      file,
      '--relationship',
      'north-road',
      '--keep-going',
      '--json',
      '--data',
      data,
    ]);
    expect(JSON.parse(kept.stdout)).toMatchObject({ appended: 1, rejected: [{ line: 2, field: 'relationship' }] });
  });

  it.each([
    ['an unknown relationship', ['score', 'nowhere'], 'relationship-not-found'],
    ['an impossible date', ['score', 'north-road', '--as-of', '2024-02-30'], 'invalid-parameter'],
    ['an unknown factor', ['explain', 'north-road', '--factor', '6000'], 'unknown-factor'],
    ['a format that is none', ['import', 'x.json', '--format', 'xml'], 'invalid-parameter'],
    ['a file that is not there', ['import', 'no-such-file.ndjson'], 'invalid-parameter'],
  ])('with 1 to %s', async (_what, words, code) => {
    const data = newDirectory();
    await ledger(['import', journalFile(), '--data', data]);
    const { exitCode, stdout, stderr } = await ledger([...words, '--data', data]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr.startsWith(`${code}: `)).toBe(true);
  });

  it.each([
    [
      ['score', 'north-road', '--as-of', 'soon'],
      'invalid-parameter: --as-of: expected a date that exists, as YYYY-MM-DD\n',
    ],
    [
      ['history', 'north-road', '--known-at', '2024-01-01', '--as-known'],
      'invalid-parameter: --known-at: give it or --as-known, not both\n',
    ],
    [
      ['diff', 'north-road', '--from', '2024-02-01', '--to', '2024-01-01'],
      'invalid-parameter: --to lies before from\n',
    ],
    [['import', 'nowhere.ndjson'], 'invalid-parameter: nowhere.ndjson does not exist\n'],
    [['import', '.'], 'invalid-parameter: . is a directory; name a file\n'],
    [
      ['score', 'nowhere'],
      'relationship-not-found: there is no relationship "nowhere"\n"ledger relationships" lists those that there are.\n',
    ],
  ])('once, in the words of the command line: %j', async (words, said) => {
    const data = newDirectory();
    await ledger(['import', journalFile(), '--data', data]);
    expect(await ledger([...words, '--data', data])).toEqual({ exitCode: 1, stdout: '', stderr: said });
  });

  it.each([
    ['no verb', []],
    ['an unknown verb', ['scroe', 'north-road']],
    ['an unknown option', ['score', 'north-road', '--frobnicate']],
    ['a missing argument', ['score']],
    ['a missing option', ['explain', 'north-road']],
    ['one argument too many', ['score', 'north-road', 'south-road']],
  ])('with 2 to %s', async (_what, words) => {
    const { exitCode, stdout, stderr } = await ledger(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('with 3 where the store cannot be reached', async () => {
    const missing = join(newDirectory(), 'missing');
    for (const words of [['relationships'], ['backup', 'copy']]) {
      expect(await ledger([...words, '--data', missing])).toEqual({
        exitCode: 3,
        stdout: '',
        stderr: `store-unavailable: there is no ledger in ${missing}; import or serve creates one\n`,
      });
    }
    expect(existsSync(missing)).toBe(false);
    expect(await ledger(['doctor', '--eventstore', 'esdb://127.0.0.1:1?tls=false'])).toMatchObject({ exitCode: 3 });
  });

  it.each([
    ['sample', []],
    ['key', ['--json']],
    ['check', ['--data', '--json']],
    ['serve', ['--data', '--eventstore']],
    ['score', ['--data', '--eventstore', '--json']],
  ])('%s --help shows the global options that mean something to it, and takes all of them', async (verb, shown) => {
    const all = ['--data', '--eventstore', '--json'];
    const { exitCode, stdout } = await ledger([verb, '--data', 'x', '--eventstore', 'y', '--json', '--help']);
    expect(exitCode).toBe(0);
    expect(all.filter((option) => new RegExp(`^  ${option}\\b`, 'm').test(stdout))).toEqual(shown);
  });

  it('not to --help and --version', async () => {
    const help = await ledger(['--help']);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain('relationships');
    expect(await ledger(['help', 'score'])).toEqual(await ledger(['score', '--help']));
    expect((await ledger(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('the sample contract', () => {
  it('is always the same, imports, and is marked as a sample', async () => {
    const [file, data] = [join(newDirectory(), 'sample.ndjson'), newDirectory()];
    expect(await ledger(['sample', '--out', file])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect((await ledger(['sample'])).stdout).toBe(readFileSync(file, 'utf8'));
    await ledgerJson(['import', file, '--data', data]);
    const { relationships } = await ledgerJson<{ relationships: { id: string; sample: boolean }[] }>(
      ['relationships', '--data', data],
    ); // prettier-ignore
    expect(relationships).toMatchObject([{ sample: true }]);
    for (const words of [['score'], ['diff', '--from', '2022-12-31', '--to', '2024-12-31'], ['history'], ['replay']]) {
      const [verb = '', ...options] = words;
      const { exitCode, stdout } = await ledger([verb, relationships[0]?.id ?? '', ...options, '--data', data]);
      expect({ exitCode, marked: stdout.includes('fictional sample contract') }).toEqual({ exitCode: 0, marked: true });
    }
    expect((await ledger(['relationships', '--data', data])).stdout).toContain('[sample]');
  });
});

describe('an OCDS package', () => {
  const ocdsFile = (name: string, content: unknown): string => {
    const file = join(newDirectory(), name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };

  it('is known by what is in it, becomes a relationship, and says what it did not take over', async () => {
    const data = newDirectory();
    const file = ocdsFile('package.json', { version: '1.1', releases: [OCDS_RELEASE] });
    const { stdout } = await ledger(['import', file, '--data', data]);
    expect(stdout.split('\n')).toEqual([
      '2 entries: 2 appended, 0 known before, 0 refused',
      'relationships: ocds-abc123-0001:1',
      'not taken over: 2 contracts.documents',
      '',
    ]);
    expect(await ledgerJson(['import', file, '--format', 'ocds', '--data', data])).toEqual({
      lines: 2,
      appended: 0,
      known: 2,
      rejected: [],
      ocds: {
        relationships: ['ocds-abc123-0001:1'],
        notTaken: [{ field: 'contracts.documents', count: 2, why: null }],
      },
    });
    const score = await ledgerJson<ScoreAnswer>(['score', 'ocds-abc123-0001:1', '--data', data]);
    expect(score).toMatchObject({ score: null, insufficientEvidence: true });
  });

  it('is taken whole or not at all, and what is wrong has its path', async () => {
    const data = newDirectory();
    const milestones = [{ title: 'No id' }, { id: 'm2', title: 'Depot' }];
    const contracts = [{ id: '1', title: 'Northern roads', milestones }];
    const file = ocdsFile('package.ocds', { releases: [{ ...OCDS_RELEASE, contracts }] });
    const words = ['import', file, '--format', 'ocds', '--relationship', 'roads', '--data', data];
    const { exitCode, stderr } = await ledger(words);
    expect({ exitCode, said: stderr.split('\n')[0] }).toEqual({
      exitCode: 1,
      said: 'invalid-entry: releases[0].contracts[0].milestones[0].id: expected the id of the item',
    });
    const kept = await ledger([...words, '--keep-going']);
    expect(kept).toMatchObject({
      exitCode: 1,
      stderr: 'invalid-entry: field releases[0].contracts[0].milestones[0].id: expected the id of the item\n',
    });
    expect(kept.stdout).toContain('3 entries: 2 appended, 0 known before, 1 refused\nrelationships: roads\n');
  });

  it('is told from a journal that is named .json', async () => {
    const data = newDirectory();
    const journal = ocdsFile('journal.json', readFileSync(journalFile(), 'utf8'));
    expect((await ledger(['import', journal, '--data', data])).stdout).toMatch(/^\d+ lines: /);
    const none = ocdsFile('none.json', '{}');
    expect((await ledger(['import', none, '--data', data])).stderr).toContain('releases: expected releases');
    const empty = ocdsFile('empty.json', { releases: [] });
    expect((await ledger(['import', empty, '--data', data])).stdout).toBe(
      '0 entries: 0 appended, 0 known before, 0 refused\nno contract in the file\n',
    );
  });
});

describe('the Sheffield journal', () => {
  if (!existsSync(SHEFFIELD)) {
    // The journal of real facts is kept beside the repository; a clone without it says so.
    it.skip(`is not here: ${SHEFFIELD}`, () => undefined);
    return;
  }
  let data: string;

  beforeAll(async () => {
    data = newDirectory();
    const report = await ledgerJson(['import', SHEFFIELD, '--relationship', 'streets-ahead', '--data', data]);
    expect(report).toEqual({ lines: 80, appended: 80, known: 0, rejected: [] });
  });

  it('needs to be told its relationship', async () => {
    const { exitCode, stderr } = await ledger(['import', SHEFFIELD, '--data', data]);
    expect({ exitCode, code: stderr.split(':')[0] }).toEqual({ exitCode: 1, code: 'invalid-parameter' });
  });

  it('shows every fact with its source and as much of the date as was known', async () => {
    interface Trail {
      readonly entries: readonly { readonly effective: string; readonly status: string; readonly party: string }[];
    }
    const { entries } = await ledgerJson<Trail>(['trail', 'streets-ahead', '--data', data]);
    expect(entries).toHaveLength(80);
    expect(entries[0]).toMatchObject({ effective: '2007', party: 'client', imported: true, status: 'asserted' });
    const { stdout } = await ledger(['trail', 'streets-ahead', '--data', data]);
    expect(stdout.match(/source: http/g)).toHaveLength(80);
  });

  it('has too little evidence for a headline, and says so plainly', async () => {
    const score = await ledgerJson<ScoreAnswer>(['score', 'streets-ahead', '--as-of', '2018-12-31', '--data', data]);
    expect(score).toMatchObject({ score: null, insufficientEvidence: true, reason: 'coverage' });
    const { stdout } = await ledger(['score', 'streets-ahead', '--as-of', '2018-12-31', '--data', data]);
    expect(stdout).toContain('Insufficient evidence');
    expect(stdout).toContain('Without evidence: ');
  });

  it('explains factor 609 at the height of the dispute', async () => {
    interface Explanation {
      readonly terms: { readonly ratings: readonly unknown[]; readonly events: readonly { readonly entry: string }[] };
    }
    const words = ['explain', 'streets-ahead', '--factor', '609', '--as-of', '2018-12-31', '--data', data];
    const explanation = await ledgerJson<Explanation>(words);
    expect(explanation).toMatchObject({ code: 609, terms: { ratings: [] } });
    expect(explanation.terms.events.length).toBeGreaterThan(0);
    expect((await ledger(words)).stdout).toContain(explanation.terms.events[0]?.entry);
  });

  it('exports and imports again to the same answers', async () => {
    const exported = join(newDirectory(), 'streets-ahead.ndjson');
    await ledger(['export', 'streets-ahead', '--out', exported, '--data', data]);
    const copy = newDirectory();
    expect(await ledgerJson(['import', exported, '--data', copy])).toMatchObject({ lines: 80, appended: 80 });
    for (const words of [
      ['score', 'streets-ahead', '--as-of', '2018-12-31'],
      ['history', 'streets-ahead', '--to', '2023-12-31', '--every', 'quarter'],
      ['explain', 'streets-ahead', '--factor', '609', '--as-of', '2018-12-31'],
      ['replay', 'streets-ahead'],
      ['export', 'streets-ahead'],
    ]) {
      const [here, there] = await Promise.all(
        [data, copy].map((place) => ledger([...words, '--json', '--data', place])),
      );
      expect(there).toEqual(here);
    }
  });
});
