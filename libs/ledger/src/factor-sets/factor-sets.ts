import { factorSetName } from '../catalogue/factor-set';
import type { Content } from '../entry/content';
import { factsOf } from '../entry/facts';
import { notNow, type Rules } from '../entry/rules';
import type { LedgerState } from '../entry/state';
import type { EntryReading } from '../scoring/entry-reading';
import { factorSetOf } from '../scoring/factor-sets';

/** Entries that agree to the version that an entry names, whether all agreed yet or not. */
function agreementsTo({ reading }: LedgerState, content: Content): readonly EntryReading[] {
  const named = factorSetOf({ data: factsOf(content.kind, content.data) });
  return reading.factorSetEntries.filter((entry) => {
    const set = factorSetOf(entry);
    return entry.status !== 'voided' && set !== null && named !== null && factorSetName(set) === factorSetName(named);
  });
}

function mustNotBeAgreed(state: LedgerState, content: Content): readonly EntryReading[] {
  const agreements = agreementsTo(state, content);
  if (agreements.some(({ inEffect }) => inEffect))
    throw notNow('this version is agreed already; name a new one', 'data.factorSet.version');
  return agreements;
}

export const factorSetsRules: Rules = {
  'factorset.proposed': (state, content) => {
    mustNotBeAgreed(state, content);
  },
  'factorset.agreed': (state, content) => {
    const waiting = mustNotBeAgreed(state, content).find(({ status }) => status === 'asserted');
    if (waiting !== undefined)
      throw notNow(`entry ${waiting.fact.id} says the same and waits for answers: agree to it`, 'data.factorSet');
  },
};
