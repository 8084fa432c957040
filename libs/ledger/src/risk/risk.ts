import type { Content } from '../entry/content';
import { allOf, comesAfter, dateIn, isAboutParty, isNoLess, ofWhatIsSaid, together } from '../entry/plausible';
import { about, lastDeciding, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import type { LedgerState } from '../entry/state';
import { formatDay } from '../scoring/days';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';

/** Where a risk stands; what happened may happen again, until the risk is closed. */
export type RiskSituation = 'open' | 'happened' | 'closed';

const RISK_AFTER: Readonly<Record<string, RiskSituation>> = {
  'risk.raised': 'open',
  'risk.materialised': 'happened',
  'risk.closed': 'closed',
};

/** From the entries about the risk in the order of facts, not voided. What happens after all opens it again. */
export function riskSituation(entries: readonly EntryReading[]): RiskSituation {
  return RISK_AFTER[lastOfRisk(entries)?.fact.kind ?? ''] ?? 'open';
}

/** The entry that says where it stands; one that a party disputes says it only where no other does. */
export function lastOfRisk(entries: readonly EntryReading[]): EntryReading | undefined {
  return lastDeciding(entries, ...Object.keys(RISK_AFTER)) ?? lastOf(entries, 'risk.raised');
}

const mustNotBeClosed: Rule = (state: LedgerState, content: Content) => {
  if (riskSituation(about(state, content, 'risk').toSorted(compareEntries)) === 'closed')
    throw notNow('the risk is closed; raise what is left of it as a risk of its own', 'data.risk');
};

const namesBearer: Rule = (_state, { data: { owner, shared } }) => {
  if (owner === undefined && shared !== true) throw invalid('data.owner', 'who bears the risk, or that it is shared');
};

/** Late is what was known before it was said. */
const wasKnownBefore: Rule = (_state, { effective, data }) => {
  const [disclosed, known] = [dateIn(effective ?? undefined), dateIn(data['knownSince'])];
  if (disclosed !== null && known !== null && known.firstDay >= disclosed.lastDay)
    throw invalid('data.knownSince', `a day before ${formatDay(disclosed.lastDay)}, on which it was disclosed`);
};

/** A correction links what was said before a risk was raised; its day may lie before that of the risk. */
const linksRaised: Rule = (state, content) => {
  const { risk } = content.data;
  if (typeof risk === 'string' && lastOf(about(state, content, 'risk'), 'risk.raised') === undefined)
    throw notNow(`data.risk: there is no risk "${risk}"; risk.raised makes one`, 'data.risk');
};

const SAID: Rules = {
  'risk.raised': comesAfter('nextReview', 'the next review'),
  'risk.disclosed-late': allOf(isAboutParty, wasKnownBefore),
  'risk.materialised': isNoLess,
  'risk.allocated': namesBearer,
};

export const riskRules: Rules = together(ofWhatIsSaid(SAID), {
  'risk.assessed': mustNotBeClosed,
  'risk.mitigated': mustNotBeClosed,
  'risk.closed': mustNotBeClosed,
  'risk.allocated': mustNotBeClosed,
  'entry.corrected warning.given': linksRaised,
  'entry.corrected risk.disclosed-late': linksRaised,
});
