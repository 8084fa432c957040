import { Ledger } from '../entry/ledger.fixture';
import { basisOf } from './basis.queries';

const NOW = Date.parse('2026-02-01T12:00:00Z');
const NOTE = { kind: 'note.logged', factor: 614, sign: '+', text: 'Open books.' } as const;
const CHECKPOINT = { size: 6, root: 'cm9vdA==' };

describe('what a report rests on', () => {
  const ledger = new Ledger();
  const note = ledger.logs('client', NOTE);
  ledger.logs('provider', { kind: 'entry.agreed', answers: note });
  const twice = ledger.logs('client', NOTE);
  ledger.logs('client', { kind: 'entry.voided', answers: twice, text: 'Twice.' });
  ledger.logs('client', { ...NOTE, effective: '2026-01-05' });

  const basis = (clocks: object) =>
    basisOf({ views: ledger.views(), lastCheckpoint: () => CHECKPOINT }, 'road', clocks, NOW);

  it('is counted at both clocks, without answers and what is voided', async () => {
    expect(await basis({ asOf: '2026-01-31' })).toEqual({
      ...{ relationship: 'road', asOf: '2026-01-31', knownAt: null, factorSet: 'mutuality@1.0-draft' },
      ...{ entries: 3, agreed: 1, share: 0.3333, ledgerSize: 6, checkpoint: CHECKPOINT },
    });
    expect(await basis({ asOf: '2026-01-04' })).toMatchObject({ entries: 1, agreed: 0, share: 0, ledgerSize: 6 });
    expect(await basis({ knownAt: '2026-01-05T10:30:00Z' })).toMatchObject({ entries: 2, agreed: 0 });
    expect(await basis({ knownAt: '2025-12-31' })).toMatchObject({ entries: 0, agreed: 0, share: null });
  });

  it('tells no word, id or name of an entry', async () => {
    const told = JSON.stringify(await basis({}));
    for (const word of [note, twice, 'Open books', 'Twice', 'm-client', 'Council', 'note.logged']) {
      expect(told).not.toContain(word);
    }
  });
});
