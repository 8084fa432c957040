import { Ledger } from '../entry/ledger.fixture';
import { dueOf } from './due.queries';
import { scoreOf } from '../score/score.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');

describe('an entry that says that something was missed', () => {
  it.each([
    ['meeting.missed', { body: 'board', due: '2026-02-01' }],
    ['sponsor.vacant', { about: 'client', due: '2026-02-01' }],
    ['leader.vacant', { about: 'client', role: 'Depot manager', due: '2026-02-01' }],
    ['report.overdue', { indicator: 'rate', due: '2026-02-01' }],
  ])('of kind %s is taken from a person, and from the ledger only where it was', (kind, data) => {
    const ledger = new Ledger().at('2026-02-12T09:00:00Z');
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'yearly' };
    ledger.logs('client', { kind: 'governance.established', data: board });
    const rate = { indicator: 'rate', title: 'x', unit: '%', target: 90, direction: 'at-least', every: 'year' };
    ledger.logs('client', { kind: 'indicator.defined', data: rate });
    const said = { kind, effective: '2026-02-12', data };
    expect(ledger.refuses('ledger', said)).toBe('not-allowed-now');
    ledger.logs('client', said);
  });

  it('is the ledger’s once it was missed', () => {
    const ledger = new Ledger();
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    ledger.logs('client', { kind: 'governance.established', data: board });
    const missed = { kind: 'meeting.missed', effective: '2026-02-15', data: { body: 'board', due: '2026-02-05' } };
    expect(ledger.at('2026-02-15T12:00:00Z').refuses('ledger', missed)).toBe('not-allowed-now');
    expect(ledger.at('2026-02-16T12:00:00Z').refuses('ledger', missed)).toBe('taken');
  });

  it('follows from nothing that is disputed', () => {
    const ledger = new Ledger();
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    const answers = ledger.logs('client', { kind: 'governance.established', data: board });
    ledger.logs('provider', { kind: 'entry.disputed', text: 'x', answers });
    expect(ledger.strikes('2026-02-16T12:00:00Z')).toEqual([]);
    ledger.logs('provider', { kind: 'entry.agreed', answers });
    expect(ledger.strikes('2026-02-17T12:00:00Z')).toHaveLength(1);
  });

  it('of a sponsor who left follows once the party of that sponsor said so or agreed', () => {
    const ledger = new Ledger();
    const left = { about: 'provider', role: 'x' };
    const answers = ledger.at('2026-01-10T10:00:00Z').logs('client', { kind: 'sponsor.changed', data: left });
    expect(ledger.strikes('2026-03-16T12:00:00Z')).toEqual([]);
    ledger.logs('provider', { kind: 'entry.agreed', answers });
    expect(ledger.strikes('2026-04-13T12:00:00Z')).toEqual([]);
    expect(ledger.strikes('2026-04-14T12:00:00Z')).toHaveLength(1);
  });

  it('is taken back once all agree that it was done in time, and logged late', async () => {
    const ledger = new Ledger();
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    ledger.logs('client', { kind: 'governance.established', data: board });
    const [missed] = ledger.strikes('2026-02-16T12:00:00Z');
    const held = { kind: 'meeting.held', data: { body: 'board', quorate: true, attended: 'All' } };
    const late = ledger.at('2026-02-21T12:00:00Z').logs('client', { ...held, effective: '2026-02-06' });
    const score = async () => (await scoreOf(ledger.views(), 'road', { asOf: '2026-02-28' }, NOW)).factors[0]?.negative;
    expect(ledger.strikes('2026-02-22T12:00:00Z')).toEqual([]);
    expect(await score()).toBeGreaterThan(0);
    expect(ledger.refuses('ledger', { kind: 'entry.voided', text: 'x', answers: missed })).toBe('not-allowed-now');
    ledger.logs('provider', { kind: 'entry.agreed', answers: late });
    expect(ledger.strikes('2026-02-23T12:00:00Z')).toHaveLength(1);
    expect(ledger.last()).toMatchObject({ kind: 'entry.voided', party: 'ledger', answers: missed });
    expect(await score()).toBe(0);
    expect(ledger.strikes('2026-02-24T12:00:00Z')).toEqual([]);
    // The next one is missed or not by itself.
    ledger.at('2026-03-05T12:00:00Z').logs('client', { ...held, effective: '2026-03-05' });
    expect(ledger.strikes('2026-03-20T12:00:00Z')).toEqual([]);
    expect(ledger.strikes('2026-04-16T12:00:00Z')).toHaveLength(1);
  });

  it('is never derived of a meeting that all agree was held in time', () => {
    const ledger = new Ledger();
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    ledger.logs('client', { kind: 'governance.established', data: board });
    const data = { body: 'board', quorate: true, attended: 'All' };
    ledger.at('2026-02-21T12:00:00Z').agree({ kind: 'meeting.held', effective: '2026-02-06', data });
    expect(ledger.strikes('2026-02-22T12:00:00Z')).toEqual([]);
  });

  it('is taken back of nothing but meetings', () => {
    const ledger = new Ledger();
    const planned = { kind: 'communication.planned', data: { plan: 'x', nextReview: '2026-09-30' } };
    ledger.logs('client', planned);
    const [missed] = ledger.strikes('2026-10-01T12:00:00Z');
    const next = { plan: 'x', nextReview: '2027-09-30' };
    ledger.at('2026-10-02T12:00:00Z').agree({ ...planned, effective: '2026-09-30', data: next });
    expect(ledger.strikes('2026-10-03T12:00:00Z')).toEqual([]);
    expect(ledger.refuses('ledger', { kind: 'entry.voided', text: 'x', answers: missed })).toBe('invalid-answer');
  });

  it('follows from a correction only of what was due behind it', () => {
    const ledger = new Ledger();
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'yearly' };
    const answers = ledger.at('2026-01-10T10:00:00Z').logs('client', { kind: 'governance.established', data: board });
    ledger.at('2026-03-20T10:00:00Z');
    ledger.logs('client', { kind: 'entry.corrected', text: 'x', answers, data: { meets: 'weekly' } });
    expect(ledger.strikes('2026-03-20T12:00:00Z')).toEqual([]);
    expect(ledger.strikes('2026-03-27T12:00:00Z')).toHaveLength(1);
  });

  it('is not taken back by a correction of anything else, or to the same', () => {
    const ledger = new Ledger();
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    const answers = ledger.logs('client', { kind: 'governance.established', data: board });
    ledger.at('2026-02-20T10:00:00Z');
    ledger.logs('client', {
      kind: 'entry.corrected',
      text: 'x',
      answers,
      data: { meets: 'monthly', title: 'The board' },
    });
    expect(ledger.strikes('2026-02-20T12:00:00Z')).toHaveLength(1);
  });

  it('is said once of a benefit, to whatever day its end is corrected', () => {
    const ledger = new Ledger();
    const data = {
      ...{ benefit: 'b', title: 'x', type: 'social', cashability: 'non-cashable', to: 'both', recurring: false },
      ...{ baseline: 'x', because: 'collaboration', from: '2026-01-10', until: '2026-03-31' },
    };
    const answers = ledger.logs('client', { kind: 'benefit.forecast', data });
    expect(ledger.strikes('2026-04-20T12:00:00Z')).toHaveLength(1);
    ledger.logs('client', { kind: 'entry.corrected', text: 'x', answers, data: { until: '2026-06-30' } });
    expect(ledger.strikes('2026-08-01T12:00:00Z')).toEqual([]);
    const said = { kind: 'benefit.unreported', effective: '2026-07-14', data: { benefit: 'b', due: '2026-07-14' } };
    expect(ledger.refuses('ledger', said)).toBe('not-allowed-now');
  });

  it.each(['2026-02-05', '2026-02-12'])('is said once of a meeting, a person naming %s', (due) => {
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    const said = { kind: 'meeting.missed', effective: '2026-02-13', data: { body: 'board', due } };
    const before = new Ledger();
    before.logs('client', { kind: 'governance.established', data: board });
    before.at('2026-02-13T12:00:00Z').logs('provider', said);
    expect(before.strikes('2026-02-20T12:00:00Z')).toEqual([]);
    expect(before.strikes('2026-03-20T12:00:00Z')).toHaveLength(1);
    const behind = new Ledger();
    behind.logs('client', { kind: 'governance.established', data: board });
    expect(behind.strikes('2026-02-20T12:00:00Z')).toHaveLength(1);
    expect(behind.refuses('provider', said)).toBe('not-allowed-now');
  });

  it('is said once of the post of a sponsor', () => {
    const ledger = new Ledger();
    ledger.logs('provider', { kind: 'sponsor.changed', data: { about: 'provider', role: 'x' } });
    const said = { kind: 'sponsor.vacant', effective: '2026-01-30', data: { about: 'provider', due: '2026-01-30' } };
    ledger.at('2026-01-31T12:00:00Z').logs('client', said);
    expect(ledger.strikes('2026-03-01T12:00:00Z')).toEqual([]);
  });

  it('follows from nothing whose thing is voided', async () => {
    const ledger = new Ledger();
    const objective = 'signs';
    const words = { title: 'x', outcome: 'x', driversClient: 'x', driversProvider: 'x', measure: 'x' };
    const answers = ledger.logs('client', { kind: 'objective.proposed', data: { objective, ...words } });
    const milestone = { objective, milestone: 'first' };
    ledger.logs('client', { kind: 'milestone.set', data: { ...milestone, title: 'x', due: '2026-01-06' } });
    ledger.logs('client', { kind: 'milestone.missed', data: milestone });
    const improvement = { improvement: 'gritting' };
    const found = ledger.logs('client', { kind: 'improvement.identified', data: { ...improvement, title: 'x' } });
    const target = { ...improvement, measure: 'x', target: 3, due: '2026-02-01' };
    ledger.logs('client', { kind: 'target.set', data: target });
    const due = async () => (await dueOf(ledger.views(), 'road', { asOf: '2026-02-28' }, NOW)).due;
    expect(await due()).toHaveLength(2);
    for (const thing of [answers, found]) ledger.logs('client', { kind: 'entry.voided', text: 'x', answers: thing });
    expect(await due()).toEqual([]);
    expect(ledger.strikes('2026-03-01T12:00:00Z')).toEqual([]);
  });
});
