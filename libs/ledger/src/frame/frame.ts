import { namesNextReview } from '../documents/documents';
import { allOf, dateIn, ofWhatIsSaid, together } from '../entry/plausible';
import { notNow, type Rule, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import type { LedgerState } from '../entry/state';
import { checkTerm } from '../relationship/relationship';
import { endOfTerm } from '../relationship/term';
import { dayOf, effectiveDay, parseEffective } from '../scoring/days';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';

function inEffect(state: LedgerState, kind: string): readonly EntryReading[] {
  return state.reading.entries.filter((entry) => entry.fact.kind === kind && entry.inEffect);
}

/** The contract never ends before it begins. */
const endsAfterStart: Rule = (state, { data }) => {
  const start = inEffect(state, 'relationship.established')[0]?.data['start'];
  checkTerm({ ...(start !== undefined && { start }), ...(data['end'] !== undefined && { end: data['end'] }) });
};

/** An option that is exercised moves the end; one that is not leaves it. */
const fitsOutcome: Rule = (_state, { data: { outcome, end } }) => {
  if (outcome === 'exercised' && dateIn(end) === null)
    throw invalid('data.end', 'the day on which the contract ends then');
  if (outcome !== 'exercised' && end !== undefined)
    throw invalid('data.end', 'no day, since the option is not exercised');
};

const movesEnd: Rule = (state, { data }) => {
  const day = dateIn(data['end']);
  if (day === null) return;
  const endsNow = endOfTerm(state.reading.entries);
  const before = endsNow === null ? null : parseEffective(endsNow);
  if (before !== null && day.lastDay <= before.lastDay)
    throw notNow(`the contract lasts until ${endsNow ?? ''} anyway; an extension names a later day`, 'data.end');
};

const entersOther: Rule = (state, { data, effective }, now) => {
  const day = effective === null ? dayOf(now) : (effectiveDay(effective, now) ?? dayOf(now));
  const entered = inEffect(state, 'stage.entered').filter((entry) => entry.day <= day);
  const stage = [...entered].sort(compareEntries).at(-1)?.data['stage'];
  if (stage === data['stage'])
    throw notNow('the relationship is in this stage already; the others agree to that entry', 'data.stage');
};

const SAID: Rules = {
  'contract.amended': endsAfterStart,
  'extension.decided': allOf(endsAfterStart, fitsOutcome),
  'case.recorded': namesNextReview,
  'vision.agreed': namesNextReview,
};

export const frameRules: Rules = together(ofWhatIsSaid(SAID), {
  'stage.entered': entersOther,
  'extension.decided': movesEnd,
});
