import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { keyPairOf, partyKeyIdOf } from '@app/integrity';
import { describeUnless } from '@app/testing';
import { builtInFactorSet } from '../catalogue/factor-set';
import type { Author, Role } from '../entry/author';
import type { EntryBody } from '../entry/entry';
import { logEntry, establishRelationship, type Logged } from '../entry/log-entry';
import { logViews } from '../log-views';
import { Problem } from '../problems';
import { explanationOf, historyOf, scoreOf } from '../score/score.queries';
import { parseInstant } from '../scoring/days';
import { trailOf } from '../trail/audit-trail';
import { exportJournal } from './export';
import { importJournal, type ImportOptions } from './import';
import type { Source } from './lines';

const NOW = parseInstant('2026-11-01T12:00:00Z') ?? 0;
const SHEFFIELD = join(__dirname, '../../../../../shared/cases/sheffield-streets-ahead.csv');

const directories: string[] = [];
const stores: EventStore[] = [];

async function newStore(): Promise<EventStore> {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-journal-'));
  directories.push(directory);
  const store = await openEventStore({ kind: 'sqlite', directory });
  stores.push(store);
  return store;
}

afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  for (const directory of directories) rmSync(directory, { recursive: true });
});

function lines(...values: readonly (object | string)[]): Source {
  const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
  return async function* () {
    yield Buffer.from(text);
  };
}

function options(more: Partial<ImportOptions> = {}): ImportOptions {
  return { format: 'journal', nowMs: NOW, ...more };
}

async function journalOf(store: EventStore, relationship: string): Promise<string> {
  let text = '';
  for await (const line of exportJournal(store, relationship)) text += line;
  return text;
}

const line = (id: string, more: object = {}): object => ({
  id,
  relationship: 'road',
  kind: 'note.logged',
  effective: '2024-05-01',
  recorded: '2024-05-02T09:00:00Z',
  party: 'client',
  factor: 609,
  sign: '+',
  ...more,
});

const answer = (id: string, kind: string, answers: string, more: object = {}): object => ({
  id,
  relationship: 'road',
  kind,
  recorded: '2024-05-03T09:00:00Z',
  party: 'provider',
  answers,
  ...more,
});

const lack = existsSync(SHEFFIELD) ? undefined : 'the journal is not beside the project';

describeUnless(lack, 'the Sheffield journal', () => {
  it('is imported, scored, explained, exported and imported again', async () => {
    const store = await newStore();
    const sheffield: Source = () => createReadStream(SHEFFIELD);
    const csv = options({ format: 'csv', relationship: 'sheffield' });
    expect(await importJournal(store, sheffield, csv)).toMatchObject({ lines: 80, appended: 80, known: 0 });
    expect(await importJournal(store, sheffield, csv)).toMatchObject({ lines: 80, appended: 0, known: 80 });

    const views = logViews(store);
    const score = await scoreOf(views, 'sheffield', { asOf: '2018-12-31' }, NOW);
    expect(score).toMatchObject({ score: null, insufficientEvidence: true, reason: 'coverage' });
    const explained = await explanationOf(views, 'sheffield', { factor: '609', asOf: '2018-12-31' }, NOW);
    expect(explained.terms.events.length).toBeGreaterThan(0);
    const trail = await trailOf(views, 'sheffield', {}, NOW);
    expect(trail.count).toBe(80);
    expect(trail.entries[0]).toMatchObject({ effective: '2007', kind: 'note.logged', factor: 607, sign: '0' });

    const journal = await journalOf(store, 'sheffield');
    const second = await newStore();
    expect(await importJournal(second, lines(journal), options())).toMatchObject({ appended: 80 });
    expect(await journalOf(second, 'sheffield')).toBe(journal);
    const again = logViews(second);
    expect(await scoreOf(again, 'sheffield', { asOf: '2018-12-31' }, NOW)).toEqual(score);
    expect(await historyOf(again, 'sheffield', {}, NOW)).toEqual(await historyOf(views, 'sheffield', {}, NOW));
    // What was exported says nothing new to the store that it came from.
    expect(await importJournal(store, lines(journal), options())).toMatchObject({ appended: 0, known: 80 });
  });
});

describe('a CSV journal', () => {
  const HEADER = 'date,party,category,polarity,summary,source';
  const csv = (...rows: readonly string[]): Source => lines([HEADER, ...rows, '', ''].join('\r\n'));

  it('keeps texts as they are written, and counts equal rows', async () => {
    const store = await newStore();
    const source = csv(
      '2020-01,client,issue,-,"one\ntwo ""three"", four",',
      '2020,joint,plan,+,x,y',
      '2020,joint,plan,+,x,y',
    );
    const chosen = options({ format: 'csv', relationship: 'road' });
    expect(await importJournal(store, source, chosen)).toMatchObject({ appended: 3, rejected: [] });
    expect(await importJournal(store, source, chosen)).toMatchObject({ appended: 0, known: 3 });
    const { entries } = await trailOf(logViews(store), 'road', {}, NOW);
    expect(entries.map(({ text, sign, effective, source: from }) => [text, sign, effective, from])).toEqual([
      ['one\ntwo "three", four', '0', '2020-01', null],
      ['x', '+', '2020', 'y'],
      ['x', '+', '2020', 'y'],
    ]);
  });

  it('names bad rows one by one', async () => {
    const source = csv(
      '2020,client,plan,+,x,y,z',
      '2020,client,nothing,+,x,',
      '2020,client,plan,+,x,',
      '2020-13,client,plan,+,x,',
      '2020,client,issue,neg,x,',
      '2020,client,issue,-, ,y',
    );
    const report = await importJournal(
      await newStore(),
      source,
      options({ format: 'csv', relationship: 'road', keepGoing: true }),
    );
    expect(report).toMatchObject({
      appended: 1,
      rejected: [
        { line: 2, field: null, code: 'invalid-entry' },
        { line: 3, field: 'category', code: 'invalid-entry' },
        { line: 5, field: 'date', code: 'invalid-date', detail: 'date: "2020-13" is no date and no instant' },
        { line: 6, field: 'polarity', code: 'invalid-entry' },
        { line: 7, field: 'summary', code: 'invalid-entry' },
      ],
    });
  });

  it('is refused as a whole where it is no UTF-8', async () => {
    const latin = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${HEADER}\n2020,client,plan,+,caf\u00e9,y\n`, 'latin1');
    };
    const chosen = options({ format: 'csv', relationship: 'road', keepGoing: true });
    await expect(importJournal(await newStore(), latin, chosen)).rejects.toThrow('not UTF-8; save it as CSV in UTF-8');
  });

  it('names the relationship at fault, not a line', async () => {
    const chosen = options({ format: 'csv', relationship: 'North Road' });
    await expect(importJournal(await newStore(), csv('2020,client,plan,+,x,y'), chosen)).rejects.toMatchObject({
      code: 'invalid-parameter',
      field: 'relationship',
      line: undefined,
    });
  });
});

describe('an import', () => {
  it('names the line whose bytes are no UTF-8', async () => {
    const source = async function* (): AsyncGenerator<Uint8Array> {
      const good = Buffer.from([1, 2, 3].map((number) => JSON.stringify(line(`é-${number}`))).join('\n'));
      // A chunk may begin in the middle of a character.
      const cut = good.indexOf(0xa9);
      yield good.subarray(0, cut);
      yield Buffer.concat([good.subarray(cut), Buffer.from('\n{"id":"\xff"}\n', 'latin1')]);
    };
    await expect(importJournal(await newStore(), source, options())).rejects.toMatchObject({
      code: 'invalid-json',
      line: 4,
    });
  });

  it('keeps who logged a third party’s entry, who alone may void it', async () => {
    const store = await newStore();
    await importJournal(
      store,
      lines(line('t', { party: 'third-party', member: 'm-1', loggedBy: 'client' })),
      options(),
    );
    const again = await newStore();
    await importJournal(again, lines(await journalOf(store, 'road')), options());
    const voids = (party: string): Promise<unknown> =>
      logEntry(
        again,
        {
          relationship: 'road',
          author: { role: 'member', member: `m-${party}`, party },
          key: party,
          body: { kind: 'entry.voided', answers: 't', text: 'not so' },
        },
        NOW,
      );
    await expect(voids('provider')).rejects.toMatchObject({ code: 'invalid-answer' });
    await expect(voids('client')).resolves.toMatchObject({ revision: 1 });
    const wrong = lines(line('x', { party: 'client', loggedBy: 'provider' }));
    await expect(importJournal(again, wrong, options())).rejects.toMatchObject({ field: 'loggedBy' });
  });

  it('keeps what an auditor logged, which no party may void', async () => {
    const finding = { kind: 'finding.raised', party: 'third-party', member: 'm-8', loggedBy: 'auditor', sign: '0' };
    const store = await newStore();
    await importJournal(store, lines(line('f', finding)), options());
    const again = await newStore();
    await importJournal(again, lines(await journalOf(store, 'road')), options());
    const author: Author = { role: 'member', member: 'm-1', party: 'client' };
    const body = { kind: 'entry.voided', answers: 'f', text: 'not so' };
    await expect(logEntry(again, { relationship: 'road', author, key: 'v', body }, NOW)).rejects.toMatchObject({
      code: 'invalid-answer',
    });
    const asParty = lines(line('x', { party: 'auditor' }));
    await expect(importJournal(again, asParty, options())).rejects.toMatchObject({ code: 'unknown-party' });
  });

  it('takes no sign of what moves no score, nor a correction to one', async () => {
    const store = await newStore();
    const finding = line('f', { kind: 'finding.raised', factor: 603, sign: '0' });
    for (const kind of ['audit.opened', 'finding.raised', 'finding.answered', 'finding.closed'])
      await expect(importJournal(store, lines(line('x', { kind, sign: '+' })), options())).rejects.toMatchObject({
        code: 'invalid-entry',
        field: 'sign',
      });
    const correction = answer('c', 'entry.corrected', 'f', { party: 'client', data: { sign: '+' } });
    await expect(importJournal(store, lines(finding, correction), options())).rejects.toMatchObject({
      code: 'invalid-entry',
      field: 'sign',
    });
    await importJournal(store, lines(finding), options());
  });

  it('keeps the agreement of a party to its own key, and registers none by it', async () => {
    const store = await newStore();
    const { publicKey } = keyPairOf(Buffer.alloc(32, 1));
    const data = { keyId: partyKeyIdOf(publicKey), publicKey: publicKey.toString('hex') };
    const log = (to: EventStore, role: Role, key: string, body: EntryBody): Promise<Logged> =>
      logEntry(to, { relationship: 'road', author: { role, member: `m-${role}`, party: 'client' }, key, body }, NOW);
    await importJournal(store, lines(line('a')), options());
    const { id } = await log(store, 'member', 'k', { kind: 'key.registered', effective: '2026-10-31', data });
    await log(store, 'sponsor', 'k', { kind: 'entry.agreed', answers: id });
    const note = { kind: 'note.logged', effective: '2026-10-31' };
    await expect(log(store, 'member', 'n', note)).rejects.toMatchObject({ code: 'signature-required' });

    const again = await newStore();
    expect(await importJournal(again, lines(await journalOf(store, 'road')), options())).toMatchObject({ appended: 3 });
    await expect(log(again, 'member', 'n', note)).resolves.toMatchObject({ revision: 3 });
  });

  it('takes answers, and what lines behind a line define', async () => {
    const store = await newStore();
    const report = await importJournal(
      store,
      lines(
        line('m', {
          kind: 'indicator.measured',
          factor: undefined,
          sign: undefined,
          recorded: '2024-06-01T00:00:00Z',
          data: { indicator: 'i', value: 3 },
        }),
        line('d', {
          kind: 'indicator.defined',
          factor: undefined,
          sign: undefined,
          data: { indicator: 'i', target: 5, direction: 'at-least' },
        }),
        line('p', { party: 'partner-1' }),
        line('j', {
          kind: 'party.joined',
          factor: undefined,
          sign: undefined,
          party: 'joint',
          data: { party: 'partner-1', name: 'Partner', role: 'partner' },
        }),
        answer('a', 'entry.agreed', 'd'),
      ),
      options(),
    );
    expect(report).toMatchObject({ appended: 5, rejected: [] });
    const { entries } = await trailOf(logViews(store), 'road', {}, NOW);
    expect(entries.map(({ id, sign, status }) => [id, sign, status])).toEqual([
      ['m', '0', 'asserted'],
      // The partner had joined by that day: one agreement of two is not all.
      ['d', '0', 'asserted'],
      ['p', '+', 'asserted'],
      ['j', '0', 'agreed'],
      ['a', null, null],
    ]);
  });

  it('appends nothing of a file with a bad line, and names line, field and code', async () => {
    const store = await newStore();
    const source = lines(line('a'), line('b', { effective: '2024-02-30' }));
    const failed = importJournal(store, source, options());
    await expect(failed).rejects.toThrow(Problem);
    await expect(failed).rejects.toMatchObject({ code: 'invalid-date', line: 2, field: 'effective' });
    expect(await store.head()).toBeNull();
    const report = await importJournal(store, source, options({ keepGoing: true }));
    expect(report).toMatchObject({ appended: 1, rejected: [{ line: 2, field: 'effective', code: 'invalid-date' }] });
  });

  it.each<[string, string, readonly object[]]>([
    ['an unknown kind', 'unknown-kind', [line('a', { kind: 'nothing.happened' })]],
    ['an unknown field', 'invalid-entry', [line('a', { efective: '2024' })]],
    ['an unknown party', 'unknown-party', [line('a', { party: 'stranger' })]],
    ['an unknown factor', 'unknown-factor', [line('a', { factor: 700 })]],
    ['the computed factor', 'unknown-factor', [line('a', { factor: 600 })]],
    ['a date to come', 'effective-in-future', [line('a', { effective: '2024-05-04' })]],
    ['a recorded time to come', 'invalid-date', [line('a', { recorded: '2027-01-01T00:00:00Z' })]],
    ['no effective date', 'invalid-entry', [line('a', { effective: undefined })]],
    [
      'a minus on a kind that costs nothing',
      'no-fault',
      [line('a', { kind: 'issue.raised', factor: undefined, sign: '-' })],
    ],
    [
      'a derived kind of a person',
      'kind-not-writable',
      [line('a', { kind: 'issue.deadline-missed', sign: undefined, factor: undefined })],
    ],
    ['a level above 4', 'invalid-entry', [line('a', { kind: 'rating.given', sign: undefined, level: 5 })]],
    [
      'a joint rating',
      'invalid-entry',
      [line('a', { kind: 'rating.given', sign: undefined, level: 3, party: 'joint' })],
    ],
    ['an answer to nothing', 'entry-not-found', [answer('b', 'entry.agreed', 'a')]],
    [
      'an answer with a date',
      'invalid-entry',
      [line('a'), answer('b', 'entry.agreed', 'a', { effective: '2024-05-03' })],
    ],
    [
      'an answer to an answer',
      'invalid-answer',
      [line('a'), answer('b', 'entry.agreed', 'a'), answer('c', 'entry.agreed', 'b')],
    ],
    [
      'an answer to the own entry',
      'invalid-answer',
      [line('a'), answer('b', 'entry.agreed', 'a', { party: 'client' })],
    ],
    [
      'a higher severity agreed',
      'invalid-answer',
      [line('a', { severity: 'minor' }), answer('b', 'entry.agreed', 'a', { data: { severity: 'major' } })],
    ],
    [
      'a remedy of what is not agreed',
      'invalid-answer',
      [line('a', { sign: '-' }), answer('b', 'entry.remedied', 'a', { party: 'client', data: { action: 'x' } })],
    ],
    ['a void by the other side', 'invalid-answer', [line('a'), answer('b', 'entry.voided', 'a', { text: 'no' })]],
    [
      'a correction to a date to come',
      'effective-in-future',
      [line('a'), answer('b', 'entry.corrected', 'a', { party: 'client', data: { effective: '2024-06-01' } })],
    ],
    ['the same id with other content', 'entry-exists', [line('a'), line('a', { sign: '-' })]],
  ])('refuses %s', async (_name, code, values) => {
    const store = await newStore();
    await expect(importJournal(store, lines(...values), options())).rejects.toMatchObject({
      code,
      line: values.length,
    });
    expect(await store.head()).toBeNull();
  });

  it('judges a put right by what stood when it was recorded, whatever the order of the lines', async () => {
    const store = await newStore();
    const report = await importJournal(
      store,
      lines(
        line('a', { sign: '-' }),
        answer('c', 'entry.remedied', 'a', {
          party: 'client',
          recorded: '2024-05-09T00:00:00Z',
          data: { action: 'x' },
        }),
        answer('b', 'entry.agreed', 'a'),
      ),
      options(),
    );
    expect(report.appended).toBe(3);
  });

  it('judges the severity that an agreement names by what the author had said then, whatever the order', async () => {
    const agreed = answer('b', 'entry.agreed', 'a', { data: { severity: 'moderate' } });
    const corrected = answer('c', 'entry.corrected', 'a', {
      party: 'client',
      recorded: '2024-05-09T00:00:00Z',
      data: { severity: 'minor' },
    });
    const store = await newStore();
    const report = await importJournal(store, lines(line('a', { severity: 'major' }), corrected, agreed), options());
    expect(report.appended).toBe(3);
    const early = { ...corrected, recorded: '2024-05-03T08:00:00Z' };
    await expect(
      importJournal(await newStore(), lines(line('a', { severity: 'major' }), agreed, early), options()),
    ).rejects.toMatchObject({ code: 'invalid-answer', line: 2, field: 'data.severity' });
  });

  it('never lets the version of the built-in factor set stand for another method', async () => {
    const agreed = (factorSet: unknown): object =>
      line('f', { kind: 'factorset.agreed', party: 'joint', factor: undefined, sign: undefined, data: { factorSet } });
    const [first, ...rest] = builtInFactorSet.factors;
    const other = { ...builtInFactorSet, factors: [{ ...first, weight: 50 }, ...rest] };
    await expect(importJournal(await newStore(), lines(agreed(other)), options())).rejects.toMatchObject({
      code: 'invalid-entry',
      field: 'data.factorSet.version',
    });
    expect(await importJournal(await newStore(), lines(agreed(builtInFactorSet)), options())).toMatchObject({
      appended: 1,
    });
  });

  it('appends nothing of a file with an entry larger than an entry may be, and names its line', async () => {
    const store = await newStore();
    const most = Array.from({ length: 400 }, (_, index) => line(`e-${index}`));
    const tooLarge = line('large', { data: { extra: 'x'.repeat(300_000) } });
    const source = lines(...most, tooLarge, line('after'));
    await expect(importJournal(store, source, options())).rejects.toMatchObject({ code: 'invalid-entry', line: 401 });
    expect(await store.head()).toBeNull();
    const report = await importJournal(store, source, options({ keepGoing: true }));
    expect(report).toMatchObject({ appended: 401, rejected: [{ line: 401, code: 'invalid-entry' }] });
  });

  it('takes entries as large as an entry may be, in any script', async () => {
    const store = await newStore();
    const extra = '漢'.repeat(86_000);
    const large = Array.from({ length: 9 }, (_, index) => line(`e-${index}`, { data: { extra } }));
    expect(await importJournal(store, lines(...large), options())).toMatchObject({ appended: 9 });
  });

  it('closes for earlier records once somebody logs live', async () => {
    const store = await newStore();
    await importJournal(store, lines(line('a')), options());
    const author = { member: 'm-1', role: 'member', party: 'client' } as const;
    await logEntry(
      store,
      { relationship: 'road', author, key: 'k', body: { kind: 'note.logged', effective: '2026-10-31' } },
      NOW,
    );
    await expect(importJournal(store, lines(line('b')), options())).rejects.toMatchObject({ code: 'import-closed' });
    expect(await importJournal(store, lines(line('a')), options())).toMatchObject({ appended: 0, known: 1 });
    expect(await importJournal(store, lines(line('b', { recorded: undefined })), options())).toMatchObject({
      appended: 1,
    });
    // A journal with live entries says nothing new to its own store either.
    expect(await importJournal(store, lines(await journalOf(store, 'road')), options())).toMatchObject({
      appended: 0,
      known: 3,
    });
  });

  it('says nothing in the name of a party that signs, nor of all of them', async () => {
    const store = await newStore();
    await importJournal(store, lines(line('a')), options());
    const author = { member: 'm-1', role: 'sponsor', party: 'client' } as const;
    const { publicKey } = keyPairOf(Buffer.alloc(32, 1));
    const data = { keyId: partyKeyIdOf(publicKey), publicKey: publicKey.toString('hex'), device: 'A device' };
    const body = { kind: 'key.registered', effective: '2026-10-31', data };
    await logEntry(store, { relationship: 'road', author, key: 'k', body }, NOW);
    const late = { recorded: undefined };
    const answers = { effective: undefined, factor: undefined, sign: undefined, answers: 'a' };
    for (const more of [
      { party: 'client' },
      { party: 'third-party', loggedBy: 'client' },
      { party: 'joint' },
      { party: 'client', kind: 'entry.voided', ...answers },
      { party: 'ledger', kind: 'rating.revealed', data: { round: 'r', of: 'client' } },
    ]) {
      const good = line('b', { ...late, party: 'provider' });
      const importing = importJournal(store, lines(good, line('c', { ...late, ...more })), options());
      await expect(importing).rejects.toMatchObject({ code: 'signature-required', line: 2 });
    }
    // Nothing was appended, and what the journal itself tells is known already.
    const journal = await journalOf(store, 'road');
    expect(await importJournal(store, lines(journal), options())).toMatchObject({ appended: 0, known: 2 });
    const others = ['provider', 'third-party'].map((party, index) => line(`d-${index}`, { ...late, party }));
    expect(await importJournal(store, lines(...others), options())).toMatchObject({ appended: 2 });
    // A journal has no signatures: elsewhere its keys sign nothing, and what follows them is taken.
    const whole = await journalOf(store, 'road');
    const after = line('e', { party: 'client' });
    expect(await importJournal(await newStore(), lines(whole.trimEnd(), after), options())).toMatchObject({
      appended: 5,
    });
  });

  it('goes into a relationship that was opened live', async () => {
    const store = await newStore();
    const author = { member: 'op', role: 'operator', party: null } as const;
    const data = { title: 'Road', client: 'C', provider: 'P', start: '2024-01-01' };
    await establishRelationship(store, { relationship: 'road', author, key: 'k', data }, NOW);
    await expect(importJournal(store, lines(line('b')), options())).rejects.toMatchObject({ code: 'import-closed' });
  });
});
