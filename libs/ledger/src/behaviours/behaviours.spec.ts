import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { behavioursOf, type Behaviour } from './behaviours.queries';

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
      entries: [coached],
    });
  });
});
