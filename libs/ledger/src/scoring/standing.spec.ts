import { builtInFactorSet } from '../catalogue/factor-set';
import { parseDay } from './days';
import { facts, type Line } from './journal.fixture';
import { readingAt } from './knowledge';
import { Standing, type Numbers } from './standing';
import { event, v1 } from './v1.fixture';

/** More than are summed together, and no whole number of them. */
const EVENTS = 300;
const DAY = parseDay(v1.asOf) ?? 0;
const LINES: readonly Line[] = Array.from({ length: EVENTS }, (_, at) => ({
  ...event(614, at % 3 === 0 ? '-' : '+', 'moderate', at + 1),
  id: `event-${at}`,
}));

function sumsOf({ factors }: Numbers): readonly (number | undefined)[] {
  const one = factors.find(({ factor }) => factor.code === 614);
  return [one?.positive, one?.negative];
}

describe('the numbers of a day without some entries', () => {
  it('are those of a ledger that never had them, however many there are and whichever went before', () => {
    const reading = readingAt(facts(...LINES), null);
    const set = { ...builtInFactorSet, parameters: { ...builtInFactorSet.parameters, unagreedCap: 1_000, eventWeightCap: 1_000 } }; // prettier-ignore
    const standing = new Standing(reading, set);
    const whole = sumsOf(standing.at(DAY));
    for (const gone of [[0], [EVENTS - 1], [127], [128], [5, 130, 257, 299], [200]]) {
      const ids = new Set(gone.map((at) => `event-${at}`));
      const left = readingAt(facts(...LINES.filter(({ id }) => !ids.has(id ?? ''))), null);
      const expected = sumsOf(new Standing(left, set).at(DAY));
      const without = sumsOf(standing.without(reading.entries.filter(({ fact }) => ids.has(fact.id))));
      without.forEach((sum, sign) => expect([gone, sum]).toEqual([gone, expect.closeTo(expected[sign] ?? NaN, 9)]));
      expect(without).not.toEqual(whole);
    }
    sumsOf(standing.at(DAY)).forEach((sum, sign) => expect(sum).toBeCloseTo(whole[sign] ?? NaN, 9));
  });
});
