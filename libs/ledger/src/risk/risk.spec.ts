import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { disclosuresOf, risksOf, warningsOf, type Risk } from './risk.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const SALT = { risk: 'salt' };
const pounds = (amount: string) => ({ amount, currency: 'GBP' });
const raised = (data: object = {}) => ({
  kind: 'risk.raised',
  data: { ...SALT, title: 'Salt runs short', category: 'supply-chain', likelihood: '3', impact: '4', ...data },
});
const assessed = (likelihood: string, impact: string) => ({
  kind: 'risk.assessed',
  data: { ...SALT, likelihood, impact },
});
const mitigated = { kind: 'risk.mitigated', data: { ...SALT, action: 'Two suppliers' } };
const allocated = (data: object) => ({ kind: 'risk.allocated', data: { ...SALT, ...data } });
const happened = (data: object = {}) => ({
  kind: 'risk.materialised',
  data: { ...SALT, effect: 'Two roads closed', ...data },
});
const closed = { kind: 'risk.closed', data: { ...SALT, outcome: 'The winter is over' } };

describe('the joint register of risks', () => {
  let ledger: Ledger;
  let first: string;

  beforeEach(() => {
    ledger = new Ledger();
    first = ledger.logs('provider', raised({ owner: 'provider', nextReview: '2026-03-01' }));
  });

  async function only(clocks: Clocks = {}): Promise<Risk | undefined> {
    const { risks } = await risksOf(ledger.views(), 'road', clocks, NOW);
    expect(risks.length).toBeLessThan(2);
    return risks[0];
  }
  const step = (entry: string, by: string, status = 'asserted') => ({ entry, effective: '2026-01-05', by, status });

  it('holds who raised what, how likely and how bad, and when to look at it again', async () => {
    expect(await only({ asOf: '2026-01-05' })).toEqual({
      id: 'salt',
      title: 'Salt runs short',
      category: 'supply-chain',
      situation: 'open',
      status: 'asserted',
      likelihood: 3,
      impact: 4,
      exposure: 12,
      firstExposure: 12,
      owner: 'provider',
      shared: false,
      raised: '2026-01-05',
      raisedBy: 'provider',
      nextReview: '2026-03-01',
      reviewOverdue: false,
      assessments: [{ ...step(first, 'provider'), likelihood: 3, impact: 4, exposure: 12 }],
      mitigations: [],
      allocations: [],
      happened: [],
      amounts: [],
      warnings: [],
      disclosedLate: [],
      closed: null,
      outcome: null,
      entries: [first],
    });
    expect(await only({ asOf: '2026-03-02' })).toMatchObject({ reviewOverdue: true });
    expect(await only({ asOf: '2026-01-04' })).toBeUndefined();
  });

  it('follows it: judged anew, mitigated, allocated, happened, closed', async () => {
    const warned = ledger.logs('client', { kind: 'warning.given', data: { ...SALT, matter: 'One depot is empty' } });
    const again = ledger.logs('client', assessed('2', '3'));
    const act = ledger.logs('provider', mitigated);
    ledger.logs('client', { kind: 'entry.agreed', answers: act });
    const bears = ledger.logs('client', allocated({ owner: 'client', shared: true, basis: 'Weather' }));
    const [one, two] = [happened({ amount: pounds('0.10') }), happened({ amount: pounds('0.20') })];
    const events = [ledger.logs('client', one), ledger.logs('provider', two)];
    expect(await only()).toMatchObject({
      situation: 'happened',
      likelihood: 2,
      impact: 3,
      exposure: 6,
      firstExposure: 12,
      owner: 'client',
      shared: true,
      nextReview: null,
      reviewOverdue: false,
      mitigations: [{ ...step(act, 'provider', 'agreed'), action: 'Two suppliers' }],
      allocations: [{ ...step(bears, 'client'), owner: 'client', shared: true, basis: 'Weather' }],
      happened: [{ effect: 'Two roads closed', issue: null, amount: pounds('0.10') }, { entry: events[1] }],
      amounts: [pounds('0.30')],
      warnings: [warned],
    });
    const end = ledger.logs('client', closed);
    expect(await only()).toMatchObject({
      situation: 'closed',
      closed: '2026-01-05',
      outcome: 'The winter is over',
      entries: [first, warned, again, act, bears, ...events, end],
    });
  });

  it('shows it as it was known, and as corrections and voids leave it', async () => {
    const again = ledger.logs('client', assessed('5', '5'));
    const known = ledger.last().recorded;
    ledger.logs('client', { kind: 'entry.corrected', answers: again, data: { likelihood: '1' } });
    expect(await only()).toMatchObject({ exposure: 5 });
    ledger.logs('client', { kind: 'entry.voided', answers: again, text: 'Another risk.' });
    expect(await only()).toMatchObject({ exposure: 12, entries: [first] });
    expect(await only({ knownAt: known })).toMatchObject({ exposure: 25, entries: [first, again] });
  });

  it('is closed until it happens after all', async () => {
    ledger.logs('client', closed);
    for (const late of [assessed('1', '1'), mitigated, allocated({ shared: true }), closed])
      expect(ledger.refuses('client', late)).toBe('not-allowed-now');
    ledger.logs('client', happened());
    expect(await only()).toMatchObject({ situation: 'happened', closed: null, outcome: null });
    ledger.logs('client', closed);
  });

  it('is allocated to somebody or shared, happens for no negative sum, and is looked at again after it was raised', () => {
    expect(ledger.refuses('client', allocated({ basis: 'Fate' }))).toBe('invalid-entry');
    expect(ledger.refuses('client', allocated({ shared: false }))).toBe('invalid-entry');
    expect(ledger.refuses('client', happened({ amount: pounds('-1.00') }))).toBe('invalid-entry');
    expect(ledger.refuses('client', raised({ risk: 'ice', nextReview: '2026-01-05' }))).toBe('not-allowed-now');
    expect(ledger.refuses('client', raised({ risk: 'ice', nextReview: '2026-01' }))).toBe('taken');
  });

  it('costs nobody anything to raise, to judge or to tell', () => {
    for (const body of [raised({ risk: 'ice' }), assessed('5', '5'), happened(), closed])
      expect(ledger.refuses('client', { ...body, sign: '-' })).toBe('no-fault');
  });

  it('reminds of its review, of nobody’s fault, until somebody looks at it', async () => {
    const due = async () => (await dueOf(ledger.views(), 'road', { asOf: '2026-01-06' }, NOW)).due;
    const reminder = { kind: null, title: 'Look at the risk again', data: SALT, due: '2026-03-01', overdue: false };
    expect(await due()).toMatchObject([{ ...reminder, parties: ['provider'], entry: first }]);
    expect(ledger.strikes('2026-03-10T00:00:00Z')).toEqual([]);
    ledger.at('2026-03-10T09:00:00Z').logs('client', assessed('3', '3'));
    expect(await due()).toEqual([]);
  });
});

describe('the register of early warnings', () => {
  it('holds what could be affected, and the risk where it names one', async () => {
    const ledger = new Ledger();
    const couldAffect = ['time', 'public'];
    const data = { matter: 'The sweepers come late', couldAffect, contractNotice: 'EW-7' };
    const id = ledger.logs('provider', { kind: 'warning.given', data });
    ledger.logs('client', { kind: 'entry.noted', answers: id });
    const { warnings } = await warningsOf(ledger.views(), 'road', {}, NOW);
    expect(warnings).toEqual([
      { id, ...data, risk: null, effective: '2026-01-05', by: 'provider', status: 'noted', entries: [id] },
    ]);
    expect(ledger.refuses('provider', { kind: 'warning.given', data: { ...data, ...SALT } })).toBe('not-allowed-now');
  });

  it('is linked by its own party to a risk that is raised later, and to none that there is not', async () => {
    const ledger = new Ledger();
    const answers = ledger.logs('provider', { kind: 'warning.given', data: { matter: 'One depot is empty' } });
    const linked = { kind: 'entry.corrected', answers, text: 'It is in the register now.', data: SALT };
    expect(ledger.refuses('provider', linked)).toBe('not-allowed-now');
    ledger.logs('client', { ...raised(), effective: '2026-01-06' });
    expect(ledger.refuses('client', linked)).toBe('invalid-answer');
    ledger.logs('provider', linked);
    const { warnings } = await warningsOf(ledger.views(), 'road', {}, NOW);
    expect(warnings).toMatchObject([{ id: answers, risk: 'salt', effective: '2026-01-05' }]);
    const { risks } = await risksOf(ledger.views(), 'road', {}, NOW);
    expect(risks).toMatchObject([{ id: 'salt', warnings: [answers], situation: 'open' }]);
    expect((await risksOf(ledger.views(), 'road', { asOf: '2026-01-05' }, NOW)).risks).toEqual([]);
    // What it is about it stays about.
    ledger.logs('client', { kind: 'risk.raised', data: { ...raised().data, risk: 'flood' } });
    expect(ledger.refuses('provider', { ...linked, data: { risk: 'flood' } })).toBe('invalid-answer');
  });
});

describe('the register of late disclosures', () => {
  const late = (data: object) => ({ kind: 'risk.disclosed-late', data: { about: 'provider', ...data } });

  it('holds since when it was known, at least, with or without a risk of the register', async () => {
    const ledger = new Ledger();
    ledger.logs('client', raised());
    const told = ledger.logs('client', late({ ...SALT, knownSince: '2025-12' }));
    const other = ledger.logs('provider', late({ knownSince: '2026-01-01' }));
    ledger.logs('provider', { kind: 'entry.disputed', answers: told, text: 'It was no secret.' });
    const { disclosures } = await disclosuresOf(ledger.views(), 'road', {}, NOW);
    expect(disclosures).toMatchObject([
      { id: told, risk: 'salt', about: 'provider', knownSince: '2025-12', daysKnown: 5, status: 'disputed' },
      { id: other, risk: null, daysKnown: 4, status: 'asserted' },
    ]);
    const { risks } = await risksOf(ledger.views(), 'road', {}, NOW);
    expect(risks).toMatchObject([{ disclosedLate: [told] }]);
  });

  it('takes none that was not late, and none about everybody', () => {
    const ledger = new Ledger();
    expect(ledger.refuses('client', late({ knownSince: '2026-01-05' }))).toBe('invalid-entry');
    expect(ledger.refuses('client', late({ knownSince: '2026-02' }))).toBe('invalid-entry');
    expect(ledger.refuses('client', late({ knownSince: '2026' }))).toBe('taken');
    expect(ledger.refuses('client', late({ knownSince: '2025', about: 'joint' }))).toBe('invalid-entry');
  });
});
