import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';

const RATE = { indicator: 'rate', title: 'x', unit: '%', target: 90, direction: 'at-least' };

/** What waits of a kind, by the day until which it has to be done. */
async function open(ledger: Ledger, kind: string, asOf = '2026-12-31'): Promise<unknown[]> {
  const { due } = await dueOf(ledger.views(), 'road', { asOf }, Date.parse('2026-12-31'));
  return due.filter((item) => item.kind === kind).map(({ data }) => data['due']);
}

function defined(on: string, every: string): Ledger {
  const ledger = new Ledger({ end: '2026-12-31' }).at(`${on}T10:00:00Z`);
  ledger.logs('client', { kind: 'indicator.defined', effective: on, data: { ...RATE, every } });
  return ledger;
}

function measured(ledger: Ledger, on: string, value: number, until = on): void {
  const data = { indicator: 'rate', value, from: '2026-01-01', until };
  ledger.at(`${on}T10:00:00Z`).logs('provider', { kind: 'indicator.measured', effective: on, data });
}

describe('reports of an indicator', () => {
  it('are due of each whole period behind its definition, until the contract ends', async () => {
    const quarters = ['2026-07-14', '2026-10-14', '2027-01-14'];
    expect(await open(defined('2026-01-15', 'quarter'), 'report.overdue')).toEqual(quarters);
    expect(await open(defined('2026-04-01', 'quarter'), 'report.overdue')).toEqual(quarters);
    expect(await open(defined('2026-01-15', 'year'), 'report.overdue')).toEqual([]);
  });

  it('are each given by a figure of that period, as coarse as its dates may be', async () => {
    const ledger = defined('2026-04-01', 'quarter');
    measured(ledger, '2026-07-20', 95, '2026-06');
    measured(ledger, '2026-10-02', 95, '2026-09-30');
    expect(await open(ledger, 'report.overdue')).toEqual(['2027-01-14']);
  });
});

describe('an indicator that misses its target', () => {
  it('waits for one act, which does for all that miss it within the window', async () => {
    const ledger = defined('2026-02-01', 'month');
    measured(ledger, '2026-03-05', 80);
    measured(ledger, '2026-03-20', 80);
    expect(await open(ledger, 'indicator.unacted', '2026-03-25')).toEqual(['2026-04-02']);
  });

  it('waits anew where nobody acted within the window, and again behind the act', async () => {
    const ledger = defined('2026-02-01', 'month');
    measured(ledger, '2026-03-05', 80);
    measured(ledger, '2026-04-20', 80);
    expect(await open(ledger, 'indicator.unacted')).toEqual(['2026-04-02', '2026-05-18']);
    ledger.logs('provider', {
      kind: 'indicator.acted-on',
      effective: '2026-04-20',
      data: { indicator: 'rate', action: 'x' },
    });
    expect(await open(ledger, 'indicator.unacted')).toEqual([]);
    measured(ledger, '2026-05-20', 80);
    expect(await open(ledger, 'indicator.unacted')).toEqual(['2026-06-17']);
  });

  it('waits for nothing once its definition was voided', async () => {
    const ledger = new Ledger({ end: '2026-12-31' }).at('2026-02-01T10:00:00Z');
    const definition = { kind: 'indicator.defined', effective: '2026-02-01', data: { ...RATE, every: 'year' } };
    const id = ledger.logs('client', definition);
    measured(ledger, '2026-03-05', 80);
    ledger.logs('client', { kind: 'entry.voided', answers: id });
    expect(await open(ledger, 'indicator.unacted')).toEqual([]);
    expect(ledger.strikes('2026-06-01T10:00:00Z')).toEqual([]);
  });

  it('waits from the day on which its target was corrected, where it missed none before', async () => {
    const ledger = new Ledger({ end: '2026-12-31' }).at('2026-02-01T10:00:00Z');
    const data = { ...RATE, every: 'month' };
    const answers = ledger.logs('client', { kind: 'indicator.defined', effective: '2026-02-01', data });
    measured(ledger, '2026-03-05', 92);
    ledger.at('2026-08-01T10:00:00Z');
    ledger.logs('client', { kind: 'entry.corrected', text: 'x', answers, data: { target: 95 } });
    expect(await open(ledger, 'indicator.unacted')).toEqual(['2026-08-29']);
  });
});
