import type { JsonObject } from '@app/event-store';
import { Ledger } from './ledger.fixture';

const pounds = (amount: string): JsonObject => ({ amount, currency: 'GBP' });
const ABOUT = { about: 'provider' };
const FEBRUARY = { from: '2026-02-01', until: '2026-02-28' };
const BENEFIT = {
  ...{ benefit: 'gangs', title: 'x', type: 'productivity', to: 'both', recurring: false, baseline: 'x' },
  ...{ because: 'collaboration', ...FEBRUARY },
};

describe('a correction', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger({ end: '2030-03-31' }).at('2026-03-02T09:00:00Z');
    ledger.logs('client', {
      kind: 'governance.established',
      data: { body: 'jmt', title: 'x', terms: 'x', meets: 'monthly' },
    });
    ledger.logs('client', { kind: 'improvement.identified', data: { improvement: 'salt', title: 'x' } });
    const rate = { indicator: 'rate', title: 'x', unit: '%', target: 90, direction: 'at-least', every: 'month' };
    ledger.logs('client', { kind: 'indicator.defined', data: rate });
    ledger.logs('client', {
      kind: 'risk.raised',
      data: { risk: 'ice', title: 'x', category: 'safety', likelihood: '1', impact: '2' },
    });
  });

  const said = (kind: string, data: JsonObject): string =>
    ledger.logs('client', { kind, effective: '2026-03-01', data });
  const corrects = (answers: string, data: JsonObject): string =>
    ledger.refuses('client', { kind: 'entry.corrected', answers, data, text: 'x' });

  it.each<[kind: string, data: JsonObject, wrong: JsonObject, code: string]>([
    [
      'benefit.forecast',
      { ...BENEFIT, cashability: 'cashable', amount: pounds('5') },
      { amount: null },
      'invalid-entry',
    ],
    ['benefit.forecast', { ...BENEFIT, cashability: 'non-cashable' }, { cashability: 'cashable' }, 'invalid-entry'],
    ['benefit.forecast', { ...BENEFIT, cashability: 'non-cashable' }, { amount: pounds('-5') }, 'invalid-entry'],
    [
      'cost.incurred',
      { what: 'training', amount: pounds('5'), ...FEBRUARY, borneBy: 'client' },
      { until: '2026-01-31' },
      'invalid-entry',
    ],
    ['payment.late', { ...ABOUT, due: '2026-02-01' }, { due: '2026-12-01' }, 'not-allowed-now'],
    ['deduction.applied', { ...ABOUT, amount: pounds('5'), reason: 'x' }, { about: 'joint' }, 'invalid-entry'],
    ['indicator.measured', { indicator: 'rate', value: 95, ...FEBRUARY }, { until: '2026-12-31' }, 'not-allowed-now'],
    ['contract.amended', { title: 'x' }, { end: '2020-01-01' }, 'invalid-entry'],
    ['extension.decided', { option: 'x', outcome: 'deferred', basis: 'x' }, { end: '2032-03-31' }, 'invalid-entry'],
    ['case.recorded', { pressure: 'funding', position: 'x' }, { nextReview: '2026-02-01' }, 'not-allowed-now'],
    ['meeting.postponed', { body: 'jmt', newDate: '2026-03-10' }, { newDate: '2026-02-10' }, 'not-allowed-now'],
    [
      'decision.recorded',
      { decision: 'd', title: 'x', due: '2026-03-31' },
      { effective: '2026-03-03', due: '2026-03-02' },
      'not-allowed-now',
    ],
    ['leader.vacant', { ...ABOUT, role: 'x', due: '2026-02-01' }, { due: '2026-12-01' }, 'not-allowed-now'],
    ['sponsor.vacant', { ...ABOUT, due: '2026-02-01' }, { due: '2026-12-01' }, 'not-allowed-now'],
    ['process.bypassed', { ...ABOUT, process: 'x', effect: 'x' }, { discussed: '2026-12-01' }, 'not-allowed-now'],
    ['risk.disclosed-late', { ...ABOUT, knownSince: '2026-02-01' }, { effective: '2026-02-01' }, 'invalid-entry'],
    ['risk.allocated', { risk: 'ice', owner: 'client' }, { owner: null }, 'invalid-entry'],
    [
      'target.set',
      { improvement: 'salt', measure: 'x', target: 3, due: '2026-06-30' },
      { due: '2026-02-01' },
      'not-allowed-now',
    ],
    ['protocol.agreed', { standing: 'x', disclosure: 'x', retentionYears: 6 }, { retentionYears: 0 }, 'invalid-entry'],
    ['plan.issued', { version: '1', nextReview: '2026-06-30' }, { nextReview: '2026-02-01' }, 'not-allowed-now'],
  ])('of %s makes nothing of it that could not be logged', (kind, data, wrong, code) => {
    const entry = said(kind, data);
    expect(corrects(entry, wrong)).toBe(code);
    expect(corrects(entry, { text: 'Better said' })).toBe('taken');
  });

  it('says nothing twice, of a period or of a day', () => {
    const figure = { indicator: 'rate', value: 95 };
    const january = said('indicator.measured', { ...figure, from: '2026-01-01', until: '2026-01-31' });
    said('indicator.measured', { ...figure, ...FEBRUARY });
    expect(corrects(january, { ...FEBRUARY, until: '2026-02' })).toBe('not-allowed-now');
    expect(corrects(january, { value: 94 })).toBe('taken');
    const meeting = { kind: 'meeting.held', data: { body: 'jmt', quorate: true, attended: 'x' } };
    const [first = ''] = ['2026-02-09', '2026-03-01'].map((effective) =>
      ledger.logs('client', { ...meeting, effective }),
    );
    expect(corrects(first, { effective: '2026-03-01' })).toBe('not-allowed-now');
    expect(corrects(first, { quorate: false })).toBe('taken');
  });

  it('of the opening lets no contract end before it begins', async () => {
    const [opening] = (await ledger.views().facts('road')) ?? [];
    expect(corrects(opening?.id ?? '', { end: '2020-01-01' })).toBe('invalid-entry');
    expect(corrects(opening?.id ?? '', { end: '2031-03-31' })).toBe('taken');
  });
});
