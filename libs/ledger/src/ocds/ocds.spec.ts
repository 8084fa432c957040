import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnavailable, type EventStore } from '@app/event-store';
import { describeUnless } from '@app/testing';
import { exportJournal } from '../journal/export';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import { scoreOf } from '../score/score.queries';
import { Imports, NOW, RELATIONSHIP } from './ledger.fixture';
import {
  fileOf,
  later,
  OCID,
  oldRelease,
  parties,
  recordPackage,
  release,
  releasePackage,
  signed,
  type Package,
} from './packages.fixture';

let imports: Imports;

beforeEach(async () => {
  imports = await Imports.open();
});

afterEach(() => imports.close());

const kinds = async (relationship?: string): Promise<string[]> =>
  (await imports.entries(relationship)).map(({ kind }) => kind);

describe('a release package of OCDS 1.1', () => {
  it('becomes a ledger of its contract, with dates of their own offset, amounts of their own digits, and no people', async () => {
    const report = await imports.take(
      releasePackage(
        signed({
          milestones: [{ id: 'm1', title: 'Depot open', dueDate: '2020-06-30T00:30:00+01:00', status: 'scheduled' }],
          riskAllocation: [
            { id: 'r1', description: 'Bad weather', category: 'environmental', allocation: 'privateParty' },
          ],
          agreedMetrics: [
            {
              id: 'k1',
              title: 'Potholes mended in a day',
              observations: [
                { id: 'o', measure: 95, unit: { name: 'percent' }, period: { endDate: '2021-03-31T00:00:00Z' } },
              ],
            },
          ],
          documents: [{ id: 'd1' }, { id: 'd2' }],
        }),
        later('2021-05-01T00:00:00Z', {
          implementation: {
            milestones: [
              { id: 'm1', title: 'First winter', status: 'met', dateMet: '2021-03-01T00:15:00+01:00' },
              { id: 'm2', title: 'Gritters', status: 'partiallyMet', dateModified: '2021-04-01T00:00:00Z' },
              { id: 'm3', title: 'Lamps', status: 'notMet', dueDate: '2021-02-01T00:00:00Z' },
            ],
            transactions: [
              {
                id: 't1',
                date: '2020-05-01T00:00:00Z',
                value: { amount: 100.1, currency: 'GBP' },
                payer: { id: 'GB-LAE-NTH', name: 'North Council' },
                payee: { id: 'GB-COH-0042', name: 'Fieldway Ltd' },
              },
            ],
            metrics: [
              {
                id: 'k1',
                title: 'Potholes mended in a day',
                observations: [
                  { id: 'o1', measure: '93.5', unit: { name: 'percent' }, period: { endDate: '2021-03-31' } },
                ],
              },
            ],
            performanceFailures: [
              {
                id: 'f1',
                category: 'Late gritting',
                events: 3,
                penaltyImposed: '300.0',
                penaltyPaid: false,
                period: { endDate: '2021-03-31' },
              },
            ],
          },
        }),
      ),
    );
    expect(report).toMatchObject({ lines: 14, appended: 14, known: 0, rejected: [] });
    expect(report.ocds).toMatchObject({
      relationships: [RELATIONSHIP],
      notTaken: expect.arrayContaining([
        { field: 'contracts.documents', count: 2, why: null },
        { field: 'parties.contactPoint', count: 2, why: null },
      ]),
    });

    const entries = await imports.entries();
    expect(entries.map(({ kind, effective, factor, sign }) => [kind, effective, factor, sign])).toEqual([
      ['relationship.established', '2020-02-01', null, '0'],
      ['note.logged', '2020-01-31', null, '0'],
      ['milestone.set', '2020-02-01', 603, '0'],
      ['note.logged', '2020-02-01', 608, '0'],
      ['note.logged', '2020-02-01', 613, '0'],
      ['milestone.set', '2021-03-01', 603, '0'],
      ['milestone.met', '2021-03-01', 603, '+'],
      ['milestone.set', '2021-05-01', 603, '0'],
      ['milestone.missed', '2021-04-01', 603, '0'],
      ['milestone.set', '2021-02-01', 603, '0'],
      ['milestone.missed', '2021-02-01', 603, '0'],
      ['payment.made', '2020-05-01', null, '0'],
      ['note.logged', '2021-03-31', 613, '0'],
      ['note.logged', '2021-03-31', 613, '0'],
    ]);
    expect(new Set(entries.map(({ party, imported }) => `${party} ${imported}`))).toEqual(new Set(['client true']));
    expect(entries[0]?.data).toMatchObject({
      title: 'Northern roads',
      client: 'North Council',
      provider: 'Fieldway Ltd',
      start: '2020-04-01',
      end: '2025-03-31',
      reference: `${OCID}, contract c1`,
      value: { amount: '1000000.5', currency: 'GBP' },
    });
    expect(entries[2]?.data).toMatchObject({ title: 'Depot open', due: '2020-06-30' });
    expect(entries[8]?.data).toMatchObject({ reason: 'met in part' });
    expect(entries[10]?.data).toMatchObject({ approximate: true });
    expect(entries[11]).toMatchObject({
      text: 'Payment of 100.1 GBP from North Council to Fieldway Ltd.',
      data: { amount: { amount: '100.1', currency: 'GBP' }, to: 'provider' },
    });
    expect(entries.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Bad weather. Borne by: privateParty. Category: environmental.',
        'Metric agreed: Potholes mended in a day. Targets: 95 percent by 2021-03-31.',
        'Potholes mended in a day: 93.5 percent.',
        'Performance not reached: Late gritting. Events: 3. Penalty imposed: 300.0. Penalty paid: no.',
      ]),
    );
    expect(JSON.stringify(entries)).not.toMatch(/Ann Other|0191|ann@/);
  });

  it('scores what it says, and goes through the journal of the ledger unchanged', async () => {
    const milestone = { id: 'm1', title: 'Depot', status: 'met', dateMet: '2020-06-01' };
    await imports.take(
      releasePackage(signed(), later('2020-07-01T00:00:00Z', { implementation: { milestones: [milestone] } })),
    );
    const views = logViews(imports.store);
    const score = await scoreOf(views, RELATIONSHIP, { asOf: '2020-12-31' }, NOW);
    expect(score).toMatchObject({ score: null, insufficientEvidence: true });

    let journal = '';
    for await (const line of exportJournal(imports.store, RELATIONSHIP)) journal += line;
    const second = await Imports.open();
    await importJournal(second.store, fileOf(journal), { format: 'journal', nowMs: NOW });
    expect(await scoreOf(logViews(second.store), RELATIONSHIP, { asOf: '2020-12-31' }, NOW)).toEqual(score);
    // The package says nothing new to the ledger that its journal made.
    expect(await second.take(releasePackage(signed()))).toMatchObject({ appended: 0, known: 2 });
    await second.close();
  });
});

describe('a release package of OCDS 1.0', () => {
  it('is read by its own field names', async () => {
    await imports.take({
      releases: [
        oldRelease('2020-02-01T00:00:00Z', {
          amendment: { date: '2021-01-01T00:00:00Z', rationale: 'More lamps', changes: [{ property: 'value.amount' }] },
          implementation: {
            transactions: [
              {
                id: 't1',
                date: '2020-05-01T00:00:00Z',
                amount: { amount: 1e3, currency: 'GBP' },
                providerOrganization: { scheme: 'GB-LAE', id: 'NTH', legalName: 'North Council' },
                receiverOrganization: { scheme: 'GB-COH', id: '0042', legalName: 'Fieldway Ltd' },
              },
            ],
            milestones: [{ id: 'm1', title: 'Depot', status: 'met', dateModified: '2020-06-01T00:00:00Z' }],
          },
        }),
      ],
    });
    const [established, ...entries] = await imports.entries();
    expect(established?.data).toMatchObject({ client: 'North Council', provider: 'Fieldway Ltd' });
    expect(entries.map(({ kind, effective }) => [kind, effective])).toEqual([
      ['note.logged', '2020-01-31'],
      ['contract.amended', '2021-01-01'],
      ['milestone.set', '2020-02-01'],
      ['milestone.met', '2020-06-01'],
      ['payment.made', '2020-05-01'],
    ]);
    expect(entries[1]?.data).toMatchObject({ title: 'More lamps', what: 'price' });
    expect(entries[4]).toMatchObject({
      text: 'Payment of 1000 GBP from North Council to Fieldway Ltd.',
      data: { amount: { amount: '1000', currency: 'GBP' }, to: 'provider' },
    });
    expect(JSON.stringify(entries)).not.toContain('Ann Other');
  });

  it('says the same as the same in the field names of 1.1', async () => {
    const payment = { id: 't1', date: '2020-05-01T00:00:00Z' };
    const value = { amount: 5, currency: 'GBP' };
    await imports.take({
      releases: [
        oldRelease('2020-02-01T00:00:00Z', {
          implementation: {
            transactions: [
              {
                ...payment,
                amount: value,
                receiverOrganization: { legalName: 'Fieldway Ltd', scheme: 'GB-COH', id: '0042' },
              },
            ],
          },
        }),
      ],
    });
    const [old] = await imports.entriesOf('payment.made');
    const second = later('2020-06-01T00:00:00Z', {
      implementation: { transactions: [{ ...payment, value, payee: { id: 'GB-COH-0042', name: 'Fieldway Ltd' } }] },
    });
    expect(await imports.take(releasePackage({ ...second, ...parties }))).toMatchObject({ appended: 0, rejected: [] });
    expect(await imports.entriesOf('payment.made')).toEqual([old]);
  });
});

describe('a record package', () => {
  const compiled = { ...signed({ description: 'compiled' }), tag: ['compiled'] };

  it('is read by its releases where it holds them', async () => {
    const releases = [later('2020-03-01T00:00:00Z', { title: 'Northern streets' }), signed()];
    await imports.take(
      recordPackage({
        ocid: OCID,
        releases,
        compiledRelease: { ...compiled, date: 'never' },
        versionedRelease: { contracts: 1 },
      }),
    );
    expect(await kinds()).toEqual(['relationship.established', 'note.logged', 'entry.corrected']);
    expect((await imports.entries())[2]?.data).toMatchObject({ title: 'Northern streets' });
  });

  it('is read by what it compiles where its releases are linked, and fetches nothing', async () => {
    const links = [{ url: 'https://example.org/r1', date: '2020-02-01T00:00:00Z', tag: ['contract'] }];
    await imports.take(
      recordPackage({ ocid: OCID, releases: links, compiledRelease: { ...compiled, date: undefined } }),
    );
    expect(await kinds()).toEqual(['relationship.established', 'note.logged']);
    expect((await imports.entries())[0]).toMatchObject({ effective: '2020-02-01' });
    expect(await imports.refusal(recordPackage({ ocid: OCID, releases: links }))).toMatchObject({
      code: 'invalid-entry',
      field: 'records[0].compiledRelease',
    });
  });

  it('of OCDS 1.0 is read by the field names of 1.0', async () => {
    await imports.take({
      records: [{ ocid: OCID, compiledRelease: { ...oldRelease('2020-02-01T00:00:00Z'), ocid: undefined } }],
    });
    expect((await imports.entries())[0]?.data).toMatchObject({ client: 'North Council', provider: 'Fieldway Ltd' });
  });

  it('corrects what an earlier one said', async () => {
    const at = (date: string, end: string): Package =>
      recordPackage({
        ocid: OCID,
        compiledRelease: { ...signed({ period: { startDate: '2020-04-01', endDate: end } }), date, tag: ['compiled'] },
      });
    const [first, second] = [at('2020-02-01T00:00:00Z', '2025-03-31'), at('2021-02-01T00:00:00Z', '2027-03-31')];
    await imports.take(first);
    expect(await imports.take(second)).toMatchObject({ appended: 1, known: 1 });
    expect(await imports.take(second)).toMatchObject({ appended: 0, known: 2 });
    // An older file never takes back what a newer one said.
    expect(await imports.take(first)).toMatchObject({ appended: 0, known: 2 });
    const third = at('2022-02-01T00:00:00Z', '2025-03-31');
    expect(await imports.take(third)).toMatchObject({ appended: 1 });
    const corrections = await imports.entriesOf('entry.corrected');
    expect(corrections.map(({ data }) => data['end'])).toEqual(['2027-03-31', '2025-03-31']);
    expect(Object.keys(corrections[0]?.data ?? {})).toEqual(['end', 'released']);
  });
});

describe('releases that repeat each other', () => {
  const metLater = { id: 'm1', title: 'Depot', status: 'met', dateMet: '2020-06-01T00:00:00Z' };
  const first = signed({
    implementation: { milestones: [{ id: 'm1', title: 'Depot', status: 'scheduled', dueDate: '2020-05-01' }] },
  });
  const second = later('2020-07-01T00:00:00Z', { implementation: { milestones: [metLater] } });

  it('say each thing once, in the order of their dates, then of their tags', async () => {
    const same = '2020-07-01T00:00:00Z';
    const tagged = [
      later(same, { title: 'Last' }, 'implementation'),
      later(same, { title: 'Middle' }, 'contractAmendment'),
      later(same, { title: 'Middle' }, 'contractAmendment'),
    ];
    await imports.take(releasePackage(...tagged, second, first, first));
    expect(await kinds()).toEqual([
      'relationship.established', 'note.logged', 'milestone.set', 'entry.corrected', 'entry.corrected', 'milestone.met',
    ]); // prettier-ignore
    const titles = (await imports.entriesOf('entry.corrected')).map(({ data }) => data['title']);
    expect(titles).toEqual(['Middle', 'Last']);
  });

  it('add nothing the second time, nor in another file, nor one by one', async () => {
    const all = releasePackage(first, second);
    expect(await imports.take(all)).toMatchObject({ appended: 4, known: 0 });
    expect(await imports.take(all)).toMatchObject({ lines: 4, appended: 0, known: 4 });
    expect(await imports.take(releasePackage(second))).toMatchObject({ appended: 0 });
    expect(await imports.take(releasePackage(first))).toMatchObject({ appended: 0 });
    const again = await Imports.open();
    await again.take(releasePackage(first));
    await again.take(releasePackage(first, second));
    expect((await again.entries()).map(({ id }) => id)).toEqual((await imports.entries()).map(({ id }) => id));
    await again.close();
  });

  it('are corrected by the same release with other content, and tell of what is older than the record', async () => {
    const payment = (amount: number): Package =>
      later('2020-07-01T00:00:00Z', {
        implementation: { transactions: [{ id: 't', date: '2020-06-01', value: { amount, currency: 'GBP' } }] },
      });
    await imports.take(releasePackage(first, payment(10)));
    expect(await imports.take(releasePackage(first, payment(12)))).toMatchObject({ appended: 1 });
    const [correction] = await imports.entriesOf('entry.corrected');
    expect(correction?.data).toMatchObject({ amount: { amount: '12', currency: 'GBP' }, text: 'Payment of 12 GBP.' });
    const older = { ...payment(11), date: '2020-06-30T00:00:00Z' };
    expect(await imports.take(releasePackage(first, older))).toMatchObject({
      appended: 0,
      ocds: {
        notTaken: expect.arrayContaining([
          { field: 'contracts.implementation.transactions', count: 1, why: 'older than what is recorded' },
        ]),
      },
    });
  });

  it('void what is no longer so, and log it anew when it is so again', async () => {
    const at = (date: string, status: string): Package =>
      later(date, { implementation: { milestones: [{ ...metLater, status }] } });
    const all = [
      first,
      at('2020-07-01T00:00:00Z', 'met'),
      at('2020-08-01T00:00:00Z', 'notMet'),
      at('2020-09-01T00:00:00Z', 'met'),
    ];
    await imports.take(releasePackage(...all));
    expect((await kinds()).slice(3)).toEqual(['milestone.met', 'entry.voided', 'milestone.missed', 'milestone.met']);
    expect(await imports.take(releasePackage(...all))).toMatchObject({ appended: 0 });
  });

  it('take a field away by null, and leave what they do not name', async () => {
    await imports.take(
      releasePackage(signed({ value: { amount: 5, currency: 'GBP' } }), later('2021-01-01T00:00:00Z', { value: null })),
    );
    const [correction] = await imports.entriesOf('entry.corrected');
    expect(correction?.data).toEqual({ value: null, released: '2021-01-01T00:00:00Z' });
  });
});

describe('an import', () => {
  const payments = Array.from({ length: 300 }, (_, at) => ({
    id: at,
    date: '2020-05-01',
    value: { amount: at, currency: 'GBP' },
  }));
  const many = releasePackage(signed({ implementation: { transactions: payments } }));

  it('that was interrupted is completed by running it again', async () => {
    const { store } = imports;
    let appends = 0;
    const failing = Object.assign(Object.create(store) as EventStore, {
      append: (...of: Parameters<EventStore['append']>) => {
        appends += 1;
        return appends === 2 ? Promise.reject(new StoreUnavailable('gone')) : store.append(...of);
      },
    });
    const taken = importJournal(failing, fileOf(many), { format: 'ocds', nowMs: NOW });
    await expect(taken).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await imports.entries()).toHaveLength(250);
    expect(await imports.take(many)).toMatchObject({ lines: 302, appended: 52, known: 250 });
  });

  it('brings back nothing that was erased', async () => {
    await imports.take(releasePackage(signed()));
    const { store } = imports;
    const erased = Object.assign(Object.create(store) as EventStore, {
      read: async function* (...of: Parameters<EventStore['read']>) {
        for await (const event of store.read(...of)) {
          const { payload: _words, ...metadata } = event.metadata;
          yield { ...event, metadata };
        }
      },
    });
    const other = releasePackage(signed({ title: 'Another title' }));
    const report = await importJournal(erased, fileOf(other), { format: 'ocds', nowMs: NOW });
    expect(report).toMatchObject({ appended: 0, known: 2 });
  });
});

describe('the course of a contract', () => {
  it('keeps an amendment and the term that it changed', async () => {
    const amendment = { id: 'am1', date: '2023-01-15T00:00:00Z', rationale: 'Extended', description: 'By two years.' };
    const extended = later(
      '2023-02-01T00:00:00Z',
      { period: { endDate: '2027-03-31' }, amendments: [amendment] },
      'contractAmendment',
    );
    const repeated = later('2023-03-01T00:00:00Z', { amendments: [amendment] });
    await imports.take(releasePackage(signed(), extended, repeated));
    const [amended, ...others] = await imports.entriesOf('contract.amended');
    expect(others).toEqual([]);
    expect(amended).toMatchObject({
      effective: '2023-01-15',
      text: 'By two years.',
      data: { title: 'Extended', what: 'term', end: '2027-03-31' },
    });
    const [corrected] = await imports.entriesOf('entry.corrected');
    expect(corrected?.data).toMatchObject({ end: '2027-03-31' });
  });

  it('says how long it may be extended, and how', async () => {
    const period = { startDate: '2020', endDate: '2025-03', maxExtentDate: '2028-03-31T23:59:59+01:00' };
    await imports.take(releasePackage(signed({ period, renewal: { description: 'Three times a year' } })));
    expect((await imports.entries())[0]?.data).toMatchObject({
      start: '2020',
      end: '2025-03',
      extensionOptions: 'Until 2028-03-31 at the latest. Three times a year.',
    });
  });

  it('notes that it was cancelled or terminated, and voids the note where it was not', async () => {
    await imports.take(
      releasePackage(
        signed(),
        later('2021-01-01T00:00:00Z', { status: 'terminated', statusDetails: 'By the client' }, 'contractTermination'),
        later('2021-02-01T00:00:00Z', { status: 'active' }),
      ),
    );
    const [, , note, voided] = await imports.entries();
    expect(note).toMatchObject({
      kind: 'note.logged',
      effective: '2021-01-01',
      sign: '0',
      text: 'Status of the contract: terminated. By the client.',
    });
    expect(voided).toMatchObject({ kind: 'entry.voided', answers: note?.id });
  });

  it('has every supplier of a consortium, and whoever signed, as a party', async () => {
    const suppliers = [
      { id: 'GB-COH-0042', name: 'Fieldway Ltd' },
      { id: 'GB-COH-0043', name: 'Lamps Ltd' },
    ];
    const all = [
      ...suppliers.map((each) => ({ ...each, roles: ['supplier'] })),
      { id: 'client', name: 'North Council', roles: ['buyer'] },
      { id: 'SPV 1', name: 'Roads Finance', roles: ['leadBank'] },
      { id: 'agency', name: 'Buying Agency', roles: ['procuringEntity'] },
    ];
    const sections = { parties: all, buyer: { id: 'client' }, awards: [{ id: 'a1', suppliers }] };
    await imports.take(releasePackage(signed({ signatories: [{ id: 'client' }, { id: 'SPV 1' }] }, sections)));
    expect((await imports.entries())[0]?.data).toMatchObject({ client: 'North Council', provider: 'Fieldway Ltd' });
    const joined = await imports.entriesOf('party.joined');
    expect(joined.map(({ data }) => [data['party'], data['name'], data['role']])).toEqual([
      ['GB-COH-0043', 'Lamps Ltd', 'provider'],
      [expect.stringMatching(/^ocds-[0-9a-f]{16}$/), 'Roads Finance', 'partner'],
    ]);
  });

  it('has a party of its own for each organisation, also where their ids look alike', async () => {
    const ids = ['client', 'party:client', 'ocds-0123456789abcdef', 'party:x', 'x'];
    const signatories = ids.map((id) => ({ id, name: `Signs as ${id}` }));
    await imports.take(releasePackage(signed({ signatories })));
    const joined = (await imports.entriesOf('party.joined')).map(({ data }) => data['party']);
    const hashed = expect.stringMatching(/^ocds-[0-9a-f]{16}$/) as unknown;
    expect(joined).toEqual(['party:client', hashed, 'party:ocds-0123456789abcdef', hashed, 'x']);
    expect(new Set(joined).size).toBe(ids.length);
  });

  it('leaves a package without contracts, or without releases, as nothing to keep', async () => {
    for (const empty of [
      releasePackage(),
      recordPackage(),
      releasePackage(
        release('2020-01-01T00:00:00Z', 'tender', { tender: { id: '1', documents: [{ id: 1 }, { id: 2 }] } }),
      ),
    ]) {
      expect(await imports.take(empty)).toMatchObject({ lines: 0, appended: 0, ocds: { relationships: [] } });
    }
    expect(
      await imports.take(releasePackage(release('2020-01-01', 'tender', { tender: { documents: [1, 2] } }))),
    ).toMatchObject({
      ocds: { notTaken: expect.arrayContaining([{ field: 'tender.documents', count: 2, why: null }]) },
    });
  });
});

describe('several contracts in a package', () => {
  const framework = signed(
    {},
    {
      awards: [
        { id: 'a1', suppliers: [{ id: 's1', name: 'Fieldway Ltd' }] },
        { id: 'a2', suppliers: [{ id: 's2', name: 'Lamps Ltd' }] },
      ],
      contracts: [
        { id: 'c1', awardID: 'a1', title: 'Lot 1', dateSigned: '2020-01-01' },
        { id: 'c2', awardID: 'a2', title: 'Lot 2', dateSigned: '2020-01-02' },
      ],
    },
  );

  it('are a relationship each', async () => {
    const report = await imports.take(releasePackage(framework, { ...signed(), ocid: 'ocds-abc123-0002' }));
    expect(report.ocds?.relationships).toEqual([`${OCID}:c1`, `${OCID}:c2`, 'ocds-abc123-0002:c1']);
    const titles = await Promise.all(
      report.ocds?.relationships.map(async (id) => (await imports.entries(id))[0]?.data) ?? [],
    );
    expect(titles).toMatchObject([
      { title: 'Lot 1', provider: 'Fieldway Ltd' },
      { title: 'Lot 2', provider: 'Lamps Ltd' },
      { title: 'Northern roads' },
    ]);
  });

  it('of one process go into one relationship where it is named', async () => {
    const into = { relationship: 'lots' };
    await imports.take(releasePackage(framework), into);
    expect(await kinds('lots')).toEqual(['relationship.established', 'note.logged', 'party.joined', 'note.logged']);
    expect(await imports.take(releasePackage(framework), into)).toMatchObject({ appended: 0, known: 4 });
    const two = releasePackage(framework, { ...signed(), ocid: 'ocds-abc123-0002' });
    expect(await imports.refusal(two, into)).toMatchObject({
      code: 'invalid-parameter',
      field: 'relationship',
      detail: expect.stringContaining(`2 contracting processes (${OCID}, ocds-abc123-0002)`),
    });
  });

  it('have no supplier where it cannot be known which of several awards they are of', async () => {
    const parties = ['s1', 's2'].map((id) => ({ id, name: id, roles: ['supplier'] }));
    const awards = ['a1', 'a2'].map((id) => ({ id }));
    await imports.take(releasePackage(signed({ awardID: undefined }, { parties, awards })));
    expect((await imports.entries())[0]?.data).not.toHaveProperty('provider');
    expect(await imports.entriesOf('party.joined')).toEqual([]);
  });

  it('take a name of letters for what is no id', async () => {
    const report = await imports.take(releasePackage({ ...signed(), ocid: 'ocds/ü:1' }));
    expect(report.ocds?.relationships).toEqual([expect.stringMatching(/^ocds-[0-9a-f]{16}$/)]);
  });
});

const CASES = join(__dirname, '../../../../../shared/cases/ocds');
const lack = existsSync(CASES) ? undefined : 'the packages are not beside the project';

describeUnless(lack, 'packages that were published', () => {
  const take = (file: string, relationship?: string): ReturnType<typeof importJournal> =>
    importJournal(imports.store, () => createReadStream(join(CASES, file)), {
      format: 'ocds',
      nowMs: Date.parse('2026-12-01'),
      relationship,
    });

  it('are imported: a record of Find a Tender', async () => {
    const file = 'uk-find-a-tender-record.json';
    expect(await take(file, 'peatland')).toMatchObject({ appended: 2 });
    expect(await take(file, 'peatland')).toMatchObject({ appended: 0, known: 2 });
    expect((await imports.entries('peatland'))[0]?.data).toMatchObject({
      client: 'Durham County Council',
      provider: 'Dinsdale Moorland Specialists Ltd',
      start: '2026-10-05',
      end: '2027-03-31',
      value: { amount: '395493', currency: 'GBP' },
    });
  });

  it('are imported: the example of the PPP profile', async () => {
    const file = 'ppp-profile-example-release-package.json';
    expect(await take(file, 'network')).toMatchObject({ appended: 54 });
    expect(await take(file, 'network')).toMatchObject({ appended: 0, known: 54 });
    const counts: Record<string, number> = {};
    for (const kind of await kinds('network')) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({
      'relationship.established': 1,
      'party.joined': 2,
      'note.logged': 28,
      'milestone.set': 8,
      'milestone.met': 2,
      'payment.made': 11,
      'contract.amended': 1,
      'entry.corrected': 1,
    });
    const [amended] = await imports.entriesOf('contract.amended', 'network');
    expect(amended).toMatchObject({ effective: '2020-01-24', data: { what: 'term', end: '2046-01-23' } });
  });
});
