import { builtInFactorSet, type FactorSet, type Severity, type Sign } from '@app/ledger';
import { formatDay, parseDay } from './entries';
import { factsOf, type BriefFact } from './facts';
import { oracleScore, rounded } from './oracle';
import vectorsJson from './vectors.json';

const AS_OF = '2026-03-31';
const daysBefore = (ageDays: number) => formatDay(parseDay(AS_OF) - ageDays);
const at = (ageDays: number) => `${daysBefore(ageDays)}T09:00:00Z`;

const rating = (factor: number, party: string, level: number, ageDays = 0, evidenced = true): BriefFact => ({
  kind: party === 'joint' ? 'rating.jmt-agreed' : 'rating.given',
  party,
  recorded: at(ageDays),
  factor,
  level,
  evidenced,
});
const event = (factor: number, sign: Sign, severity: Severity, ageDays = 0, party = 'joint'): BriefFact => ({
  kind: 'note.logged',
  party,
  recorded: at(ageDays),
  factor,
  sign,
  severity,
});
const score = (facts: readonly BriefFact[], factorSet: FactorSet | null = null, knownAt: string | null = null) =>
  oracleScore(factsOf(facts), {
    relationship: 'r',
    asOf: AS_OF,
    knownAt: knownAt === null ? null : Date.parse(knownAt),
    clock: 'claimed',
    factorSet,
  });
const factorOf = (result: ReturnType<typeof score>, code: number) =>
  result.factors.find((factor) => factor.code === code);

interface Vector {
  readonly inputs: readonly {
    readonly factor: number;
    readonly client?: { level: number; ageDays: number; evidenced: boolean };
    readonly provider?: { level: number; ageDays: number; evidenced: boolean };
    readonly jmtAgreedLevel?: number;
    readonly events: readonly { sign: number; severity: Severity; ageDays: number; status: string }[];
  }[];
  readonly expected: { groups: Record<string, number>; factors: Record<string, object> } & Record<string, unknown>;
}
const vector = (vectorsJson as unknown as { readonly vectors: readonly [Vector] }).vectors[0];

function vectorFacts(inputs: Vector['inputs']): readonly BriefFact[] {
  const facts: BriefFact[] = [];
  for (const { factor, client, provider, jmtAgreedLevel, events } of inputs) {
    if (client) facts.push(rating(factor, 'client', client.level, client.ageDays, client.evidenced));
    if (provider) facts.push(rating(factor, 'provider', provider.level, provider.ageDays, provider.evidenced));
    if (jmtAgreedLevel !== undefined) facts.push(rating(factor, 'joint', jmtAgreedLevel));
    for (const { sign, severity, ageDays, status } of events) {
      const party = status === 'agreed' ? 'joint' : 'client';
      facts.push(event(factor, sign > 0 ? '+' : '-', severity, ageDays, party));
      if (status === 'disputed')
        facts.push({
          kind: 'entry.disputed',
          party: 'provider',
          recorded: at(0),
          answers: `e-${facts.length - 1}`,
        });
    }
  }
  return facts;
}
const V1 = vectorFacts(vector.inputs);

describe('the oracle on the vectors of scoring.md', () => {
  it('V1: every number of vectors.json', () => {
    const result = score(V1);
    const { groups, factors, ...headline } = vector.expected;
    expect(result).toMatchObject(headline);
    expect(Object.fromEntries(result.groups.map((group) => [group.id, group.score]))).toEqual(groups);
    for (const [code, expected] of Object.entries(factors))
      expect(factorOf(result, Number(code))).toMatchObject(expected);
  });

  it.each([
    [0, 63.4946],
    [1, 57.4559],
  ])('V1 with gap penalty %d: %d', (gapPenalty, expected) => {
    const set = { ...builtInFactorSet, parameters: { ...builtInFactorSet.parameters, gapPenalty } };
    expect(score(V1, set).score).toBe(expected);
  });

  it('V2: other weights, and the method effect', () => {
    const weights: Record<number, number> = { 609: 100, 614: 100, 606: 50 };
    const factors = builtInFactorSet.factors.map((factor) => ({
      ...factor,
      weight: weights[factor.code] ?? factor.weight,
    }));
    const restated = score(V1, { ...builtInFactorSet, factors });
    expect(restated.score).toBe(60.0463);
    expect(rounded((restated.score ?? 0) - (score(V1).score ?? 0))).toBe(-0.429);
  });

  it('V3: one more minor negative on 615', () => {
    const result = score([...V1, event(615, '-', 'minor')]);
    expect(factorOf(result, 615)?.score).toBe(23.5294);
    expect(result).toMatchObject({ score: 60.3621, level: 'Developing' });
  });

  it('V3b: 615 rated 0 by both', () => {
    const result = score([...V1, rating(615, 'client', 0), rating(615, 'provider', 0)]);
    expect(result).toMatchObject({ score: 58.5522, level: 'Initial' });
  });

  it('V4: a void acts from its own recorded time', () => {
    const facts: readonly BriefFact[] = [
      rating(616, 'client', 3, 10),
      rating(616, 'provider', 3, 10),
      { ...event(616, '-', 'major', 10), effective: daysBefore(180) },
      { kind: 'entry.voided', party: 'joint', recorded: at(2), answers: 'e-2' },
    ];
    expect(factorOf(score(facts, null, at(5)), 616)?.score).toBe(66.525);
    expect(factorOf(score(facts, null, at(0)), 616)?.score).toBe(75);
  });

  const many = (count: number, fact: BriefFact) => Array.from({ length: count }, () => fact);
  const both = (level: number) => [rating(601, 'client', level), rating(601, 'provider', level)];
  it.each([
    ['a', [...both(3), ...many(12, event(601, '-', 'moderate', 0, 'client'))], 60],
    ['b', [...both(2), ...many(20, event(601, '+', 'minor'))], 60],
    [
      'c',
      [...both(3), ...many(20, event(601, '+', 'minor')), event(601, '-', 'major'), event(601, '-', 'critical')],
      50,
    ],
    ['d', [rating(601, 'client', 3), rating(601, 'provider', 0, 0, false)], 31.25],
  ])('V10 %s', (_, facts, expected) => {
    expect(factorOf(score(facts), 601)?.score).toBe(expected);
  });
});
