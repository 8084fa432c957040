import { Ledger } from '../entry/ledger.fixture';
import { frameworksOf, sponsorsOf } from './sponsorship.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');

describe('the register of sponsors', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger().at('2026-05-10T10:00:00Z');
  });
  const logs = (kind: string, effective: string, data: object): string =>
    ledger.logs('provider', { kind, effective, data: { about: 'provider', ...data } });
  const sponsors = async (asOf = '2026-05-31') => (await sponsorsOf(ledger.views(), 'road', { asOf }, NOW)).sponsors;

  it('shows who is in post since when, and how often they were seen', async () => {
    const appointed = logs('sponsor.appointed', '2026-01-05', { role: 'Director', handover: false });
    const engaged = logs('sponsor.engaged', '2026-04-01', { occasion: 'Opened the depot' });
    expect(await sponsors()).toEqual([
      {
        party: 'provider',
        situation: 'in-post',
        status: 'asserted',
        role: 'Director',
        appointed: '2026-01-05',
        handover: false,
        left: null,
        interim: null,
        fillBy: null,
        vacant: [],
        engaged: 1,
        lastEngaged: '2026-04-01',
        entries: [appointed, engaged],
      },
    ]);
    expect(await sponsors('2026-01-04')).toEqual([]);
  });

  it('shows a vacancy, until when it is to be filled, and that it was not', async () => {
    logs('sponsor.appointed', '2026-01-05', { role: 'Director' });
    const vacant = { kind: 'sponsor.vacant', effective: '2026-05-09', data: { about: 'provider', due: '2026-05-09' } };
    expect(ledger.refuses('client', vacant)).toBe('not-allowed-now');
    logs('sponsor.changed', '2026-05-08', { role: 'Director', interim: 'Deputy' });
    expect(await sponsors()).toMatchObject([
      { situation: 'vacant', left: '2026-05-08', interim: 'Deputy', fillBy: '2026-06-07', vacant: [] },
    ]);
    const entries = ledger.strikes('2026-06-09T10:00:00Z');
    expect(await sponsors('2026-06-09')).toMatchObject([{ situation: 'vacant', vacant: entries }]);
    expect(ledger.refuses('client', vacant)).toBe('not-allowed-now');
    logs('sponsor.appointed', '2026-06-09', { role: 'Director' });
    expect(await sponsors('2026-06-10')).toMatchObject([{ situation: 'in-post', interim: null, fillBy: null }]);
  });

  it('takes no vacancy whose limit is not over', () => {
    const vacant = { kind: 'sponsor.vacant', effective: '2026-05-10', data: { about: 'client', due: '2026-05-10' } };
    expect(ledger.refuses('provider', vacant)).toBe('not-allowed-now');
  });

  it('keeps what the sponsors set, as all agreed to it', async () => {
    const words = { systems: 'One', authorities: 'Up to 50,000', roles: 'Opposites', behaviours: 'Say it early' };
    const set = ledger.agree({ kind: 'framework.set', data: { ...words, nextReview: '2026-06-30' } });
    const waiting = ledger.logs('client', { kind: 'framework.set', data: words });
    const { frameworks } = await frameworksOf(ledger.views(), 'road', {}, NOW);
    expect(frameworks).toMatchObject([
      { id: set, ...words, situation: 'in-force', nextReview: '2026-06-30', reviewOverdue: true },
      { id: waiting, situation: 'waiting', reviewOverdue: false },
    ]);
  });
});
