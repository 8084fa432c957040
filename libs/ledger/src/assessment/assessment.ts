import type { FactorSet } from '../catalogue/factor-set';
import { notNow, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import type { LedgerState } from '../entry/state';
import { dayOf, parseEffective } from '../scoring/days';
import { factorSetInForce } from '../scoring/factor-sets';

/** Factors that entries declare not applicable on a day, whether all agreed yet or not. */
function declaredNotApplicable(state: LedgerState, day: number): ReadonlySet<number> {
  const declared = new Set<number>();
  for (const { fact, status, factor, day: from, data } of state.reading.entries) {
    if (status === 'voided' || factor === null || from > day) continue;
    if (fact.kind === 'factor.not-applicable') {
      const until = typeof data['until'] === 'string' ? parseEffective(data['until']) : null;
      if (until === null || until.lastDay >= day) declared.add(factor);
    } else if (fact.kind === 'factor.applicable') {
      declared.delete(factor);
    }
  }
  return declared;
}

function weightOf(set: FactorSet, codes: Iterable<number>): number {
  const wanted = new Set(codes);
  return set.factors.reduce((sum, factor) => sum + (wanted.has(factor.code) ? factor.weight : 0), 0);
}

export const assessmentRules: Rules = {
  // scoring.md rule 16
  'factor.not-applicable': (state, content, now) => {
    const { factor } = content;
    if (factor === null) throw invalid('factor', 'the factor that does not apply');
    const day = dayOf(now);
    const set = factorSetInForce(state.reading, day);
    const { neverNotApplicable, maxNotApplicableWeight } = set.parameters;
    if (neverNotApplicable.includes(factor)) {
      throw notNow(
        `factor ${factor} applies to every relationship: ${neverNotApplicable.join(', ')} always do`,
        'factor',
      );
    }
    const without = weightOf(set, [...declaredNotApplicable(state, day), factor]);
    const all = weightOf(
      set,
      set.factors.map(({ code }) => code),
    );
    if (without / all > maxNotApplicableWeight) {
      const share = `${Math.round(maxNotApplicableWeight * 100)}%`;
      throw notNow(`factors that do not apply may hold at most ${share} of all weight`, 'factor');
    }
  },
  'factor.applicable': (state, content, now) => {
    const { factor } = content;
    if (factor === null) throw invalid('factor', 'the factor that applies again');
    if (!declaredNotApplicable(state, dayOf(now)).has(factor))
      throw notNow(`factor ${factor} applies already`, 'factor');
  },
};
