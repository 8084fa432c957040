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

describe('an entry that was corrected', () => {
  const ledger = new Ledger();
  const said = {
    kind: 'note.logged',
    factor: 609,
    sign: '-',
    severity: 'critical',
    text: 'Late again',
    tags: ['late'],
  };
  const id = ledger.logs('client', said as Parameters<Ledger['logs']>[1]);
  const other = ledger.logs('client', { kind: 'note.logged', factor: 609, sign: '+' });
  ledger.at('2026-01-10T09:00:00Z');
  const correction = ledger.logs('client', {
    kind: 'entry.corrected',
    answers: id,
    text: 'the wrong day',
    data: { text: 'Two days late', tags: ['not-public'], severity: null, effective: '2026-01-03' },
  });
  const views = ledger.views();

  it('is given as it was logged, and says how it reads now', async () => {
    const { entries } = await trailOf(views, 'road', {}, NOW);
    const entry = entries.find((one) => one.id === id);
    expect(entry).toMatchObject({ text: 'Late again', tags: ['late'], severity: 'critical', effective: '2026-01-05' });
    expect(entry?.now).toEqual({
      ...{ effective: '2026-01-03', factor: 609, sign: '-', severity: 'moderate', level: null, evidenced: null },
      ...{ text: 'Two days late', data: {}, evidence: [], tags: ['not-public'] },
    });
    expect(await entryOf(views, 'road', id, {}, NOW)).toEqual(entry);
    expect((await entriesOf(views, 'road', { status: 'asserted' }, NOW)).entries).toContainEqual(entry);
  });

  it('reads otherwise at no clock before its correction, and what nobody corrected at none', async () => {
    expect(await entryOf(views, 'road', id, { knownAt: '2026-01-06' }, NOW)).toMatchObject({ now: null });
    expect(await entryOf(views, 'road', other, {}, NOW)).toMatchObject({ now: null });
    expect(await entryOf(views, 'road', correction, {}, NOW)).toMatchObject({ now: null, status: null });
    expect(await entryOf(views, 'road', id, { asOf: '2026-01-03' }, NOW)).toMatchObject({ id });
  });
});
