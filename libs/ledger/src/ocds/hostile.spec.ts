import type { Author } from '../entry/author';
import { establishRelationship } from '../entry/log-entry';
import { importJournal } from '../journal/import';
import { Imports, NOW, RELATIONSHIP } from './ledger.fixture';
import { MAX_PACKAGE_BYTES } from './limits';
import { castOf, standingIn, type Organisation } from './organisations';
import { later, OCID, recordPackage, release, releasePackage, signed, type Package } from './packages.fixture';

let imports: Imports;

beforeEach(async () => {
  imports = await Imports.open();
});

afterEach(() => imports.close());

const milestone = (fields: object): Package =>
  signed({ implementation: { milestones: [{ id: 'm1', title: 'Depot', ...fields }] } });
const payment = (fields: object): Package =>
  signed({ implementation: { transactions: [{ id: 't1', date: '2020-05-01', ...fields }] } });
const IMPLEMENTATION = 'releases[0].contracts[0].implementation';

describe('what is no package', () => {
  const deep = `{"releases":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

  it.each<[string, Package | string, string, string | undefined]>([
    ['no JSON', '{"releases":[', 'invalid-json', undefined],
    ['a journal', '{"id":"a"}\n{"id":"b"}', 'invalid-json', undefined],
    ['a list', '[]', 'invalid-json', undefined],
    ['deep nesting', deep, 'invalid-json', expect.stringContaining('releases')],
    ['a key twice', '{"releases":[],"releases":[]}', 'invalid-json', undefined],
    ['a number beyond a double', '{"releases":[{"x":1e999}]}', 'invalid-json', 'releases[0].x'],
    ['neither releases nor records', { uri: 'x' }, 'invalid-entry', 'releases'],
    ['both', { releases: [], records: [] }, 'invalid-entry', 'releases'],
    ['a release without its package', signed(), 'invalid-entry', 'releases'],
    ['a later version', { version: '2.0', releases: [] }, 'invalid-entry', 'version'],
    ['releases that are no list', { releases: {} }, 'invalid-entry', 'releases'],
    ['a release that is none', { releases: ['x'] }, 'invalid-entry', 'releases[0]'],
    ['a release without a process', { releases: [{ date: '2020' }] }, 'invalid-entry', 'releases[0].ocid'],
    ['a process whose id is an object', { releases: [{ ...signed(), ocid: {} }] }, 'invalid-entry', 'releases[0].ocid'],
    ['a release without a date', { releases: [{ ocid: OCID }] }, 'invalid-date', 'releases[0].date'],
    ['an impossible date', { releases: [{ ...signed(), date: '2020-02-30' }] }, 'invalid-date', 'releases[0].date'],
    ['an empty record', recordPackage({ ocid: OCID }), 'invalid-entry', 'records[0].releases'],
    [
      'a record of itself',
      recordPackage({ ocid: OCID, releases: [{ records: [] }] }),
      'invalid-entry',
      'records[0].compiledRelease',
    ],
    [
      'a record of another process',
      recordPackage({ ocid: 'x', compiledRelease: signed() }),
      'invalid-entry',
      'records[0].compiledRelease.ocid',
    ],
  ])('is refused, and nothing changes: %s', async (_what, content, code, field) => {
    expect(await imports.refusal(content)).toMatchObject({ code, field });
    expect(await imports.entries()).toEqual([]);
  });

  it('is refused where it is no UTF-8', async () => {
    const source = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"uri":"\xe4","releases":[]}', 'latin1');
    };
    const taken = importJournal(imports.store, source, { format: 'ocds', nowMs: NOW });
    await expect(taken).rejects.toMatchObject({ code: 'invalid-json' });
  });

  it('is refused while it is read where it is too large', async () => {
    let read = 0;
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (const chunk = Buffer.alloc(1_000_000, ' '); ; read += chunk.length) yield chunk;
    };
    const taken = importJournal(imports.store, source, { format: 'ocds', nowMs: NOW });
    await expect(taken).rejects.toMatchObject({ code: 'body-too-large' });
    expect(read).toBe(MAX_PACKAGE_BYTES);
  });

  it('is refused where it holds too many releases or contracts', async () => {
    const many = Array.from({ length: 10_001 }, () => ({ ocid: OCID, date: '2020' }));
    expect(await imports.refusal(releasePackage(...many))).toMatchObject({ field: 'releases' });
    const contracts = Array.from({ length: 1_001 }, (_, id) => ({ id }));
    expect(await imports.refusal(releasePackage(release('2020', 'contract', { contracts })))).toMatchObject({
      field: 'releases[0].contracts',
    });
  });

  it('is refused where every contract has every party, again and again', async () => {
    const contracts = Array.from({ length: 100 }, (_, id) => ({ id }));
    const parties = Array.from({ length: 100 }, (_, id) => ({ id, name: `Supplier ${id}`, roles: ['supplier'] }));
    const first = release('2020', 'contract', { contracts, parties });
    const others = Array.from({ length: 30 }, (_, at) => ({ ...release('2021', 'award', { parties }), id: at }));
    expect(await imports.refusal(releasePackage(first, ...others))).toMatchObject({
      field: 'releases',
      detail: expect.stringContaining('at most 300000 statements'),
    });
    expect(await imports.entries(`${OCID}:1`)).toEqual([]);
  });

  it('is refused where it says again and again who is a party', async () => {
    const parties = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `Party ${id}` }));
    const first = { ...signed(), parties };
    const others = (sections: object): Package[] =>
      Array.from({ length: 50 }, (_, at) => ({ ...later('2021-01-01', {}), id: at, ...sections }));
    expect(await imports.refusal(releasePackage(first, ...others({ tender: { id: 1 } })))).toMatchObject({
      code: 'invalid-entry',
      field: 'releases[49]',
      detail: expect.stringContaining('at most 1000000 organisations and awards'),
    });
    expect(await imports.entries()).toEqual([]);
    // Who is a party is looked at once where it is said once.
    expect(await imports.take(releasePackage(first, ...others({})))).toMatchObject({ appended: 2 });
  });

  it('is refused where a contract looks again and again at the suppliers of its award', async () => {
    const suppliers = Array.from({ length: 20_000 }, () => ({ name: 'Fieldway Ltd' }));
    const others = Array.from({ length: 60 }, (_, at) => ({ ...later('2021-01-01', {}), id: at }));
    const content = releasePackage(signed({}, { awards: [{ id: 'a1', suppliers }] }), ...others);
    expect(await imports.refusal(content, { keepGoing: true })).toMatchObject({
      detail: expect.stringContaining('at most 1000000 organisations and awards'),
    });
  });

  it('tells the sides of many organisations in time that grows with their number', () => {
    const looksAt = (length: number): number => {
      let looks = 0;
      const clients = Array.from({ length }, (_, id): Organisation => ({
        get key() {
          looks += 1;
          return `o${id}`;
        },
        name: 'Council',
        roles: [],
      }));
      const naming = { schemes: new Map<string, string>(), looks: { count: 0 } };
      const cast = { ...castOf({ value: {}, path: '' }, naming), clients };
      expect(standingIn(cast, { value: {}, path: '' }).others).toHaveLength(length - 1);
      return looks;
    };
    // Twice as many, a little more than twice the looks; four times as many where each was compared with each.
    expect(looksAt(200)).toBeLessThan(3 * looksAt(100));
  });
});

describe('an item that cannot be read', () => {
  it.each<[string, Package, string, string]>([
    ['contracts that are no list', { ...signed(), contracts: {} }, 'invalid-entry', 'releases[0].contracts'],
    ['a contract that is none', { ...signed(), contracts: [null] }, 'invalid-entry', 'releases[0].contracts[0]'],
    ['a contract without an id', signed({ id: null }), 'invalid-entry', 'releases[0].contracts[0].id'],
    ['an id that is a list', signed({ id: ['c1'] }), 'invalid-entry', 'releases[0].contracts[0].id'],
    ['a title that is a number', signed({ title: 7 }), 'invalid-entry', 'releases[0].contracts[0].title'],
    ['a period that is a text', signed({ period: '2020' }), 'invalid-entry', 'releases[0].contracts[0].period'],
    ['parties that are none', signed({}, { parties: [1] }), 'invalid-entry', 'releases[0].parties[0]'],
    [
      'roles that are no codes',
      signed({}, { parties: [{ id: 'a', roles: 'buyer' }] }),
      'invalid-entry',
      'releases[0].parties[0].roles',
    ],
    [
      'an implementation that is none',
      signed({ implementation: [] }),
      'invalid-entry',
      'releases[0].contracts[0].implementation',
    ],
    ['a milestone without an id', milestone({ id: undefined }), 'invalid-entry', `${IMPLEMENTATION}.milestones[0].id`],
    [
      'an amendment without id and date',
      signed({ amendments: [{ rationale: 'x' }] }),
      'invalid-entry',
      'releases[0].contracts[0].amendments[0].id',
    ],
    [
      'an impossible day',
      milestone({ dueDate: '2021-02-29T00:00:00Z' }),
      'invalid-date',
      `${IMPLEMENTATION}.milestones[0].dueDate`,
    ],
    [
      'an impossible hour',
      milestone({ dueDate: '2021-02-28T25:00:00Z' }),
      'invalid-date',
      `${IMPLEMENTATION}.milestones[0].dueDate`,
    ],
    [
      'a date that is a number',
      milestone({ dueDate: 20210228 }),
      'invalid-date',
      `${IMPLEMENTATION}.milestones[0].dueDate`,
    ],
    ['a date in words', milestone({ dueDate: 'soon' }), 'invalid-date', `${IMPLEMENTATION}.milestones[0].dueDate`],
    [
      'a payment to come',
      payment({ date: '2031-05-01T00:00:00Z' }),
      'effective-in-future',
      `${IMPLEMENTATION}.transactions[0].date`,
    ],
    [
      'an amount in words',
      payment({ value: { amount: 'ten', currency: 'GBP' } }),
      'invalid-entry',
      `${IMPLEMENTATION}.transactions[0].value.amount`,
    ],
    [
      'an amount that is true',
      payment({ value: { amount: true, currency: 'GBP' } }),
      'invalid-entry',
      `${IMPLEMENTATION}.transactions[0].value.amount`,
    ],
    [
      'too large an amount',
      payment({ value: { amount: 1e15, currency: 'GBP' } }),
      'invalid-entry',
      `${IMPLEMENTATION}.transactions[0].value.amount`,
    ],
    [
      'a huge exponent',
      payment({ value: { amount: '1e999999', currency: 'GBP' } }),
      'invalid-entry',
      `${IMPLEMENTATION}.transactions[0].value.amount`,
    ],
    ['a value that is a number', payment({ value: 5 }), 'invalid-entry', `${IMPLEMENTATION}.transactions[0].value`],
    [
      'no currency',
      payment({ value: { amount: 5 } }),
      'invalid-entry',
      `${IMPLEMENTATION}.transactions[0].value.currency`,
    ],
    [
      'a currency that is none',
      payment({ value: { amount: 5, currency: 'pounds' } }),
      'invalid-entry',
      `${IMPLEMENTATION}.transactions[0].value.currency`,
    ],
  ])('is named by its path, and nothing changes: %s', async (_what, content, code, field) => {
    expect(await imports.refusal(releasePackage(content))).toMatchObject({
      code,
      field,
      detail: expect.stringContaining(`${field}: `),
    });
    expect(await imports.entries()).toEqual([]);
  });

  it('is an organisation that cannot be told from another by scheme and id', async () => {
    const [first, second] = [
      { scheme: 'GB-COH', id: '0042' },
      { scheme: 'GB', id: 'COH-0042' },
    ];
    const suppliers = [first, second].map((identifier, at) => ({ name: `Supplier ${at}`, identifier }));
    expect(await imports.refusal(releasePackage(signed({ suppliers })))).toMatchObject({
      code: 'invalid-entry',
      field: 'releases[0].contracts[0].suppliers[1].identifier.id',
    });
    const transactions = [{ id: 't1', receiverOrganization: second }];
    const paid = later('2021-01-01', { implementation: { transactions } });
    expect(await imports.refusal(releasePackage(signed({ suppliers: [suppliers[0]] }), paid))).toMatchObject({
      field: 'releases[1].contracts[0].implementation.transactions[0].receiverOrganization.id',
    });
    expect(await imports.entries()).toEqual([]);
  });

  it('is left out where the import keeps going', async () => {
    const milestones = [
      { title: 'No id' },
      { id: 'm2', title: 'Lamps', dueDate: 'soon' },
      { id: 'm3', title: 'Gritters' },
    ];
    const report = await imports.take(releasePackage(signed({ implementation: { milestones } })), { keepGoing: true });
    expect(report).toMatchObject({
      lines: 5,
      appended: 3,
      rejected: [
        { line: null, code: 'invalid-entry', field: `${IMPLEMENTATION}.milestones[0].id` },
        { line: null, code: 'invalid-date', field: `${IMPLEMENTATION}.milestones[1].dueDate` },
      ],
    });
  });

  it('is the value of a contract, which is established without it where the import keeps going', async () => {
    const content = releasePackage(signed({ value: { amount: 5 } }));
    const field = 'releases[0].contracts[0].value.currency';
    expect(await imports.refusal(content)).toMatchObject({ code: 'invalid-entry', field });
    expect(await imports.take(content, { keepGoing: true })).toMatchObject({ appended: 2, rejected: [{ field }] });
  });

  it.each<[string, object, string]>([
    ['a value below zero', { value: { amount: -5, currency: 'GBP' } }, 'value.amount'],
    ['a value below zero that is too exact', { value: { amount: -5.00001, currency: 'GBP' } }, 'value.amount'],
    ['an end before the start', { period: { startDate: '2020-04-01', endDate: '2019-03-31' } }, 'period.endDate'],
    [
      'an extension that ends before the start',
      { period: { startDate: '2020-04', maxExtentDate: '2020-03' } },
      'period.maxExtentDate',
    ],
  ])('is a term of the contract that makes no sense: %s', async (_what, terms, name) => {
    const field = `releases[0].contracts[0].${name}`;
    expect(await imports.refusal(releasePackage(signed(terms)))).toMatchObject({ code: 'invalid-entry', field });
    expect(await imports.entries()).toEqual([]);
    const report = await imports.take(releasePackage(signed(terms)), { keepGoing: true });
    expect(report).toMatchObject({ appended: 2, rejected: [{ field }] });
    const left = name.startsWith('value') ? 'value' : 'end';
    expect((await imports.entriesOf('relationship.established'))[0]?.data).not.toHaveProperty(left);
  });

  it('is an end before the start that an amendment brings', async () => {
    const amended = later('2021-01-01', { period: { endDate: '2019-01-01' }, amendments: [{ id: 'a', date: '2021' }] });
    await imports.take(releasePackage(signed(), amended), { keepGoing: true });
    expect(await imports.entriesOf('contract.amended')).toEqual([]);
    expect(await imports.entriesOf('entry.corrected')).toEqual([]);
  });

  it('is no term within one year or one month, nor a value of nothing', async () => {
    const period = { startDate: '2020-04-01', endDate: '2020', maxExtentDate: '2020-04' };
    const report = await imports.take(releasePackage(signed({ period, value: { amount: 0, currency: 'GBP' } })));
    expect(report.rejected).toEqual([]);
  });

  it('is one of two that have the same id and say different things', async () => {
    const [first, second] = [
      { id: 'm1', title: 'Depot' },
      { id: 1, title: 'Lamps' },
    ];
    const twice = (...milestones: readonly object[]): Package => releasePackage(signed({ milestones }));
    expect(await imports.refusal(twice(first, { ...first, title: 'Lamps' }))).toMatchObject({
      field: 'releases[0].contracts[0].milestones[1].id',
    });
    await imports.take(twice(first, second, first, { ...second }));
    expect(await imports.entriesOf('milestone.set')).toHaveLength(2);
  });
});

describe('what is odd and can be read', () => {
  it.each([
    ['2021', '2021'],
    ['2021-06', '2021-06'],
    ['2021-06-30', '2021-06-30'],
    ['2021-06-30T23:30:00-06:00', '2021-06-30'],
    ['2021-07-01T00:30:00+14:00', '2021-07-01'],
    ['2021-06-30T10:00:00', '2021-06-30'],
    ['2021-06-30 10:00', '2021-06-30'],
    ['2021-06-30T10:00:00.123456789Z', '2021-06-30'],
    ['2021-06-30T10:00:00+0100', '2021-06-30'],
    ['', undefined],
    [null, undefined],
  ])('a date of %j', async (dueDate, due) => {
    await imports.take(releasePackage(milestone({ dueDate })));
    const [set] = await imports.entriesOf('milestone.set');
    expect(set?.data['due']).toBe(due);
  });

  it.each([
    ['123456789012345.6789', '123456789012345.6789'],
    ['1.5e3', '1500'],
    ['0.10', '0.1'],
    ['-12.3400', '-12.34'],
    ['"1000.50"', '1000.5'],
  ])('an amount of %s', async (amount, kept) => {
    const text = JSON.stringify(releasePackage(payment({ value: { amount: 'AMOUNT', currency: 'GBP' } })));
    await imports.take(text.replace('"AMOUNT"', amount));
    const [made] = await imports.entriesOf('payment.made');
    expect(made?.data['amount']).toEqual({ amount: kept, currency: 'GBP' });
  });

  it('an amount of more decimals than the ledger keeps stands in the text, and is told', async () => {
    const report = await imports.take(
      releasePackage(payment({ value: { amount: 801999.9999999999, currency: 'USD' } })),
    );
    const [made] = await imports.entriesOf('payment.made');
    expect(made).toMatchObject({ text: 'Payment of 801999.9999999999 USD.' });
    expect(made?.data).not.toHaveProperty('amount');
    expect(report.ocds?.notTaken).toContainEqual({
      field: 'contracts.implementation.transactions.value.amount',
      count: 1,
      why: 'more decimals than the ledger keeps',
    });
  });

  it('a milestone of a status that OCDS does not know is set, and its status is told', async () => {
    const report = await imports.take(releasePackage(milestone({ status: 'delayed' })));
    expect((await imports.entries()).map(({ kind }) => kind).at(-1)).toBe('milestone.set');
    expect(report.ocds?.notTaken).toContainEqual({
      field: 'contracts.implementation.milestones.status',
      count: 1,
      why: 'no status of OCDS',
    });
  });

  it('a text of any length is cut, and that is told', async () => {
    const report = await imports.take(releasePackage(milestone({ description: '\u{1f6a7}'.repeat(15_000) })));
    const [set] = await imports.entriesOf('milestone.set');
    expect(set?.text?.length).toBeLessThanOrEqual(20_000);
    expect(set?.text?.endsWith('\u{1f6a7}…')).toBe(true);
    expect(report.ocds?.notTaken).toContainEqual(
      expect.objectContaining({ field: 'contracts.implementation.milestones', why: 'text beyond 20000 characters' }),
    );
  });

  it('names that objects have of their own are names like others', async () => {
    const milestones = ['constructor', 'toString', 'hasOwnProperty'].map((id) => ({ id, title: id, [id]: 1 }));
    const report = await imports.take(releasePackage({ ...signed({ milestones }), constructor: { a: 1 } }));
    expect(await imports.entriesOf('milestone.set')).toHaveLength(3);
    expect(report.ocds?.notTaken).toContainEqual({ field: 'constructor', count: 1, why: null });
  });

  it('processes that name each other are read once each', async () => {
    const related = (ocid: string, other: string): Package => ({
      ...signed(),
      ocid,
      relatedProcesses: [{ id: '1', identifier: other }],
    });
    const report = await imports.take(
      recordPackage({ ocid: 'a', releases: [related('a', 'b')] }, { ocid: 'b', releases: [related('b', 'a')] }),
    );
    expect(report.ocds?.relationships).toEqual(['a:c1', 'b:c1']);
  });
});

describe('a relationship that is there already', () => {
  const author: Author = { role: 'operator', member: 'operator', party: null };

  it('is not established again, and that is told', async () => {
    const data = { title: 'Roads', client: 'North', provider: 'Fieldway', start: '2020-04-01' };
    await establishRelationship(
      imports.store,
      { relationship: 'roads', author, key: '1', data },
      Date.parse('2020-04-01T09:00:00Z'),
    );
    const report = await imports.take(releasePackage(signed()), { relationship: 'roads' });
    expect((await imports.entries('roads')).map(({ kind, imported }) => [kind, imported])).toEqual([
      ['relationship.established', false],
      ['note.logged', true],
    ]);
    expect(report.ocds?.notTaken).toContainEqual({
      field: 'contracts',
      count: 1,
      why: 'the relationship was established before',
    });
  });

  it('learns of an amendment from a file of its own', async () => {
    await imports.take(releasePackage(signed()));
    const amendments = [{ id: 'a', date: '2023-01-01', rationale: 'Longer' }];
    await imports.take(releasePackage(later('2023-02-01', { period: { endDate: '2027-03-31' }, amendments })));
    const entries = (await imports.entries(RELATIONSHIP)).slice(2);
    expect(entries.map(({ kind, data }) => [kind, data['end']])).toEqual([
      ['entry.corrected', '2027-03-31'],
      ['contract.amended', '2027-03-31'],
    ]);
  });
});
