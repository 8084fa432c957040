import { catalogue, isLedgersAlone, kindOf } from '../catalogue/catalogue';
import { Ledger } from '../entry/ledger.fixture';
import { kindThatDoes } from './done-by';
import { dueOf } from './due.queries';

describe('the kind that does what is due', () => {
  const derived = catalogue.kinds.filter(({ derived }) => derived !== undefined && derived !== false);

  it.each(derived.map(({ kind }) => kind))('is one that a person logs: %s', (missed) => {
    const kind = kindThatDoes({ missed });
    expect(kind).not.toBeNull();
    const doing = kindOf(kind ?? '');
    expect(doing && isLedgersAlone(doing)).toBe(false);
  });

  it('is named of reminders too, but where several kinds may do it', async () => {
    const ledger = new Ledger();
    const nextReview = '2026-02-01';
    const logs = (kind: string, data: Parameters<Ledger['logs']>[1]['data']) => ledger.agree({ kind, text: 'x', data });
    logs('vision.agreed', { vision: 'x', addedValueClient: 'x', addedValueProvider: 'x', measure: 'x', nextReview });
    logs('risk.raised', {
      ...{ risk: 'flood', title: 'x', category: 'environment', likelihood: '3', impact: '4', nextReview },
    });
    logs('decision.recorded', { decision: 'shift', title: 'x', due: nextReview });
    logs('improvement.identified', { improvement: 'visits', title: 'x' });
    logs('target.set', { improvement: 'visits', measure: 'x', target: 80, due: nextReview });
    const { due } = await dueOf(ledger.views(), 'road', {}, Date.parse('2026-02-10T12:00:00Z'));
    expect(due.map(({ kind, title, doneBy }) => [kind, title, doneBy]).toSorted()).toEqual([
      [null, 'Carry out the decision', 'decision.closed'],
      [null, 'Look at the risk again', 'risk.assessed'],
      [null, 'Review the joint vision?', 'vision.agreed'],
      [null, 'Say what came of the improvement target', null],
    ]);
  });
});
