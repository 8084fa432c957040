import { Ledger } from '../entry/ledger.fixture';
import { builtInFactorSet } from '../catalogue/factor-set';
import type { Clocks } from '../parameters';
import { behavioursOf, coachingOf, type Behaviour } from './behaviours.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const OPEN = { principle: 'open' };

async function only(ledger: Ledger, clocks: Clocks = {}): Promise<Behaviour | undefined> {
  const { behaviours } = await behavioursOf(ledger.views(), 'road', clocks, NOW);
  expect(behaviours.length).toBeLessThan(2);
  return behaviours[0];
}

describe('the register of principles and behaviours', () => {
  let ledger: Ledger;
  let principle: string;

  beforeEach(() => {
    ledger = new Ledger();
    principle = ledger.logs('client', { kind: 'principle.agreed', data: { ...OPEN, title: 'Open books' } });
  });

  const observe = (by: string, about: string, exhibits: string, effect: string): string =>
    ledger.logs(by, { kind: 'behaviour.observed', data: { ...OPEN, about, exhibits, effect } });

  it('given one party’s word, waits for the other’s', async () => {
    expect(await only(ledger)).toEqual({
      id: 'open',
      title: 'Open books',
      situation: 'waiting',
      agreed: null,
      observed: [],
      coaching: [],
      entries: [principle],
    });
    ledger.logs('provider', { kind: 'entry.agreed', answers: principle });
    expect(await only(ledger)).toMatchObject({ situation: 'agreed', agreed: '2026-01-05' });
  });

  it('given observations, shows them by the party they are about, in line or short of it, with the answer', async () => {
    const before = ledger.last().recorded;
    ledger.logs('provider', { kind: 'entry.agreed', answers: principle });
    const shown = observe('client', 'provider', 'exhibits', 'Trust');
    const hidden = observe('client', 'provider', 'breaches', 'Doubt');
    const told = observe('provider', 'client', 'exhibits', 'Calm');
    ledger.logs('provider', { kind: 'entry.agreed', answers: shown });
    ledger.logs('provider', { kind: 'entry.disputed', answers: hidden, text: 'No.' });
    const row = (entry: string, by: string, effect: string, status: string) => ({
      entry,
      by,
      effective: '2026-01-05',
      effect,
      discussed: null,
      status,
    });
    expect(await only(ledger)).toMatchObject({
      observed: [
        {
          about: 'provider',
          inLine: [row(shown, 'client', 'Trust', 'agreed')],
          fellShort: [row(hidden, 'client', 'Doubt', 'disputed')],
        },
        { about: 'client', inLine: [row(told, 'provider', 'Calm', 'asserted')], fellShort: [] },
      ],
      entries: [principle, shown, hidden, told],
    });
    expect(await only(ledger, { knownAt: before })).toMatchObject({ situation: 'waiting', observed: [] });
  });

  it('when an observation is corrected or voided, follows it', async () => {
    ledger.logs('provider', { kind: 'entry.agreed', answers: principle });
    const first = observe('client', 'provider', 'exhibits', 'Trust');
    const second = observe('client', 'provider', 'breaches', 'Doubt');
    ledger.logs('client', {
      kind: 'entry.corrected',
      answers: first,
      data: { effect: 'More trust', discussed: '2026-01-05' },
    });
    ledger.logs('client', { kind: 'entry.voided', answers: second, text: 'A misunderstanding.' });
    expect((await only(ledger))?.observed).toMatchObject([
      { about: 'provider', inLine: [{ entry: first, effect: 'More trust', discussed: '2026-01-05' }], fellShort: [] },
    ]);
  });

  it('when the principle is voided before it was agreed, shows what still names it', async () => {
    const coached = ledger.logs('client', { kind: 'coaching.given', data: { ...OPEN, about: 'client' } });
    ledger.logs('client', { kind: 'entry.voided', answers: principle, text: 'Not ours.' });
    expect(await only(ledger)).toEqual({
      id: 'open',
      title: null,
      situation: 'none',
      agreed: null,
      observed: [],
      coaching: [coached],
      entries: [coached],
    });
  });

  it('is told of an observation when it was talked about, once it was', () => {
    ledger.logs('provider', { kind: 'entry.agreed', answers: principle });
    const observed = (discussed: string, about = 'provider') => ({
      kind: 'behaviour.observed',
      data: { ...OPEN, about, exhibits: 'breaches', effect: 'Doubt', discussed },
    });
    expect(ledger.refuses('client', observed('2026-01-04'))).toBe('invalid-entry');
    expect(ledger.refuses('client', observed('2026-02-01'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', observed('2026-01-05', 'joint'))).toBe('invalid-entry');
    expect(ledger.refuses('client', observed('2026-01'))).toBe('taken');
  });
});

describe('the principles that the method proposes', () => {
  const proposed = async (ledger: Ledger, clocks: Clocks = {}) => {
    const { behaviours, factorSet, proposed: titles } = await behavioursOf(ledger.views(), 'road', clocks, NOW);
    return { taken: behaviours.length, factorSet, titles };
  };
  const six = builtInFactorSet.principles ?? [];

  it('are the six of the built-in set at the start, until somebody puts them to the others', async () => {
    const ledger = new Ledger();
    expect(six).toHaveLength(6);
    expect(await proposed(ledger)).toEqual({ taken: 0, factorSet: 'mutuality@1.0-draft', titles: six });
    ledger.logs('client', { kind: 'principle.agreed', data: { title: ' risk & reward  sharing' } });
    expect(await proposed(ledger)).toMatchObject({ taken: 1, titles: six.slice(0, -1) });
    expect(await proposed(ledger, { asOf: '2026-01-04' })).toMatchObject({ taken: 0, titles: six });
  });

  it('are those of the version in force where it has its own', async () => {
    const ledger = new Ledger();
    const factorSet = { ...builtInFactorSet, version: '2', principles: ['Candour'] };
    ledger.agree({ kind: 'factorset.agreed', data: { factorSet: JSON.parse(JSON.stringify(factorSet)) } });
    expect(await proposed(ledger)).toEqual({ taken: 0, factorSet: 'mutuality@2', titles: ['Candour'] });
    expect(await proposed(ledger, { asOf: '2026-01-04' })).toMatchObject({ titles: six });
  });
});

describe('the register of coaching', () => {
  it('holds it with and without a principle', async () => {
    const ledger = new Ledger();
    const [, general] = [
      ledger.logs('client', { kind: 'principle.agreed', data: { ...OPEN, title: 'Open books' } }),
      ledger.logs('client', { kind: 'coaching.given', data: {} }),
    ];
    const own = ledger.logs('provider', { kind: 'coaching.given', data: { ...OPEN, about: 'provider' } });
    const { coaching } = await coachingOf(ledger.views(), 'road', {}, NOW);
    expect(coaching).toMatchObject([
      { id: general, principle: null, about: null, by: 'client', status: 'asserted' },
      { id: own, principle: 'open', about: 'provider', entries: [own] },
    ]);
  });
});
