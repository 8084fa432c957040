import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { opportunitiesOf, type Opportunity } from './opportunities.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const EVIDENCE = [{ title: 'Minutes', url: 'https://example.org/minutes' }];
const POUNDS = (amount: string) => ({ amount, currency: 'GBP' });

async function of(ledger: Ledger, factor: number, clocks: Clocks = {}): Promise<Opportunity | undefined> {
  const { opportunities } = await opportunitiesOf(ledger.views(), 'road', clocks, NOW);
  return opportunities.find((each) => each.factor === factor);
}

describe('opportunities', () => {
  let ledger: Ledger;
  let permits: string;

  beforeEach(() => {
    ledger = new Ledger();
    for (const party of ['client', 'provider']) {
      for (const [factor, level] of [
        [605, 1],
        [603, 2],
        [601, 4],
      ] as const) {
        ledger.logs(party, { kind: 'rating.given', factor, level, evidence: EVIDENCE });
      }
    }
    permits = ledger.logs('client', {
      kind: 'improvement.identified',
      data: { improvement: 'permits', title: 'One permit', improvesFactor: 605, amount: POUNDS('0.10'), effort: 'low' },
    });
  });

  it('are ordered by weight times the distance to 75, factors without a score last', async () => {
    const asked = { asOf: '2026-01-05' };
    const { opportunities } = await opportunitiesOf(ledger.views(), 'road', asked, NOW);
    expect(opportunities.map(({ factor, distance, priority }) => [factor, distance, priority]).slice(0, 3)).toEqual([
      [605, 50, 5000],
      [603, 25, 2500],
      [601, 0, 0],
    ]);
    expect(opportunities.at(-1)).toMatchObject({ score: null, distance: null, priority: null });
  });

  it('hold the open improvements of the factor that they improve, and their exact worth', async () => {
    ledger.logs('provider', {
      kind: 'improvement.identified',
      data: {
        improvement: 'depot',
        title: 'One depot',
        improvesFactor: 605,
        amount: POUNDS('0.20'),
        owner: 'provider',
      },
    });
    const set = ledger.logs('client', {
      kind: 'target.set',
      data: { improvement: 'permits', measure: 'Days', target: 3, due: '2026-09-30' },
    });
    expect(await of(ledger, 605)).toMatchObject({
      worth: [POUNDS('0.30')],
      improvements: [
        { improvement: 'permits', title: 'One permit', due: '2026-09-30', effort: 'low', entries: [permits, set] },
        { improvement: 'depot', owner: 'provider', due: null },
      ],
    });
    expect(await of(ledger, 605, { asOf: '2026-01-04' })).toMatchObject({ improvements: [], worth: [] });
  });

  it('stand on the factor that they were logged on, where they name none of the method', async () => {
    ledger.logs('client', { kind: 'improvement.identified', data: { improvement: 'any', title: 'Any' } });
    expect((await of(ledger, 611))?.improvements).toMatchObject([{ improvement: 'any' }]);
  });

  it.each([
    ['target.met', {}],
    ['target.abandoned', { about: 'provider', reason: 'x' }],
  ])('are no longer open after %s', async (kind, data) => {
    ledger.logs('client', {
      kind: 'target.set',
      data: { improvement: 'permits', measure: 'Days', target: 3, due: '2026-09-30' },
    });
    const ended = ledger.logs('client', { kind, data: { improvement: 'permits', ...data } });
    expect((await of(ledger, 605))?.improvements).toEqual([]);
    ledger.logs('client', { kind: 'entry.voided', answers: ended, text: 'Not so.' });
    expect((await of(ledger, 605))?.improvements).toMatchObject([{ improvement: 'permits' }]);
  });

  it('are open again with the next target, and while a party disputes what came of the last', async () => {
    const target = { improvement: 'permits', measure: 'Days', target: 3 };
    ledger.logs('client', { kind: 'target.set', data: { ...target, due: '2026-09-30' } });
    const met = ledger.logs('client', { kind: 'target.met', data: { improvement: 'permits' } });
    ledger.logs('provider', { kind: 'entry.disputed', answers: met, text: 'Five days.' });
    expect((await of(ledger, 605))?.improvements).toMatchObject([{ due: '2026-09-30' }]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: met });
    expect((await of(ledger, 605))?.improvements).toEqual([]);
    ledger.logs('client', { kind: 'target.set', data: { ...target, target: 2, due: '2027-03-31' } });
    expect((await of(ledger, 605))?.improvements).toMatchObject([{ improvement: 'permits', due: '2027-03-31' }]);
  });
});
