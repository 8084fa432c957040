import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { improvementsOf, lessonsOf, practicesOf, type Improvement } from './improvement.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const CARBON = { improvement: 'carbon' };
const identified = (data: object = {}) => ({
  kind: 'improvement.identified',
  data: { ...CARBON, title: 'Less carbon', ...data },
});
const set = (data: object = {}) => ({
  kind: 'target.set',
  data: { ...CARBON, measure: 'Tonnes a mile', baseline: 9, target: 6, due: '2026-06-30', ...data },
});
const met = (data: object = {}) => ({ kind: 'target.met', data: { ...CARBON, ...data } });
const missed = (data: object = {}) => ({ kind: 'target.missed', data: { ...CARBON, ...data } });
const abandoned = (about = 'provider') => ({
  kind: 'target.abandoned',
  data: { ...CARBON, about, reason: 'Too costly' },
});

describe('the register of improvements', () => {
  let ledger: Ledger;
  let found: string;

  beforeEach(() => {
    ledger = new Ledger();
    found = ledger.logs('client', identified({ improvesFactor: 613, amount: { amount: '10.00', currency: 'GBP' } }));
  });

  async function only(clocks: Clocks = {}): Promise<Improvement | undefined> {
    const { improvements } = await improvementsOf(ledger.views(), 'road', clocks, NOW);
    expect(improvements.length).toBeLessThan(2);
    return improvements[0];
  }

  it('holds what was found, and the target with its day', async () => {
    expect(await only()).toEqual({
      id: 'carbon',
      title: 'Less carbon',
      situation: 'identified',
      status: 'asserted',
      improvesFactor: 613,
      expectedBenefit: null,
      amount: { amount: '10.00', currency: 'GBP' },
      effort: null,
      owner: null,
      identified: '2026-01-05',
      identifiedBy: 'client',
      due: null,
      overdue: false,
      abandonedBy: null,
      reason: null,
      targets: [],
      benefits: [],
      entries: [found],
    });
    const target = ledger.logs('provider', set());
    expect(await only({ asOf: '2026-06-30' })).toMatchObject({
      situation: 'targeted',
      due: '2026-06-30',
      overdue: false,
      targets: [
        {
          entry: target,
          by: 'provider',
          measure: 'Tonnes a mile',
          baseline: 9,
          target: 6,
          situation: 'open',
          ended: null,
        },
      ],
      entries: [found, target],
    });
    expect(await only({ asOf: '2026-07-01' })).toMatchObject({ overdue: true });
    expect(await only({ knownAt: '2026-01-05T10:30:00Z' })).toMatchObject({ situation: 'identified' });
  });

  it('says of each target what came of it, and lets a miss be made good', async () => {
    ledger.logs('client', set());
    ledger.logs('client', missed({ result: 7 }));
    expect(await only()).toMatchObject({
      situation: 'missed',
      due: null,
      targets: [{ situation: 'missed', result: 7 }],
    });
    expect(ledger.refuses('client', missed())).toBe('not-allowed-now');
    ledger.logs('client', met({ result: 6 }));
    expect(await only()).toMatchObject({ situation: 'met', targets: [{ situation: 'met', result: 6 }] });
    for (const late of [met(), missed(), abandoned()]) expect(ledger.refuses('client', late)).toBe('not-allowed-now');
    ledger.logs('client', set({ baseline: 6, target: 4 }));
    const left = ledger.logs('client', abandoned());
    expect(await only()).toMatchObject({
      situation: 'abandoned',
      abandonedBy: 'provider',
      reason: 'Too costly',
      targets: [{ situation: 'met' }, { situation: 'abandoned' }],
    });
    ledger.logs('client', { kind: 'entry.voided', answers: left, text: 'They go on.' });
    expect(await only()).toMatchObject({ situation: 'targeted', targets: [{}, { situation: 'open' }] });
  });

  it('has one target at a time, which is not swapped for an easier one', () => {
    expect(ledger.refuses('client', met())).toBe('not-allowed-now');
    expect(ledger.refuses('client', abandoned())).toBe('not-allowed-now');
    expect(ledger.refuses('client', set({ due: '2026-01-05' }))).toBe('not-allowed-now');
    ledger.logs('client', set());
    expect(ledger.refuses('client', set({ target: 8 }))).toBe('not-allowed-now');
    expect(ledger.refuses('client', abandoned('joint'))).toBe('invalid-entry');
  });

  it.each([
    [{ baseline: 9, target: 6 }, 6.5, 'not-allowed-now'],
    [{ baseline: 9, target: 6 }, 6, 'taken'],
    [{ baseline: 50, target: 80 }, 79, 'not-allowed-now'],
    [{ baseline: 50, target: 80 }, 95, 'taken'],
    [{ baseline: 6, target: 6 }, 5, 'taken'],
  ])('of the target %j is met by %d: %s', (target, result, outcome) => {
    ledger.logs('client', set(target));
    expect(ledger.refuses('client', met({ result }))).toBe(outcome);
    expect(ledger.refuses('client', { ...missed({ result }), sign: '-' })).toBe('no-fault');
  });

  it('improves a factor that there is, and is worth no negative sum', () => {
    const other = { improvement: 'other' };
    expect(ledger.refuses('client', identified({ ...other, improvesFactor: 700 }))).toBe('unknown-factor');
    const amount = { amount: '-1.00', currency: 'GBP' };
    expect(ledger.refuses('client', identified({ ...other, amount }))).toBe('invalid-entry');
  });

  it('reminds of the day of its target, of nobody’s fault, until somebody says what came of it', async () => {
    const target = ledger.logs('client', set());
    const due = async () => (await dueOf(ledger.views(), 'road', { asOf: '2026-06-01' }, NOW)).due;
    expect(await due()).toMatchObject([{ kind: null, data: CARBON, due: '2026-06-30', entry: target }]);
    expect(ledger.strikes('2026-08-01T00:00:00Z')).toEqual([]);
    ledger.logs('client', missed());
    expect(await due()).toEqual([]);
  });

  it('names the benefits that were forecast from it', async () => {
    const benefit = ledger.logs('client', {
      kind: 'benefit.forecast',
      data: {
        ...{ benefit: 'air', title: 'Air', type: 'environmental', cashability: 'non-cashable', to: 'community' },
        ...{
          recurring: false,
          baseline: 'x',
          because: 'collaboration',
          from: '2026',
          until: '2026',
          cameFrom: 'carbon',
        },
      },
    });
    expect(await only()).toMatchObject({ benefits: ['air'], entries: [found, benefit] });
  });
});

describe('the register of lessons', () => {
  const SNOW = { lesson: 'snow' };
  const repeated = (effective: string) => ({
    kind: 'lesson.repeated',
    effective,
    data: { ...SNOW, effect: 'Two villages cut off' },
  });

  it('holds where a lesson was applied, and where the same failed again', async () => {
    const ledger = new Ledger().at('2026-03-01T09:00:00Z');
    const captured = ledger.logs('client', { kind: 'lesson.captured', data: { ...SNOW, learned: 'Call at once' } });
    const applied = ledger.logs('provider', {
      kind: 'lesson.applied',
      effective: '2026-02-02',
      data: { ...SNOW, where: 'The whole north' },
    });
    const again = ledger.logs('client', repeated('2026-02-01'));
    const rows = async (clocks: Clocks = {}) => (await lessonsOf(ledger.views(), 'road', clocks, NOW)).lessons;
    expect(await rows()).toEqual([
      {
        id: 'snow',
        learned: 'Call at once',
        actOn: null,
        situation: 'applied',
        status: 'asserted',
        captured: '2026-01-05',
        capturedBy: 'client',
        applied: [
          { entry: applied, effective: '2026-02-02', by: 'provider', status: 'asserted', where: 'The whole north' },
        ],
        repeated: [
          { entry: again, effective: '2026-02-01', by: 'client', status: 'asserted', effect: 'Two villages cut off' },
        ],
        entries: [captured, again, applied],
      },
    ]);
    expect(await rows({ asOf: '2026-02-01' })).toMatchObject([{ situation: 'repeated', applied: [] }]);
    expect(await rows({ asOf: '2026-01-31' })).toMatchObject([{ situation: 'captured' }]);
  });

  it('takes the failure that taught a lesson for no repetition of it', () => {
    const ledger = new Ledger();
    ledger.logs('client', { kind: 'lesson.captured', data: { ...SNOW, learned: 'Call at once' } });
    expect(ledger.refuses('client', repeated('2026-01-05'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', repeated('2026-01'))).toBe('taken');
  });
});

describe('the register of the practice of others', () => {
  it('holds what was looked at and taken over, on any factor, by its words', async () => {
    const ledger = new Ledger();
    const reset = { practice: 'Yearly  reset day', of: 'A hospital' };
    const looked = ledger.logs('client', {
      kind: 'practice.reviewed',
      factor: 614,
      data: { ...reset, decision: 'adopt' },
    });
    const calls = ledger.logs('client', {
      kind: 'practice.reviewed',
      data: { practice: 'Joint call centre', of: 'A port', decision: 'undecided' },
    });
    const taken = ledger.logs('provider', {
      kind: 'practice.adopted',
      factor: 601,
      data: { practice: 'yearly reset day' },
    });
    const { practices } = await practicesOf(ledger.views(), 'road', {}, NOW);
    expect(practices).toEqual([
      {
        id: looked,
        practice: 'yearly reset day',
        of: 'A hospital',
        situation: 'adopted',
        status: 'asserted',
        decision: 'adopt',
        factors: [601, 614],
        reviewed: '2026-01-05',
        adopted: '2026-01-05',
        entries: [looked, taken],
      },
      expect.objectContaining({
        id: calls,
        situation: 'reviewed',
        decision: 'undecided',
        factors: [612],
        adopted: null,
      }),
    ]);
  });

  it('holds what was taken over as nobody disputes it', async () => {
    const ledger = new Ledger();
    const practice = { practice: 'Yearly reset day' };
    const practices = async () => (await practicesOf(ledger.views(), 'road', {}, NOW)).practices;
    const taken = ledger.logs('client', { kind: 'practice.adopted', data: practice });
    ledger.logs('provider', { kind: 'entry.disputed', answers: taken, text: 'Never held.' });
    expect(await practices()).toMatchObject([{ situation: 'adopted', status: 'disputed' }]);
    const data = { ...practice, of: 'A hospital', decision: 'undecided' };
    ledger.logs('client', { kind: 'practice.reviewed', data });
    expect(await practices()).toMatchObject([{ situation: 'reviewed', status: 'asserted', adopted: null }]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: taken });
    expect(await practices()).toMatchObject([{ situation: 'adopted', status: 'agreed', adopted: '2026-01-05' }]);
  });
});
