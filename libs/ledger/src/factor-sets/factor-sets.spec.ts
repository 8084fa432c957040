import { builtInFactorSet } from '../catalogue/factor-set';
import type { JsonObject } from '@app/event-store';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { historyOf, scoreOf } from '../score/score.queries';
import { factorSetsOf, type FactorSetRegister } from './factor-sets.queries';
import { rubricOf } from './rubric.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const BUILT_IN = builtInFactorSet as unknown as JsonObject;

/** 609 weighs more, 612 goes, 617 comes; one parameter differs. */
const version = (name: string, more: JsonObject = {}): JsonObject => ({
  ...BUILT_IN,
  version: name,
  groups: builtInFactorSet.groups.map(({ factors, ...group }) => ({
    ...group,
    factors: factors.map((code) => (code === 612 ? 617 : code)),
  })),
  factors: [
    ...builtInFactorSet.factors
      .filter(({ code }) => code !== 612)
      .map((factor) => (factor.code === 609 ? { ...factor, weight: 100 } : factor)),
    { code: 617, name: 'Carbon', weight: 50 },
  ],
  parameters: { ...builtInFactorSet.parameters, gapPenalty: 0.25 },
  ...more,
});
const proposed = (name: string, more?: JsonObject) => ({
  kind: 'factorset.proposed',
  data: { factorSet: version(name, more), reason: 'Carbon matters' },
});
const agreed = (name: string, effective: string, more?: JsonObject) => ({
  kind: 'factorset.agreed',
  effective,
  data: { factorSet: version(name, more) },
});

describe('factor sets', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
  });

  const register = (clocks: Clocks = {}): Promise<FactorSetRegister> =>
    factorSetsOf(ledger.views(), 'road', clocks, NOW);
  const versions = async (clocks: Clocks = {}): Promise<FactorSetRegister['factorSets']> =>
    (await register(clocks)).factorSets;
  const rateAll = (level: number): void => {
    for (const { code } of builtInFactorSet.factors)
      for (const party of ['client', 'provider'])
        ledger.logs(party, {
          kind: 'rating.given', factor: code, level: code === 609 ? 0 : level, evidence: [{ url: 'https://example.org/m' }],
        }); // prettier-ignore
  };

  it('begin with the built-in one, which nobody had to agree to', async () => {
    expect(await register()).toMatchObject({
      inForce: 'mutuality@1.0-draft',
      builtIn: { version: 'mutuality@1.0-draft', inForceTo: null },
      factorSets: [],
    });
  });

  it('are proposed, agreed by all, in force from their day, and replaced', async () => {
    rateAll(3);
    const proposal = ledger.logs('client', proposed('1.1'));
    expect((await versions())[0]).toMatchObject({
      version: 'mutuality@1.1',
      situation: 'proposed',
      proposedBy: 'client',
      reason: 'Carbon matters',
      entries: [proposal],
    });
    const agreement = ledger.logs('provider', agreed('1.1', '2026-03-01'));
    expect((await versions())[0]).toMatchObject({
      situation: 'waiting',
      agreedBy: [{ party: 'provider', on: '2026-01-06' }],
      waitingFor: ['client'],
      inForceFrom: null,
    });
    ledger.logs('client', { kind: 'entry.agreed', answers: agreement });
    expect((await versions({ asOf: '2026-02-28' }))[0]).toMatchObject({
      situation: 'agreed',
      inForceFrom: '2026-03-01',
      methodEffect: null,
    });
    expect(await register()).toMatchObject({ inForce: 'mutuality@1.1', builtIn: { inForceTo: '2026-02-28' } });
    const [own] = await versions();
    expect(own).toMatchObject({
      situation: 'in-force',
      agreedBy: [
        { party: 'provider', on: '2026-01-06' },
        { party: 'client', on: '2026-01-06' },
      ],
      waitingFor: [],
      inForceFrom: '2026-03-01',
      inForceTo: null,
      change: {
        from: 'mutuality@1.0-draft',
        added: [{ code: 617, name: 'Carbon' }],
        removed: [{ code: 612 }],
        reweighted: [{ code: 609, weightBefore: 75, weight: 100 }],
        parameters: ['gapPenalty'],
      },
      entries: [proposal, agreement],
    });
    ledger.agree(
      agreed('1.2', '2026-05-01', { factors: BUILT_IN['factors'], groups: BUILT_IN['groups'] } as JsonObject),
    );
    expect((await versions({ asOf: '2026-06-01' })).map(({ situation, inForceTo }) => [situation, inForceTo])).toEqual([
      ['replaced', '2026-04-30'],
      ['in-force', null],
    ]);
  });

  it('show on the day of the change what the method alone did, as the course of the score does', async () => {
    rateAll(3);
    ledger.agree(agreed('1.1', '2026-03-01'));
    const under = async (factorSet: string): Promise<number | null> =>
      (await scoreOf(ledger.views(), 'road', { asOf: '2026-03-01', factorSet }, NOW)).view;
    const [before, after] = [await under('1.0-draft'), await under('1.1')];
    const effect = (await versions())[0]?.methodEffect;
    expect(effect).toMatchObject({ before, after });
    expect(effect?.effect).toBeCloseTo((after ?? 0) - (before ?? 0), 3);
    expect(effect?.effect).toBeLessThan(0);
    const { points, restated, factors } = await historyOf(
      ledger.views(),
      'road',
      { from: '2026-02-28', to: '2026-03-01', every: 'day', factor: '614' },
      NOW,
    );
    expect(points.map(({ factorSet }) => factorSet)).toEqual(['mutuality@1.0-draft', 'mutuality@1.1']);
    expect(restated.factorSet).toBe('mutuality@1.1');
    expect(factors).toMatchObject([{ code: 614, points: [{ asOf: '2026-02-28' }, { asOf: '2026-03-01' }] }]);
  });

  it('are immutable, agreed once, and agreed to rather than put to agreement twice', () => {
    ledger.logs('client', proposed('1.1'));
    const first = ledger.logs('client', agreed('1.1', '2026-03-01'));
    expect(ledger.refuses('provider', agreed('1.1', '2026-03-01'))).toBe('not-allowed-now');
    expect(
      ledger.refuses('client', agreed('1.1', '2026-03-01', { parameters: BUILT_IN['parameters'] } as JsonObject)),
    ).toBe('invalid-entry');
    ledger.logs('provider', { kind: 'entry.agreed', answers: first });
    expect(ledger.refuses('provider', agreed('1.1', '2026-04-01'))).toBe('not-allowed-now');
    expect(ledger.refuses('provider', proposed('1.1'))).toBe('not-allowed-now');
    expect(ledger.refuses('provider', { kind: 'entry.disputed', answers: first, text: 'No.' })).toBe('in-effect');
  });

  describe('mean by their levels and factors', () => {
    const rubric = (asked = {}) => rubricOf(ledger.views(), 'road', asked, NOW);

    it('what the built-in set says, of all factors or of one', async () => {
      const all = await rubric();
      expect(all).toMatchObject({ factorSet: 'mutuality@1.0-draft', entry: null });
      expect(all.scale).toHaveLength(5);
      expect(all.scale[3]).toMatchObject({
        level: 3,
        name: 'Established',
        meaning: expect.stringMatching(/^Used by both/),
      });
      expect(all.factors).toHaveLength(16);
      for (const { aim } of all.factors) expect(aim).not.toBeNull();
      expect((await rubric({ factor: '615' })).factors).toMatchObject([{ code: 615, alwaysApplies: true }]);
      await expect(rubric({ factor: '617' })).rejects.toMatchObject({ code: 'unknown-factor' });
      await expect(rubric({ factorSet: '9' })).rejects.toMatchObject({ code: 'invalid-parameter' });
    });

    it('what the version in force says, and the built-in one where that says nothing', async () => {
      const own = { rubric: { ladder: { '3': 'Lived by both.' }, aim: { '617': 'Less of it.' } } };
      const entry = ledger.agree(agreed('1.1', '2026-03-01', own));
      ledger.agree({
        kind: 'factor.not-applicable',
        factor: 606,
        data: { reason: 'None here', until: '2027-01-01' },
      });
      const all = await rubric();
      expect(all).toMatchObject({ factorSet: 'mutuality@1.1', entry });
      expect(all.scale.map(({ meaning }) => meaning)).toContain('Lived by both.');
      expect(all.scale[0]?.meaning).toBe('Nothing, or each side alone.');
      expect(all.factors.find(({ code }) => code === 617)).toMatchObject({ aim: 'Less of it.', applicable: true });
      expect(all.factors.find(({ code }) => code === 606)).toMatchObject({ applicable: false });
      expect((await rubric({ asOf: '2026-02-28' })).factorSet).toBe('mutuality@1.0-draft');
      expect((await rubric({ factorSet: '1.0-draft' })).entry).toBeNull();
    });
  });
});
