import type { JsonObject } from '@app/event-store';
import factorSetJson from '../catalogue/factor-set.json';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { driversOf, type Drivers } from './drivers.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');

describe('strategic drivers', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
  });

  const ask = (clocks: Clocks = {}): Promise<Drivers> => driversOf(ledger.views(), 'road', clocks, NOW);
  const weigh = (of: 'client' | 'provider', driver: string, weight: number, alignment: string): string =>
    ledger.logs(of, { kind: 'driver.weighted', data: { driver, of, weight, alignment } });

  it('of the paper come to 85.1852 (V8)', async () => {
    for (const { name, weight, alignment } of factorSetJson.strategicDrivers.drivers) {
      weigh('client', name, weight, alignment);
    }
    const { alignment, drivers, meanGap } = await ask();
    expect(alignment).toMatchObject([{ of: 'client', alignment: 85.1852 }]);
    expect(alignment[0]?.entries).toHaveLength(8);
    expect(drivers.every(({ gap }) => gap === null)).toBe(true);
    expect(meanGap).toBeNull();
  });

  it('count as each side last weighed them, with the gap between both', async () => {
    const first = weigh('client', 'Safety', 100, 'H');
    weigh('client', 'Return on Investment', 10, 'L');
    const hers = weigh('provider', 'Return on Investment', 90, 'M');
    const his = weigh('provider', 'Safety', 60, 'H');
    const again = weigh('client', 'Safety', 80, 'M');
    const { drivers, meanGap, alignment } = await ask();
    expect(drivers.map(({ driver, gap }) => [driver, gap])).toEqual([
      ['Return on Investment', 80],
      ['Safety', 20],
    ]);
    expect(drivers[1]).toMatchObject({
      weights: [
        { of: 'client', weight: 80, alignment: 'M', entry: again },
        { of: 'provider', weight: 60, alignment: 'H', entry: his },
      ],
      entries: [first, his, again],
    });
    expect(meanGap).toBe(50);
    // (80 * 2 + 10 * 1) / (90 * 3), and (90 * 2 + 60 * 3) / (150 * 3).
    expect(alignment.map((each) => each.alignment)).toEqual([62.963, 80]);
    expect(alignment[1]?.entries).toEqual([hers, his]);
    expect((await ask({ knownAt: '2026-01-05T11:30:00Z' })).drivers.map(({ gap }) => gap)).toEqual([null, null]);
    expect((await ask({ asOf: '2026-01-04' })).drivers).toEqual([]);
  });

  it('count as their own party says, or agrees, and of all once all agreed', async () => {
    const says = (party: string, of: string, weight: number): string =>
      ledger.logs(party, { kind: 'driver.weighted', data: { driver: 'Safety', of, weight, alignment: 'H' } });
    const weights = async (): Promise<unknown[]> =>
      (await ask()).drivers.flatMap((driver) => driver.weights.map(({ of, weight, status }) => [of, weight, status]));
    const agrees = (party: string, answers: string): string => ledger.logs(party, { kind: 'entry.agreed', answers });
    const own = says('client', 'client', 100);
    const guessed = says('client', 'provider', 5);
    const joint = says('client', 'joint', 50);
    expect(await weights()).toEqual([['client', 100, 'asserted']]);
    expect((await ask()).drivers).toMatchObject([{ gap: null, entries: [own, guessed, joint] }]);
    agrees('provider', guessed);
    agrees('provider', joint);
    expect(await weights()).toEqual([
      ['client', 100, 'asserted'],
      ['joint', 50, 'agreed'],
      ['provider', 5, 'agreed'],
    ]);
    ledger.logs('provider', { kind: 'entry.disputed', answers: own, text: 'Claims were never so dear to you.' });
    ledger.logs('provider', { kind: 'entry.disputed', answers: joint, text: 'Only a draft.' });
    expect(await weights()).toEqual([['provider', 5, 'agreed']]);
  });

  it('are told apart by their words, not by how they are written', async () => {
    weigh('client', 'Return on Investment', 10, 'L');
    weigh('provider', ' return on  investment', 90, 'M');
    expect((await ask()).drivers).toMatchObject([{ driver: 'Return on Investment', gap: 80 }]);
  });

  it('are weighed by the points of the version in force', async () => {
    weigh('client', 'Safety', 100, 'M');
    const points = { alignmentPoints: { H: 4, M: 1, L: 0 }, drivers: [] };
    const factorSet = { ...(factorSetJson as unknown as JsonObject), version: '2', strategicDrivers: points };
    ledger.agree({ kind: 'factorset.agreed', effective: '2026-02-01', data: { factorSet } });
    expect((await ask({ asOf: '2026-01-31' })).alignment).toMatchObject([{ alignment: 66.6667 }]);
    expect((await ask({ asOf: '2026-02-01' })).alignment).toMatchObject([{ alignment: 25 }]);
  });
});
