import { allOf, dateIn, isAboutParty, ofWhatIsSaid, together } from '../entry/plausible';
import { about, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import { dayOf } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

/** Where a principle stands: agreed by all parties, waiting for one of them, or observed without ever being proposed. */
export type PrincipleSituation = { readonly is: 'agreed' } | { readonly is: 'waiting' } | { readonly is: 'none' };

/** From the entries about the principle, not voided. */
export function principleSituation(entries: readonly EntryReading[]): PrincipleSituation {
  if (lastOf(entries, 'principle.agreed') !== undefined) return { is: 'agreed' };
  return entries.some(({ fact }) => fact.kind === 'principle.agreed') ? { is: 'waiting' } : { is: 'none' };
}

// A behaviour is held against what both agreed to want to see, never against one side's wish.
const isAgreed: Rule = (state, content) => {
  if (principleSituation(about(state, content, 'principle')).is === 'agreed') return;
  throw notNow(
    'behaviour is observed against a principle that all parties agreed to; this one still waits for that',
    'data.principle',
  );
};

/** It was talked about once it was seen, and not tomorrow; a day of leave as with every effective date. */
const wasTalkedAbout: Rule = (_state, { effective, data }, now) => {
  const [seen, discussed] = [dateIn(effective ?? undefined), dateIn(data['discussed'])];
  if (discussed === null) return;
  if (discussed.firstDay > dayOf(now) + 1)
    throw notNow('a talk that is still to come is none yet; correct the entry once you had it', 'data.discussed');
  if (seen !== null && discussed.lastDay < seen.firstDay)
    throw invalid('data.discussed', 'a day that is not before the one on which it was observed');
};

export const behavioursRules: Rules = together(
  ofWhatIsSaid({ 'behaviour.observed': allOf(isAboutParty, wasTalkedAbout) }),
  { 'behaviour.observed': isAgreed },
);
