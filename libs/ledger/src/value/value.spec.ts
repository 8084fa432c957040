import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { benefitsOf, type Benefit } from './benefits.queries';
import { ideasOf, type Idea } from './ideas.queries';
import { assumptionsOf, costsOf, disbenefitsOf, rewardsOf, valuesOf } from './value.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const pounds = (amount: string) => ({ amount, currency: 'GBP' });

const PROPOSED = { kind: 'idea.proposed', data: { idea: 'night', title: 'Work at night', expected: 'No detours' } };
const FORECAST = {
  benefit: 'gangs',
  title: 'Faster gangs',
  type: 'productivity',
  cashability: 'cashable',
  to: 'client',
  recurring: true,
  baseline: 'The year before',
  because: 'collaboration',
  amount: pounds('1000.00'),
  from: '2026-01-05',
  until: '2026-03-31',
};
const forecast = (data: object = {}) => ({ kind: 'benefit.forecast', data: { ...FORECAST, ...data } });
const realised = (data: object = {}) => ({
  kind: 'benefit.realised',
  data: {
    benefit: 'gangs',
    amount: pounds('400.10'),
    from: '2026-01-01',
    until: '2026-01-05',
    validatedBy: 'not-validated',
    ...data,
  },
});

describe('the register of ideas', () => {
  let ledger: Ledger;
  let proposed: string;

  beforeEach(() => {
    ledger = new Ledger();
    proposed = ledger.logs('provider', PROPOSED);
  });

  async function only(clocks: Clocks = {}): Promise<Idea | undefined> {
    const { ideas } = await ideasOf(ledger.views(), 'road', clocks, NOW);
    expect(ideas.length).toBeLessThan(2);
    return ideas[0];
  }
  const tested = { kind: 'idea.tested', data: { idea: 'night', result: 'Works' } };

  it('shows who proposed it, and who owes an answer until when', async () => {
    expect(await only()).toEqual({
      id: 'night',
      title: 'Work at night',
      situation: 'proposed',
      status: 'asserted',
      expected: 'No detours',
      proposed: '2026-01-05',
      proposedBy: 'provider',
      answerDue: '2026-03-06',
      answerFrom: 'client',
      answered: null,
      inTime: null,
      unanswered: null,
      result: null,
      declinedBecause: null,
      benefits: [],
      entries: [proposed],
    });
    expect(await only({ asOf: '2026-01-04' })).toBeUndefined();
  });

  it('stands where its rules have it, whatever dates its entries bear', async () => {
    const idea = { idea: 'day' };
    ledger.logs('client', {
      kind: 'idea.proposed',
      effective: '2026-01',
      data: { ...idea, title: 'x', expected: 'x' },
    });
    const declined = { kind: 'idea.declined', effective: '2026-01-03', data: { ...idea, reason: 'x' } };
    ledger.logs('provider', declined);
    const { ideas } = await ideasOf(ledger.views(), 'road', {}, NOW);
    expect(ideas.find(({ id }) => id === 'day')).toMatchObject({ situation: 'declined' });
    expect(ledger.refuses('provider', declined)).toBe('not-allowed-now');
  });

  it('takes a test of the other party as its answer, and of the proposer once the other agrees', async () => {
    const own = ledger.logs('provider', tested);
    expect(await only()).toMatchObject({ situation: 'tested', result: 'Works', answered: null, inTime: null });
    ledger.logs('client', { kind: 'entry.agreed', answers: own });
    expect(await only()).toMatchObject({ answered: '2026-01-05', inTime: true });
    expect(await only({ knownAt: '2026-01-05T11:30:00Z' })).toMatchObject({ situation: 'tested', answered: null });
    expect(await only({ knownAt: '2026-01-05T10:30:00Z' })).toMatchObject({ situation: 'proposed' });
  });

  it('leaves nothing to answer of what the proposer has put to use', async () => {
    ledger.logs('provider', { kind: 'idea.implemented', data: { idea: 'night' } });
    expect(await only()).toMatchObject({ situation: 'implemented', answered: '2026-01-05', inTime: true });
  });

  it('owes nothing for what the proposer itself declines', async () => {
    ledger.logs('provider', { kind: 'idea.declined', data: { idea: 'night', reason: 'Too dark' } });
    expect(await only()).toMatchObject({
      situation: 'declined',
      declinedBecause: 'Too dark',
      answered: '2026-01-05',
      inTime: true,
    });
  });

  it('asks nobody for an answer to what a third party proposed', async () => {
    ledger = new Ledger();
    ledger.logs('third-party', PROPOSED);
    expect(await only()).toMatchObject({ answerDue: null, answerFrom: null, proposedBy: 'third-party' });
  });

  it('lets a parked idea be taken up, and one in use rest', async () => {
    const declined = { kind: 'idea.declined', data: { idea: 'night', reason: 'Later' } };
    ledger.logs('client', declined);
    expect(ledger.refuses('client', declined)).toBe('not-allowed-now');
    ledger.logs('client', tested);
    ledger.logs('client', tested);
    const implemented = { kind: 'idea.implemented', data: { idea: 'night' } };
    const id = ledger.logs('client', implemented);
    for (const late of [declined, tested, implemented]) expect(ledger.refuses('client', late)).toBe('not-allowed-now');
    expect(await only()).toMatchObject({ situation: 'implemented' });
    ledger.logs('client', { kind: 'entry.voided', answers: id, text: 'Not yet.' });
    expect(await only()).toMatchObject({ situation: 'tested' });
  });

  it('names the benefits that came from it', async () => {
    const id = ledger.logs('client', forecast({ cameFrom: 'night' }));
    expect(await only()).toMatchObject({ benefits: ['gangs'], entries: [proposed, id] });
  });
});

describe('the register of benefits', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
  });

  const register = (clocks: Clocks = {}) => benefitsOf(ledger.views(), 'road', clocks, NOW);
  const only = async (clocks: Clocks = {}): Promise<Benefit | undefined> => (await register(clocks)).benefits[0];

  it('holds what was forecast, with all that is asked of a forecast', async () => {
    const id = ledger.logs('provider', forecast({ helpedByFactor: 610 }));
    expect(await only({ asOf: '2026-04-14' })).toEqual({
      id: 'gangs',
      title: 'Faster gangs',
      situation: 'forecast',
      type: 'productivity',
      cashability: 'cashable',
      to: 'client',
      recurring: true,
      from: '2026-01-05',
      until: '2026-03-31',
      forecast: pounds('1000.00'),
      realised: [],
      validated: [],
      missed: [],
      baseline: 'The year before',
      measure: null,
      because: 'collaboration',
      cameFrom: null,
      helpedByFactor: 610,
      forecastOn: '2026-01-05',
      forecastBy: 'provider',
      reports: [],
      reportDue: '2026-04-14',
      unreported: null,
      entries: [id],
    });
    // Fourteen days after its period, which the method gives for reports.
    expect(await only({ asOf: '2026-04-15' })).toMatchObject({ situation: 'unreported', unreported: null });
  });

  it('adds up what came of it by currency, exactly, and shows what was missed beside it', async () => {
    ledger.logs('provider', forecast());
    ledger.logs('client', realised({ amount: pounds('0.10'), until: '2026-01-02' }));
    const second = ledger.logs('client', realised({ amount: pounds('0.2'), from: '2026-01-03', until: '2026-01-03' }));
    ledger.logs('client', realised({ amount: { amount: '7', currency: 'EUR' }, from: '2026-01-04' }));
    ledger.logs('provider', {
      kind: 'benefit.missed',
      data: { benefit: 'gangs', reason: 'Rain', amount: pounds('5') },
    });
    expect(await only()).toMatchObject({
      situation: 'realised',
      realised: [{ amount: '7', currency: 'EUR' }, pounds('0.30')],
      missed: [pounds('5')],
      reports: [{ says: 'realised' }, {}, {}, { says: 'missed', reason: 'Rain', validatedBy: null }],
    });
    ledger.logs('client', { kind: 'entry.corrected', answers: second, data: { amount: pounds('0.3') } });
    expect(await only()).toMatchObject({ realised: [{ amount: '7' }, pounds('0.40')] });
    ledger.logs('client', { kind: 'entry.voided', answers: second, text: 'Twice.' });
    expect(await only()).toMatchObject({ realised: [{ amount: '7' }, pounds('0.10')] });
  });

  it('is missed where nothing came of it', async () => {
    ledger.logs('provider', forecast());
    ledger.logs('provider', { kind: 'benefit.missed', data: { benefit: 'gangs', reason: 'Rain' } });
    expect(await only()).toMatchObject({ situation: 'missed', missed: [] });
  });

  it('stands where nobody disputes what came of it', async () => {
    ledger.logs('provider', forecast());
    const answers = ledger.logs('provider', realised());
    const dispute = (): string => ledger.logs('client', { kind: 'entry.disputed', answers, text: 'Not here.' });
    dispute();
    expect(await only()).toMatchObject({ situation: 'forecast', reports: [{ status: 'disputed' }] });
    ledger.logs('client', { kind: 'benefit.missed', data: { benefit: 'gangs', reason: 'Rain' } });
    expect(await only()).toMatchObject({ situation: 'missed' });
    ledger.logs('client', { kind: 'entry.agreed', answers });
    expect(await only()).toMatchObject({ situation: 'realised' });
  });

  it('takes one report of a time, by whomever', async () => {
    ledger.logs('provider', forecast());
    ledger.logs('client', realised());
    for (const party of ['client', 'provider'])
      expect(ledger.refuses(party, realised({ from: '2026-01-05' }))).toBe('not-allowed-now');
    const before = ledger.logs('provider', realised({ from: '2025-12-01', until: '2025-12' }));
    const corrected = { kind: 'entry.corrected', answers: before, text: 'x' };
    expect(ledger.refuses('provider', { ...corrected, data: { until: '2026-01-01' } })).toBe('not-allowed-now');
    expect(ledger.refuses('provider', { ...corrected, data: { until: '2025-12-30' } })).toBe('taken');
    const missed = { kind: 'benefit.missed', data: { benefit: 'gangs', reason: 'Rain', amount: pounds('5') } };
    ledger.logs('provider', missed);
    expect(ledger.refuses('client', missed)).toBe('not-allowed-now');
    expect(await only()).toMatchObject({ realised: [pounds('800.20')], missed: [pounds('5')] });
  });

  it.each([
    ['client', 'client-finance', [true, true]],
    ['client', 'provider-finance', [false, true]],
    ['client', 'both-finance', [false, true]],
    ['client', 'auditor', [false, true]],
    ['client', 'not-validated', [false, false]],
  ])('adds up as validated what the %s says of %s once those named stand behind it', async (party, by, expected) => {
    ledger.logs('provider', forecast());
    const id = ledger.logs(party, realised({ validatedBy: by }));
    const isValidated = async () => (await only())?.validated.length === 1;
    const alone = await isValidated();
    ledger.logs('provider', { kind: 'entry.agreed', answers: id });
    expect([alone, await isValidated()]).toEqual(expected);
  });

  it('adds up as validated nothing that somebody disputes', async () => {
    ledger.logs('provider', forecast());
    ledger.logs('client', realised({ until: '2026-01-03' }));
    const other = realised({ amount: pounds('7'), from: '2026-01-04', validatedBy: 'both-finance' });
    const validated = ledger.logs('client', other);
    ledger.logs('provider', { kind: 'entry.agreed', answers: validated });
    expect(await only()).toMatchObject({ realised: [pounds('407.10')], validated: [pounds('7')] });
    ledger.logs('provider', { kind: 'entry.disputed', answers: validated, text: 'Not by ours.' });
    expect(await only()).toMatchObject({ realised: [pounds('407.10')], validated: [] });
    expect((await register()).totals).toMatchObject([
      { realised: { amount: '407.10', disputed: '7' }, validated: { amount: '0', disputed: '0', entries: [] } },
    ]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: validated });
    expect((await register()).totals).toMatchObject([
      { validated: { amount: '7', agreed: '7', entries: [validated] } },
    ]);
  });

  it('has totals by year, party, type, cashability and currency', async () => {
    ledger.logs('provider', forecast());
    const first = ledger.logs('client', realised({ until: '2025-12-31', from: '2025-12-01' }));
    ledger.logs('client', realised({ amount: pounds('1.25') }));
    const { totals } = await register();
    const key = { to: 'client', type: 'productivity', cashability: 'cashable', currency: 'GBP' };
    expect(totals).toMatchObject([
      { ...key, financialYear: '2025/26', contractYear: 'Year 0', realised: { amount: '400.10', entries: [first] } },
      {
        ...key,
        financialYear: '2025/26',
        contractYear: 'Year 1',
        forecast: { amount: '1000.00' },
        realised: { amount: '1.25', agreed: '0', disputed: '0' },
        validated: { amount: '0', entries: [] },
      },
    ]);
  });

  it.each([
    ['a period that ends before it begins', forecast({ until: '2026-01-04' }), 'invalid-entry'],
    ['a negative amount', forecast({ amount: pounds('-1') }), 'invalid-entry'],
    ['a cashable benefit without an amount', forecast({ amount: undefined }), 'invalid-entry'],
    ['an origin that nobody knows', forecast({ cameFrom: 'nowhere' }), 'not-allowed-now'],
    ['a factor that nobody knows', forecast({ helpedByFactor: 600 }), 'unknown-factor'],
  ])('refuses %s', (_, body, code) => {
    const data = Object.fromEntries(Object.entries(body.data).filter(([, value]) => value !== undefined));
    expect(ledger.refuses('client', { ...body, data })).toBe(code);
  });

  it('refuses what is realised ahead of its time, and takes what is not cashable without an amount', () => {
    const { amount: _, ...social } = { ...FORECAST, cashability: 'non-cashable', type: 'social' };
    ledger.logs('client', { kind: 'benefit.forecast', data: social });
    expect(ledger.refuses('client', realised({ until: '2026-02-28' }))).toBe('not-allowed-now');
    expect(ledger.refuses('client', realised({ until: '2025-12-31' }))).toBe('invalid-entry');
    expect(ledger.refuses('client', realised({ amount: pounds('-0.01') }))).toBe('invalid-entry');
    expect(ledger.refuses('client', realised({ until: '2026' }))).toBe('taken');
  });
});

describe('the other registers of value', () => {
  const ask = <Register>(
    of: (views: ReturnType<Ledger['views']>, relationship: string, clocks: Clocks, now: number) => Promise<Register>,
    ledger: Ledger,
    clocks: Clocks = {},
  ) => of(ledger.views(), 'road', clocks, NOW);

  it('hold what value means to each party, the last definition first', async () => {
    const ledger = new Ledger();
    const first = ledger.logs('client', { kind: 'value.defined', data: { about: 'client', means: 'Safe roads' } });
    const last = ledger.logs('client', {
      kind: 'value.defined',
      effective: '2026-01-06',
      data: { about: 'client', means: 'Safe, quiet roads' },
    });
    ledger.logs('client', { kind: 'value.defined', data: { about: 'provider', means: 'A fair margin' } });
    const row = { party: 'client', by: 'client', status: 'asserted' };
    expect(await ask(valuesOf, ledger)).toMatchObject({
      values: [
        { ...row, means: 'Safe, quiet roads', defined: '2026-01-06', times: 2, entries: [first, last] },
        { party: 'provider', means: 'A fair margin', times: 1 },
      ],
    });
    expect(await ask(valuesOf, ledger, { asOf: '2026-01-05' })).toMatchObject({
      values: [{ ...row, means: 'Safe roads', times: 1 }, {}],
    });
  });

  it('hold what value means to a party as it says itself, or leaves undisputed', async () => {
    const ledger = new Ledger();
    const defined = (party: string, means: string): string =>
      ledger.logs(party, { kind: 'value.defined', data: { about: 'provider', means } });
    const values = async () => (await valuesOf(ledger.views(), 'road', {}, NOW)).values;
    const own = defined('provider', 'A fair margin');
    ledger.logs('client', { kind: 'entry.disputed', answers: own, text: 'Any margin.' });
    const other = defined('client', 'Any margin');
    expect(await values()).toMatchObject([{ means: 'Any margin', by: 'client', times: 2 }]);
    ledger.logs('provider', { kind: 'entry.disputed', answers: other, text: 'Ours to say.' });
    expect(await values()).toMatchObject([
      { means: 'A fair margin', by: 'provider', status: 'disputed', times: 2, entries: [own, other] },
    ]);
  });

  it('hold dis-benefits, costs and rewards, an entry each', async () => {
    const ledger = new Ledger();
    const lost = ledger.logs('client', {
      kind: 'disbenefit.recorded',
      data: { title: 'Noise', borneBy: 'community', mitigation: 'Quiet breakers' },
    });
    const spent = ledger.logs('provider', {
      kind: 'cost.incurred',
      data: { what: 'training', amount: pounds('12.50'), from: '2026-01-01', until: '2026-01-31', borneBy: 'both' },
    });
    const shared = ledger.logs('provider', {
      kind: 'reward.shared',
      data: { mechanism: 'pain-share', clientShare: pounds('-3'), providerShare: pounds('-4') },
    });
    expect((await ask(disbenefitsOf, ledger)).disbenefits).toEqual([
      {
        title: 'Noise', amount: null, from: null, until: null, borneBy: 'community', mitigation: 'Quiet breakers',
        id: lost, effective: '2026-01-05', by: 'client', status: 'asserted', entries: [lost],
      },
    ]); // prettier-ignore
    expect((await ask(costsOf, ledger)).costs).toMatchObject([
      { id: spent, what: 'training', amount: pounds('12.50'), until: '2026-01-31', borneBy: 'both', by: 'provider' },
    ]);
    expect((await ask(rewardsOf, ledger)).rewards).toMatchObject([
      {
        id: shared,
        mechanism: 'pain-share',
        clientShare: pounds('-3'),
        providerShare: pounds('-4'),
        entries: [shared],
      },
    ]);
    ledger.logs('provider', { kind: 'entry.voided', answers: spent, text: 'Twice.' });
    expect((await ask(costsOf, ledger)).costs).toEqual([]);
    const backwards = {
      what: 'other',
      amount: pounds('1'),
      from: '2026-02-01',
      until: '2026-01-31',
      borneBy: 'client',
    };
    expect(ledger.refuses('client', { kind: 'cost.incurred', data: backwards })).toBe('invalid-entry');
    expect(
      ledger.refuses('client', {
        kind: 'disbenefit.recorded',
        data: { title: 'Noise', borneBy: 'client', amount: pounds('-1') },
      }),
    ).toBe('invalid-entry');
  });

  it('hold whole-life cost assumptions, their reviews told by their words', async () => {
    const ledger = new Ledger();
    const assumed = (effective: string, verdict: string, data: object) =>
      ledger.logs('client', { kind: 'cost.assumed', effective, data: { verdict, ...data } });
    const first = assumed('2026-01-02', 'first-recorded', {
      assumption: 'The deck lasts 20 years',
      amount: pounds('900'),
      nextReview: '2026-01-03',
    });
    const row = { assumption: 'The deck lasts 20 years', firstRecorded: '2026-01-02', amount: pounds('900') };
    expect((await ask(assumptionsOf, ledger)).assumptions).toEqual([
      {
        ...row, id: first, verdict: 'first-recorded', reviewed: null, nextReview: '2026-01-03', reviewOverdue: true,
        entries: [first],
      },
    ]); // prettier-ignore
    const again = assumed('2026-01-04', 'still-holds', {
      assumption: ' the deck  lasts 20 years',
      nextReview: '2027-01',
    });
    const other = assumed('2026-01-04', 'disproved', { assumption: 'Salt is cheap', nextReview: '2026-01-04' });
    expect((await ask(assumptionsOf, ledger)).assumptions).toMatchObject([
      { id: first, verdict: 'still-holds', reviewed: '2026-01-04', reviewOverdue: false, entries: [first, again] },
      { id: other, verdict: 'disproved', reviewOverdue: false },
    ]);
    expect((await ask(assumptionsOf, ledger, { asOf: '2026-01-03' })).assumptions).toMatchObject([row]);
  });
});
