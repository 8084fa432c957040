import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import { trustIndicatorsOf } from './trust.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const CANDOUR = { indicator: 'candour' };
const measured = (value: number, data: object = {}) => ({
  kind: 'trust.measured',
  effective: '2026-04-02',
  data: { ...CANDOUR, value, from: '2026-02-01', until: '2026-03-31', ...data },
});
const acted = { kind: 'trust.acted-on', effective: '2026-04-02', data: { ...CANDOUR, action: 'Coffee at seven' } };

describe('the register of trust indicators', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger({ end: '2026-12-31' });
    const data = { ...CANDOUR, title: 'Bad news first', unit: 'of 5', target: 3.5, direction: 'at-least' };
    ledger.logs('client', { kind: 'trust.defined', data: { ...data, every: 'quarter' } });
    ledger.at('2026-04-02T09:00:00Z');
  });

  const rows = async (asOf: string) => (await trustIndicatorsOf(ledger.views(), 'road', { asOf }, NOW)).trustIndicators;

  it('holds the figures with what they rest on, and what was done about a miss', async () => {
    expect(await rows('2026-02-01')).toMatchObject([
      { id: 'candour', title: 'Bad news first', situation: 'not-measured', figureDue: '2026-07-14', actDue: null },
    ]);
    const miss = ledger.logs('client', measured(2.1, { basis: 'survey', sample: 40 }));
    expect(await rows('2026-04-02')).toMatchObject([
      { situation: 'off-target', actDue: '2026-04-30', measurements: [{ entry: miss, basis: 'survey', sample: 40 }] },
    ]);
    const act = ledger.logs('provider', acted);
    expect(await rows('2026-04-02')).toMatchObject([
      { actDue: null, acts: [{ entry: act, action: 'Coffee at seven', by: 'provider' }] },
    ]);
  });

  it('holds that nobody acted on a miss in time', async () => {
    ledger.logs('client', measured(2.1));
    const [unacted] = ledger.strikes('2026-05-01T00:00:00Z');
    expect(ledger.last()).toMatchObject({ kind: 'trust.unacted', sign: '-', severity: 'moderate', factor: 614 });
    expect(await rows('2026-05-02')).toMatchObject([{ unacted: [{ entry: unacted, due: '2026-04-30' }] }]);
  });

  it('reminds to measure, of nobody’s fault, until this or a later period is measured', async () => {
    const open = async () =>
      (await dueOf(ledger.views(), 'road', { asOf: '2026-10-20' }, NOW)).due.map(({ kind, due }) => [kind, due]);
    expect(await open()).toEqual([
      [null, '2026-07-14'],
      [null, '2026-10-14'],
      [null, '2027-01-14'],
    ]);
    expect(ledger.strikes('2026-10-20T00:00:00Z')).toEqual([]);
    ledger.logs('client', { ...measured(4, { from: '2026-07-01', until: '2026-09-30' }), effective: '2026-10-20' });
    expect(await open()).toEqual([[null, '2027-01-14']]);
  });

  it('takes an act only on a miss, people only whole, and no minus', () => {
    expect(ledger.refuses('client', acted)).toBe('not-allowed-now');
    for (const sample of [0, 1.5]) expect(ledger.refuses('client', measured(4, { sample }))).toBe('invalid-entry');
    expect(ledger.refuses('client', { ...measured(1), sign: '-' })).toBe('no-fault');
    ledger.logs('client', measured(4, { sample: 12 }));
    expect(ledger.refuses('client', acted)).toBe('not-allowed-now');
  });
});
