import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';

const ABOUT = { about: 'provider', role: 'Director' };

/** Days until which the sponsors' posts that are vacant have to be filled. */
async function vacant(ledger: Ledger): Promise<unknown[]> {
  const { due } = await dueOf(ledger.views(), 'road', {}, Date.parse('2026-06-01T00:00:00Z'));
  return due.filter(({ kind }) => kind === 'sponsor.vacant').map(({ data }) => data['due']);
}

describe('the post of a sponsor', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger().at('2026-05-10T10:00:00Z');
  });
  const appointed = (effective: string, more = {}): string =>
    ledger.logs('provider', { kind: 'sponsor.appointed', effective, data: { ...ABOUT, ...more } });
  const left = (effective: string): string =>
    ledger.logs('provider', { kind: 'sponsor.changed', effective, data: ABOUT });

  it('is to be filled some days after the ledger learned that it was left', async () => {
    appointed('2026-01-01');
    left('2026-05-08');
    expect(await vacant(ledger)).toEqual(['2026-06-07']);
    appointed('2026-05-10');
    expect(await vacant(ledger)).toEqual([]);
  });

  it.each([
    ['appointed before', '2026-05-01', '2026-05-08'],
    ['appointed on the same day', '2026-05-08', '2026-05-08'],
    ['appointed after', '2026-05-09', '2026-05-08'],
  ])('is not vacant where a successor was %s, whichever was logged first', async (_, came, went) => {
    appointed('2026-01-01');
    appointed(came);
    left(went);
    expect(await vacant(ledger)).toEqual([]);

    ledger = new Ledger().at('2026-05-10T10:00:00Z');
    appointed('2026-01-01');
    left(went);
    appointed(came);
    expect(await vacant(ledger)).toEqual([]);
  });

  it('is vacant where the one who was appointed left, and not where the one who handed over to them did', async () => {
    appointed('2026-05-01');
    left('2026-05-08');
    expect(await vacant(ledger)).toEqual(['2026-06-07']);

    ledger = new Ledger().at('2026-05-10T10:00:00Z');
    appointed('2026-05-01', { handover: true });
    left('2026-05-08');
    expect(await vacant(ledger)).toEqual([]);
    left('2026-05-09');
    expect(await vacant(ledger)).toEqual(['2026-06-07']);
  });

  it('is counted for each party, and not for one that left', async () => {
    left('2026-05-08');
    ledger.logs('client', { kind: 'sponsor.appointed', effective: '2026-05-09', data: { ...ABOUT, about: 'client' } });
    expect(await vacant(ledger)).toEqual(['2026-06-07']);
    const gone = { kind: 'party.left', effective: '2026-05-10', data: { party: 'provider' } };
    ledger.logs('provider', { kind: 'entry.agreed', answers: ledger.logs('client', gone) });
    expect(await vacant(ledger)).toEqual([]);
  });

  it('that was filled late is missed, though the successor is said to have come before', async () => {
    appointed('2026-01-01');
    left('2026-05-08');
    ledger.at('2026-07-01T10:00:00Z');
    appointed('2026-05-07');
    expect(ledger.strikes('2026-07-02T10:00:00Z')).toHaveLength(1);
    expect(ledger.strikes('2026-07-03T10:00:00Z')).toEqual([]);
  });
});
