import type { JsonObject } from '@app/event-store';
import factorSetJson from '../catalogue/factor-set.json';
import { formatDay, parseDay } from './days';
import { facts, type Line } from './journal.fixture';
import { difference } from './difference';
import { explain } from './explain';
import { history } from './history';
import { score, type Score } from './score';
import { strategicDriverAlignment } from './strategic-drivers';
import { fourDecimals } from './rounding';
import { ago, event, journalOfV1, rating, v1 } from './v1.fixture';

const asOf = v1.asOf;
const today = parseDay(asOf) ?? 0;
const builtIn = factorSetJson as unknown as { readonly [name: string]: JsonObject };

function agreedSet(changes: JsonObject): Line {
  return { kind: 'factorset.agreed', party: 'joint', data: { factorSet: { ...builtIn, ...changes } }, ...ago(0) };
}

function scoreOf(lines: readonly Line[], more: { asOf?: string; knownAt?: string; factorSet?: string } = {}): Score {
  return score(facts(...lines), { relationship: 'north-road', asOf, ...more });
}

function factorOf(shown: Score, code: number): Score['factors'][number] {
  const factor = shown.factors.find((one) => one.code === code);
  if (factor === undefined) throw new Error(`no factor ${code}`);
  return factor;
}

describe('vector V1', () => {
  const shown = scoreOf(journalOfV1);
  const { groups, factors, ...headline } = v1.expected;

  it('gives the headline', () => {
    expect(shown).toMatchObject({ ...headline, view: 60.4753, reason: null, insufficientEvidence: false });
    expect(Object.fromEntries(shown.groups.map((group) => [group.id, group.score]))).toEqual(groups);
  });

  it.each(Object.entries(factors))('gives factor %s', (code, expected) => {
    expect(factorOf(shown, Number(code))).toMatchObject(expected);
  });

  it.each([
    [0, 63.4946],
    [1, 57.4559],
  ])('with gapPenalty %d gives %d', (gapPenalty, expected) => {
    const agreed = agreedSet({ version: 'other', parameters: { ...builtIn['parameters'], gapPenalty } });
    expect(scoreOf([...journalOfV1, agreed]).score).toBe(expected);
  });
});

describe('the other vectors', () => {
  it('V2: a change of weights has a method effect of its own', () => {
    const weights: Readonly<Record<number, number>> = { 606: 50, 609: 100, 614: 100 };
    const factors = factorSetJson.factors.map((factor) => ({
      ...factor,
      weight: weights[factor.code] ?? factor.weight,
    }));
    const agreed = agreedSet({ version: '2.0', factors });
    const journal = [...journalOfV1, agreed];
    expect(scoreOf(journal)).toMatchObject({ score: 60.0463, factorSet: 'mutuality@2.0' });
    expect(scoreOf(journal, { factorSet: 'mutuality@1.0-draft' }).score).toBe(60.4753);
    expect(() => scoreOf(journal, { factorSet: 'mutuality@3.0' })).toThrow('mutuality@3.0');
    // The day before there is no headline yet, and so no difference; with everything known a day earlier there is.
    const days = { from: formatDay(today - 1), to: asOf };
    expect(difference(facts(...journal), days).change).toBeNull();
    const earlier = journal.map((line) => (line === agreed ? line : { ...line, ...ago(1) }));
    const change = difference(facts(...earlier), days);
    const [before, after] = ['mutuality@1.0-draft', 'mutuality@2.0'].map((name) =>
      scoreOf(earlier, { factorSet: name }),
    );
    expect(change.methodEffect).toBeCloseTo((after?.score ?? 0) - (before?.score ?? 0), 3);
    expect(change.change).not.toBeNull();
  });

  it('V3: one small thing lowers its own factor', () => {
    const shown = scoreOf([...journalOfV1, event(615, '-', 'minor')]);
    expect(shown).toMatchObject({ score: 60.3621, level: 'Developing' });
    expect(factorOf(shown, 615).score).toBe(23.5294);
  });

  it('V3b: a heavy factor that fails holds the level down', () => {
    const journal = journalOfV1.map((line) => (line.factor === 615 ? { ...line, level: 0 } : line));
    expect(scoreOf(journal)).toMatchObject({ score: 58.5522, level: 'Initial' });
  });

  it('V4: a void acts from the time it was recorded', () => {
    const day = (age: number): string => formatDay(today - age);
    const journal: Line[] = [
      rating('client', 616, { level: 3, ageDays: 10, evidenced: true }),
      rating('provider', 616, { level: 3, ageDays: 10, evidenced: true }),
      { ...event(616, '-', 'major', 180), id: 'missed', recorded: `${day(10)}T12:00:00Z` },
      { kind: 'entry.voided', party: 'joint', answers: 'missed', recorded: `${day(2)}T12:00:00Z` },
    ];
    expect(factorOf(scoreOf(journal, { knownAt: day(5) }), 616).score).toBe(66.525);
    expect(factorOf(scoreOf(journal, { knownAt: day(0) }), 616).score).toBe(75);
  });

  it('V8: strategic drivers', () => {
    const { drivers, alignmentPoints } = factorSetJson.strategicDrivers;
    expect(fourDecimals(strategicDriverAlignment(drivers, alignmentPoints) ?? 0)).toBe(85.1852);
    expect(strategicDriverAlignment([], alignmentPoints)).toBeNull();
  });

  const both = (level: number): Line[] =>
    ['client', 'provider'].map((party) => rating(party, 601, { level, ageDays: 0, evidenced: true }));
  const many = (count: number, line: Line): Line[] => Array.from({ length: count }, () => line);

  it.each([
    ['a', [...both(3), ...many(12, event(601, '-', 'moderate', 0, 'client'))], 60],
    ['b', [...both(2), ...many(20, event(601, '+', 'minor'))], 60],
    [
      'c',
      [...both(3), ...many(20, event(601, '+', 'minor')), event(601, '-', 'major'), event(601, '-', 'critical')],
      50,
    ],
  ])('V10 %s: the limits of rule 6', (_name, journal, expected) => {
    expect(factorOf(scoreOf(journal), 601).score).toBe(expected);
  });

  it('V10 d: without evidence neither praise nor blame', () => {
    const journal = [
      rating('client', 601, { level: 3, ageDays: 0, evidenced: true }),
      rating('provider', 601, { level: 0, ageDays: 0, evidenced: false }),
    ];
    expect(factorOf(scoreOf(journal), 601).jointRating).toBe(31.25);
  });
});

describe('an explanation', () => {
  it('names its dates and the method, as the score does', () => {
    const asked = { relationship: 'north-road', asOf, knownAt: '2026-03-31' };
    const of = { relationship: 'north-road', asOf, knownAt: '2026-03-31T23:59:59.999Z' };
    const { factorSet } = score(facts(), asked);
    expect(explain(facts(), { ...asked, factor: 601 })).toMatchObject({ ...of, factorSet });
  });

  it('shows what the limits leave of each event, and adds up', () => {
    const lines = Array.from({ length: 12 }, () => event(601, '-', 'moderate', 0, 'client'));
    const { terms, negative } = explain(facts(...lines), { relationship: 'north-road', asOf, factor: 601 });
    expect(negative).toBe(2);
    expect(terms.cap).toMatchObject({ unagreedCap: 2, weightBeforeLimits: 6, weight: 2 });
    expect(terms.events).toHaveLength(12);
    expect(terms.events[0]).toMatchObject({
      status: 'asserted',
      limit: 'unagreed',
      weightBeforeLimits: 0.5,
      weight: 0.1667,
    });
    expect(() => explain(facts(...lines), { relationship: 'north-road', asOf, factor: 999 })).toThrow('999');
  });
});

describe('rounding', () => {
  it.each([
    [1.00005, 1.0001],
    [1.00004999999, 1.0001],
    [1.0000499, 1],
    [2.00015, 2.0002],
    [-0.00001, 0],
    [99.99995, 100],
  ])('%d gives %d', (value, expected) => {
    expect(fourDecimals(value)).toBe(expected);
    expect(Object.is(fourDecimals(value), -0)).toBe(false);
  });
});

describe('a course', () => {
  it('has the points asked for, each as the score of its date', () => {
    const journal = facts(...journalOfV1);
    const course = history(journal, { relationship: 'north-road', from: '2025-03-31', to: asOf, every: 'quarter' });
    expect(course.points.map((point) => point.asOf)).toEqual([
      '2025-03-31',
      '2025-06-30',
      '2025-09-30',
      '2025-12-31',
      '2026-03-31',
    ]);
    for (const point of course.points) {
      expect(score(journal, { relationship: 'north-road', asOf: point.asOf })).toMatchObject(point);
    }
    expect(course.restated).toEqual({ factorSet: 'mutuality@1.0-draft', points: course.points });
    expect(course).not.toHaveProperty('factors');
  });

  it('has the course of one factor, or of all, each point as the score of its date', () => {
    const journal = facts(...journalOfV1);
    const asked = {
      relationship: 'north-road',
      from: '2025-03-31',
      to: asOf,
      every: 'quarter',
      knownAt: '2026-01-15',
    } as const;
    const all = history(journal, { ...asked, factor: 'all' }).factors ?? [];
    expect(all.map(({ code }) => code)).toEqual(Array.from({ length: 16 }, (_, place) => 601 + place));
    for (const { code, name, points, restated } of all) {
      expect(points).toHaveLength(5);
      expect(restated).toEqual(points);
      for (const point of points) {
        const { factors } = score(journal, { ...asked, asOf: point.asOf });
        const { asOf: _asOf, ...shown } = point;
        expect(factors.find((factor) => factor.code === code)).toMatchObject({ name, ...shown });
      }
    }
    expect(history(journal, { ...asked, factor: 603 }).factors).toEqual(all.filter(({ code }) => code === 603));
    expect(() => history(journal, { ...asked, factor: 699 })).toThrow('699');
    const daily = { ...asked, from: '2000-01-01', every: 'day' } as const;
    expect(history(journal, { ...daily, factor: 603 }).factors?.[0]?.points).toHaveLength(9587);
    expect(() => history(journal, { ...daily, factor: 'all' })).toThrow('More than 40000 points');
  });
});
