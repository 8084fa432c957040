import { about, lastOf, notNow, type Rules } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';

/** Where a principle stands: agreed by all parties, waiting for one of them, or observed without ever being proposed. */
export type PrincipleSituation = { readonly is: 'agreed' } | { readonly is: 'waiting' } | { readonly is: 'none' };

/** From the entries about the principle, not voided. */
export function principleSituation(entries: readonly EntryReading[]): PrincipleSituation {
  if (lastOf(entries, 'principle.agreed') !== undefined) return { is: 'agreed' };
  return entries.some(({ fact }) => fact.kind === 'principle.agreed') ? { is: 'waiting' } : { is: 'none' };
}

export const behavioursRules: Rules = {
  // A behaviour is held against what both agreed to want to see, never against one side's wish.
  'behaviour.observed': (state, content) => {
    if (principleSituation(about(state, content, 'principle')).is !== 'agreed') {
      throw notNow(
        'behaviour is observed against a principle that all parties agreed to; this one still waits for that',
        'data.principle',
      );
    }
  },
};
