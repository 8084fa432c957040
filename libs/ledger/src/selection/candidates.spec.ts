import { builtInFactorSet } from '../catalogue/factor-set';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { registerCsv } from '../register-csv';
import { scoreOf } from '../score/score.queries';
import type { Proof } from './selection';
import { candidatesOf, type Candidate } from './candidates.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const CODES = builtInFactorSet.factors.map(({ code }) => code);
const FILE = { title: 'Method statement', sha256: 'a'.repeat(64) };

describe('the candidates of a partner selection', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger({}, true);
  });

  const considers = (candidate: string): string =>
    ledger.logs('client', { kind: 'candidate.considered', data: { candidate, name: `${candidate} Ltd` } });

  function rates(
    candidate: string,
    factor: number,
    level: number,
    proof: Proof = 'documented',
    said: object = {},
  ): string {
    const evidence = proof === 'claimed' ? [] : [FILE];
    return ledger.logs('client', {
      kind: 'candidate.rated',
      factor,
      evidence,
      data: { candidate, level, proof },
      ...said,
    });
  }

  function ratesAll(candidate: string, level: number, codes: readonly number[] = CODES): void {
    considers(candidate);
    for (const code of codes) rates(candidate, code, level);
  }

  const register = (clocks: Clocks = {}) =>
    candidatesOf(ledger.views(), 'road', { asOf: '2026-01-05', ...clocks }, NOW);
  const rows = async (clocks: Clocks = {}): Promise<readonly Candidate[]> => (await register(clocks)).candidates;
  const shown = async (clocks: Clocks = {}) =>
    (await rows(clocks)).map(({ candidate, rank, view }) => [candidate, rank, view]);

  it('are ranked by the score that the client’s ratings alone come to', async () => {
    ratesAll('acme', 2);
    ratesAll('bolt', 3);
    expect(await register()).toMatchObject({
      factorSet: 'mutuality@1.0-draft',
      notice: expect.stringContaining('no award criterion'),
      selected: null,
      candidates: [
        { candidate: 'bolt', name: 'bolt Ltd', rank: 1, view: 75, low: 75, high: 75, coverage: 1, confidence: 0.5 },
        { candidate: 'acme', name: 'acme Ltd', rank: 2, view: 50, low: 50, high: 50, coverage: 1, confidence: 0.5 },
      ],
    });
    // What one side says is never a headline.
    for (const row of await rows()) expect(row).toMatchObject({ score: null, level: null, reason: 'one-sided' });
  });

  it('come to what a relationship would that only the client has rated, at any age', async () => {
    const relationship = new Ledger();
    considers('acme');
    const ratings: readonly (readonly [number, number, Proof])[] = [
      ...CODES.map((code, index) => [code, index % 5, index % 3 === 0 ? 'claimed' : 'documented'] as const),
      [603, 4, 'claimed'],
    ];
    for (const [factor, level, proof] of ratings) {
      rates('acme', factor, level, proof);
      relationship.logs('client', {
        ...{ kind: 'rating.given', factor, level, evidence: proof === 'claimed' ? [] : [FILE] },
      });
    }
    for (const asOf of ['2026-01-05', '2026-06-30', '2027-05-01']) {
      const { factors, ...score } = await scoreOf(relationship.views(), 'road', { asOf }, NOW);
      const [acme] = await rows({ asOf });
      const { view, low, high, coverage, bilateralCoverage, confidence, alignment } = score;
      expect(acme).toMatchObject({ view, low, high, coverage, bilateralCoverage, confidence, alignment });
      expect(acme?.factors).toMatchObject(factors);
    }
  });

  it('count a claim as what nobody has proven, and say how each level is', async () => {
    considers('acme');
    rates('acme', 601, 4, 'claimed');
    const documented = rates('acme', 602, 4);
    const claimed = rates('acme', 603, 4, 'claimed');
    const confirmed = rates('acme', 603, 3, 'confirmed-by-another-client');
    const [acme] = await rows();
    expect(acme?.factors.slice(0, 4)).toMatchObject([
      { code: 601, level: 4, score: 50, proof: 'claimed', status: 'unilateral' },
      { code: 602, level: 4, score: 100, proof: 'documented', entries: [documented] },
      {
        ...{ code: 603, level: 3, score: 75, proof: 'confirmed-by-another-client', entries: [claimed, confirmed] },
        proofs: { claimed: 0.5, documented: 0, 'confirmed-by-another-client': 0.5 },
      },
      { code: 604, level: null, score: null, proof: null, proofs: null, status: 'missing', entries: [] },
    ]);
    expect(acme?.proofs).toEqual({ claimed: 0.3333, documented: 0.3333, 'confirmed-by-another-client': 0.3333 });
  });

  it('take the line’s word that a documented rating is not evidenced', async () => {
    considers('acme');
    ledger.logs('client', {
      ...{ kind: 'candidate.rated', factor: 601, evidence: [FILE] },
      data: { candidate: 'acme', level: 0, proof: 'documented', evidenced: false },
    });
    expect((await rows())[0]?.factors[0]).toMatchObject({ level: 0, score: 25, proof: 'documented' });
  });

  it('share a rank where they are even, and say whom they are not separated from', async () => {
    ratesAll('acme', 3);
    ratesAll('bolt', 3);
    ratesAll('cole', 2);
    ratesAll('dean', 4, CODES.slice(2));
    const [dean, acme, bolt, cole] = await rows();
    expect(dean).toMatchObject({ candidate: 'dean', rank: 1, tiedWith: [], notSeparatedFrom: [] });
    expect(acme).toMatchObject({ candidate: 'acme', rank: 2, tiedWith: ['bolt'], notSeparatedFrom: ['bolt'] });
    expect(bolt).toMatchObject({ candidate: 'bolt', rank: 2, tiedWith: ['acme'] });
    expect(cole).toMatchObject({ candidate: 'cole', rank: 4, tiedWith: [], notSeparatedFrom: [] });
  });

  it('are not ranked on too little, and stay in sight', async () => {
    ratesAll('acme', 2);
    ratesAll('bolt', 4, [601]);
    considers('cole');
    expect(await shown()).toEqual([
      ['acme', 1, 50],
      ['bolt', null, 100],
      ['cole', null, null],
    ]);
    const [acme, bolt, cole] = await rows();
    expect(acme).toMatchObject({ insufficientEvidence: false, notSeparatedFrom: ['bolt', 'cole'] });
    expect(bolt).toMatchObject({ insufficientEvidence: true, reason: 'coverage', tiedWith: [] });
    expect(cole).toMatchObject({ insufficientEvidence: true, low: 0, high: 100, proofs: null });
  });

  it('stand as they stood, and as they were known', async () => {
    considers('acme');
    const first = ledger.at('2026-02-02T09:00:00Z').logs('client', {
      ...{ kind: 'candidate.rated', factor: 601, evidence: [FILE], effective: '2026-01-20' },
      data: { candidate: 'acme', level: 1, proof: 'documented' },
    });
    ledger.at('2026-02-03T09:00:00Z').logs('client', { kind: 'entry.corrected', answers: first, data: { level: 2 } });
    ledger.at('2026-02-04T09:00:00Z').logs('client', { kind: 'entry.voided', answers: first });
    const level = async (asOf: string, knownAt?: string) =>
      (await rows({ asOf, ...(knownAt !== undefined && { knownAt }) }))[0]?.factors[0]?.level;
    expect(await level('2026-01-19', '2026-02-03')).toBeNull();
    expect(await level('2026-01-20', '2026-02-01')).toBeNull();
    expect(await level('2026-01-20', '2026-02-02')).toBe(1);
    expect(await level('2026-01-20', '2026-02-03')).toBe(2);
    expect(await level('2026-01-20')).toBeNull();
    expect(await rows({ knownAt: '2026-01-01' })).toEqual([]);
  });

  it('name the chosen one with the reason, and drop whom it considered by mistake', async () => {
    ratesAll('acme', 3);
    const bolt = considers('bolt');
    rates('bolt', 601, 4);
    ledger.logs('client', { kind: 'entry.voided', answers: bolt });
    const entry = ledger.logs('client', {
      kind: 'candidate.selected',
      data: { candidate: 'acme', reason: 'Best fit' },
    });
    expect(await register()).toMatchObject({
      selected: { candidate: 'acme', effective: '2026-01-05', reason: 'Best fit', entry },
      candidates: [{ candidate: 'acme', selected: true, rank: 1 }],
    });
    expect((await rows())[0]?.entries).toHaveLength(CODES.length + 2);
    ledger.logs('client', { kind: 'entry.voided', answers: entry });
    expect(await register()).toMatchObject({ selected: null, candidates: [{ selected: false }] });
  });

  it('carry in every line of their CSV that they are no award criterion', async () => {
    ratesAll('acme', 3);
    ratesAll('bolt', 2);
    const [titles, ...lines] = registerCsv('candidates', await register())
      .trim()
      .split('\r\n');
    expect(titles).toContain('relationship,asOf,knownAt,notice,candidate,name');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain('no award criterion unless it was published as one');
  });
});
