import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { stakeholdersOf } from './stakeholders.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const assessed = (effective: string, data: object = {}) => ({
  kind: 'stakeholder.assessed',
  effective,
  data: {
    ...{ group: 'Politicians', of: 'The service', impact: 'negative', size: 'high', how: 'Two stories', ...data },
  },
});

describe('the register of stakeholders', () => {
  const ask = (ledger: Ledger, clocks: Clocks = {}) => stakeholdersOf(ledger.views(), 'road', clocks, NOW);

  it('holds the impact on each group as each party last saw it', async () => {
    const ledger = new Ledger();
    const first = ledger.logs('client', assessed('2026-01-02', { nextReview: '2026-01-03', mitigation: 'One story' }));
    const row = { group: 'Politicians', of: 'The service', by: 'client', firstAssessed: '2026-01-02' };
    expect((await ask(ledger)).stakeholders).toEqual([
      {
        ...{ ...row, impact: 'negative', size: 'high', how: 'Two stories', mitigation: 'One story' },
        ...{ status: 'asserted', reviewed: null, nextReview: '2026-01-03', reviewOverdue: true, entries: [first] },
      },
    ]);
    const again = ledger.logs(
      'client',
      assessed('2026-01-04', { of: ' the  service', impact: 'neutral', size: 'low' }),
    );
    const other = ledger.logs('provider', assessed('2026-01-04', { nextReview: '2027-01' }));
    ledger.logs('provider', { kind: 'entry.disputed', answers: again, text: 'Not yet.' });
    expect((await ask(ledger)).stakeholders).toMatchObject([
      {
        ...{ impact: 'neutral', size: 'low', status: 'disputed', reviewed: '2026-01-04', nextReview: null },
        ...{ reviewOverdue: false, firstAssessed: '2026-01-02', entries: [first, again] },
      },
      { by: 'provider', reviewOverdue: false, entries: [other] },
    ]);
    expect((await ask(ledger, { asOf: '2026-01-03' })).stakeholders).toMatchObject([{ ...row, entries: [first] }]);
    expect((await ask(ledger, { knownAt: '2026-01-05T09:30:00Z' })).stakeholders).toEqual([]);
    ledger.logs('client', { kind: 'entry.voided', answers: again, text: 'x' });
    expect((await ask(ledger)).stakeholders).toMatchObject([{ impact: 'negative' }, {}]);
  });

  it('has its reviews in what is due, of the one that repeats its words', async () => {
    const ledger = new Ledger();
    const first = ledger.logs('client', assessed('2026-01-05', { nextReview: '2026-03-01' }));
    ledger.logs('client', assessed('2026-01-05', { of: 'The depot' }));
    const due = async () => (await dueOf(ledger.views(), 'road', { asOf: '2026-02-01' }, NOW)).due;
    expect(await due()).toMatchObject([
      {
        ...{ kind: null, title: 'Assess the impact on the stakeholders again?', data: {} },
        ...{ due: '2026-03-01', overdue: false, parties: ['client'], entry: first },
      },
    ]);
    ledger.logs('client', assessed('2026-01-06', { of: 'THE service' }));
    expect(await due()).toEqual([]);
  });

  it('leaves the reviews of whole-life cost assumptions to those of the same words', async () => {
    const ledger = new Ledger();
    const assumed = (assumption: string, verdict: string, nextReview: string) =>
      ledger.logs('client', { kind: 'cost.assumed', data: { assumption, verdict, nextReview } });
    const salt = assumed('Salt is cheap', 'first-recorded', '2026-03-01');
    const deck = assumed('The deck lasts', 'first-recorded', '2026-03-02');
    const due = async () =>
      (await dueOf(ledger.views(), 'road', { asOf: '2026-02-01' }, NOW)).due.map((item) => [item.entry, item.parties]);
    expect(await due()).toEqual([
      [salt, ['client', 'provider']],
      [deck, ['client', 'provider']],
    ]);
    assumed('salt is cheap ', 'disproved', '2026-03-03');
    expect(await due()).toEqual([[deck, ['client', 'provider']]]);
  });
});
