import { Ledger } from '../entry/ledger.fixture';
import type { Views } from '../views';
import { entriesOf, entryOf, trailOf } from './audit-trail';

const NOW = Date.UTC(2026, 1, 1);

describe('the trail while one read model is ahead of the other', () => {
  it('shows no entry whose corroboration is not known yet', async () => {
    const ledger = new Ledger();
    const known = ledger.logs('client', { kind: 'note.logged', factor: 609, sign: '+' });
    const ahead = ledger.logs('client', { kind: 'note.logged', factor: 609, sign: '-' });
    const { facts, entries } = ledger.views();
    const views: Views = {
      ...ledger.views(),
      facts: async (relationship) => (await facts(relationship))?.slice(0, -1) ?? null,
      entries: (relationship, selection) => entries(relationship, { ...selection, ids: [known, ahead] }),
    };
    const shown = { id: known, status: 'asserted' };
    expect((await trailOf(views, 'road', {}, NOW)).entries).toMatchObject([shown]);
    expect(await entriesOf(views, 'road', {}, NOW)).toMatchObject({ entries: [shown], next: null });
    const one = entryOf({ ...views, entries: (_, selection) => entries('road', selection) }, 'road', ahead, {}, NOW);
    await expect(one).rejects.toMatchObject({ code: 'entry-not-found' });
  });
});
