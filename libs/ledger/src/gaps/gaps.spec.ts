import { Ledger } from '../entry/ledger.fixture';
import { facts, type Line } from '../scoring/journal.fixture';
import { ago, event, journalOfV1, rating, v1 } from '../scoring/v1.fixture';
import { viewsOf } from '../views.fixture';
import { gapsOf, type Gap } from './gaps.queries';

const NOW = Date.parse('2026-04-30T12:00:00Z');

async function board(lines: readonly Line[], knownAt?: string): Promise<ReadonlyMap<number, Gap>> {
  const views = viewsOf(facts(...lines));
  const { gaps } = await gapsOf(views, 'road', { asOf: v1.asOf, ...(knownAt !== undefined && { knownAt }) }, NOW);
  return new Map(gaps.map((gap) => [gap.factor, gap]));
}

function levels(client: number, provider: number, ageDays = 0, factor = 603): Line[] {
  return [
    rating('client', factor, { level: client, ageDays, evidenced: true }),
    rating('provider', factor, { level: provider, ageDays, evidenced: true }),
  ];
}

describe('the gap board', () => {
  it.each([
    [3, 4, 'agreed-strength'],
    [3, 3, 'agreed-strength'],
    [1, 0, 'agreed-weakness'],
    [1, 1, 'agreed-weakness'],
    [1, 2, 'seen-differently'],
    [0, 3, 'seen-differently'],
    [2, 4, 'seen-differently'],
    [2, 2, 'in-hand'],
    [2, 3, 'in-hand'],
  ])('calls levels %d and %d %s', async (client, provider, seen) => {
    expect((await board(levels(client, provider))).get(603)).toMatchObject({ seen, levels: { client, provider } });
  });

  it('calls a factor that one rated, or nobody, not yet seen by all', async () => {
    const rows = await board([rating('client', 603, { level: 4, ageDays: 0, evidenced: true })]);
    expect(rows.get(603)).toMatchObject({ seen: 'not-seen-by-all', gap: null, urgency: null, levels: { client: 4 } });
    expect(rows.get(604)).toMatchObject({ seen: 'not-seen-by-all', levels: {}, entries: [], score: null });
  });

  it('calls nothing agreed that one party alone sees, once the others left', async () => {
    const ledger = new Ledger();
    const day = { effective: '2026-01-05' };
    for (const party of ['client', 'provider']) ledger.logs(party, { kind: 'rating.given', factor: 603, level: 4 });
    const answers = ledger.logs('client', { ...day, kind: 'party.left', data: { party: 'provider' } });
    const seen = async (): Promise<unknown> =>
      (await gapsOf(ledger.views(), 'road', {}, NOW)).gaps.find(({ factor }) => factor === 603)?.seen;
    expect(await seen()).toBe('agreed-strength');
    ledger.logs('provider', { kind: 'entry.agreed', answers });
    expect(await seen()).toBe('not-seen-by-all');
  });

  it('orders the factors of V1 by weight times gap, with the ratings behind each', async () => {
    const rows = [...(await board(journalOfV1)).values()];
    expect(rows.map(({ urgency }) => urgency ?? 0)).toEqual(
      rows.map(({ urgency }) => urgency ?? 0).toSorted((a, b) => b - a),
    );
    expect(rows[0]).toMatchObject({ factor: 602, seen: 'seen-differently', gap: 50, urgency: 5000, score: 62.5 });
    expect(rows.find(({ factor }) => factor === 614)).toMatchObject({ urgency: 3750, seen: 'seen-differently' });
    for (const { levels: given, entries } of rows)
      expect(entries.length).toBeGreaterThanOrEqual(Object.keys(given).length ? 1 : 0);
  });

  it('compares each with the same a year before, as it is known now', async () => {
    const rows = await board([...levels(1, 1, 400), ...levels(3, 2)]);
    expect(rows.get(603)).toMatchObject({
      seen: 'in-hand',
      before: { asOf: '2025-03-31', seen: 'agreed-weakness', gap: 0, score: 25 },
      change: 31.25,
    });
    expect((await board(levels(3, 2))).get(603)).toMatchObject({ change: null, before: { score: null } });
  });

  it('knows no more than was known', async () => {
    const rows = await board([...levels(1, 1, 40), ...levels(3, 4)], '2026-03-01');
    expect(rows.get(603)).toMatchObject({ seen: 'agreed-weakness' });
  });

  it('leaves out what is not applicable', async () => {
    const notApplicable = { kind: 'factor.not-applicable', party: 'joint', factor: 606, ...ago(0) };
    expect((await board([...levels(3, 3), notApplicable, event(606, '+', 'minor')])).has(606)).toBe(false);
  });

  it('when a rating is voided, shows the one before', async () => {
    const ledger = new Ledger();
    ledger.logs('client', { kind: 'rating.given', factor: 603, level: 2 });
    const last = ledger.logs('client', { kind: 'rating.given', factor: 603, level: 4 });
    ledger.logs('provider', { kind: 'rating.given', factor: 603, level: 2 });
    ledger.logs('client', { kind: 'entry.voided', answers: last, text: 'Mistyped.' });
    const { gaps } = await gapsOf(ledger.views(), 'road', {}, NOW);
    expect(gaps.find(({ factor }) => factor === 603)).toMatchObject({
      seen: 'in-hand',
      levels: { client: 2, provider: 2 },
    });
  });
});
