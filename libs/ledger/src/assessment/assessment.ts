import type { JsonObject } from '@app/event-store';
import type { FactorSet } from '../catalogue/factor-set';
import { notNow, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import type { LedgerState } from '../entry/state';
import { dayOf, effectiveDay, parseEffective } from '../scoring/days';
import { factorSetInForce } from '../scoring/factor-sets';

/** Factors that entries declare not applicable on a day, whether all agreed yet or not; all must agree to end it. */
function declaredNotApplicable(state: LedgerState, day: number): ReadonlySet<number> {
  const declared = new Set<number>();
  for (const { fact, status, inEffect, factor, day: from, data } of state.reading.entries) {
    if (status === 'voided' || factor === null || from > day) continue;
    if (fact.kind === 'factor.not-applicable') {
      if (lastDayOf(data) >= day) declared.add(factor);
    } else if (fact.kind === 'factor.applicable' && inEffect) {
      declared.delete(factor);
    }
  }
  return declared;
}

/** The last day on which a declaration holds; infinity where it does not say. */
function lastDayOf({ until }: JsonObject): number {
  return (typeof until === 'string' ? parseEffective(until)?.lastDay : undefined) ?? Infinity;
}

/** Days of a stretch on which more is declared than on the day before: the limits need no others. */
function daysOfMore(state: LedgerState, from: number, until: number): readonly number[] {
  const others = state.reading.entries.filter(
    ({ fact, status, day }) =>
      fact.kind === 'factor.not-applicable' && status !== 'voided' && day > from && day <= until,
  );
  return [from, ...others.map(({ day }) => day)];
}

function weightOf(set: FactorSet, codes: Iterable<number>): number {
  const wanted = new Set(codes);
  return set.factors.reduce((sum, factor) => sum + (wanted.has(factor.code) ? factor.weight : 0), 0);
}

/** scoring.md rule 16, on one day that a declaration would hold on. */
function checkLimits(state: LedgerState, factor: number, day: number): void {
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
}

export const assessmentRules: Rules = {
  'factor.not-applicable': (state, content, now) => {
    const { factor, effective } = content;
    if (factor === null) throw invalid('factor', 'the factor that does not apply');
    const from = (effective === null ? null : effectiveDay(effective, now)) ?? dayOf(now);
    const until = lastDayOf(content.data);
    if (until < from) throw notNow('it ends on the day on which it begins, or later', 'data.until');
    for (const day of daysOfMore(state, from, until)) checkLimits(state, factor, day);
  },
  'factor.applicable': (state, content, now) => {
    const { factor } = content;
    if (factor === null) throw invalid('factor', 'the factor that applies again');
    if (!declaredNotApplicable(state, dayOf(now)).has(factor))
      throw notNow(`factor ${factor} applies already`, 'factor');
  },
};
