import type { JsonObject } from '@app/event-store';
import { liesBehind } from '../entry/date-rules';
import { allOf, dateIn, hasPeriod, isKnownFactor, isNoLess, ofWhatIsSaid, together } from '../entry/plausible';
import { about, answeredBy, decides, lastDeciding, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import { entriesById } from '../register';
import { compareRecorded, type EntryReading } from '../scoring/entry-reading';
import { moneyIn } from './money';

/** Where an idea stands. */
export type IdeaSituation = 'proposed' | 'tested' | 'declined' | 'implemented';

const IDEA_AFTER: Readonly<Record<string, IdeaSituation>> = {
  'idea.proposed': 'proposed',
  'idea.tested': 'tested',
  'idea.declined': 'declined',
  'idea.implemented': 'implemented',
};

/** From the entries about the idea, not voided; one that was declined, or parked, may be taken up after all. */
export function ideaSituation(entries: readonly EntryReading[]): IdeaSituation {
  return IDEA_AFTER[lastOfIdea(entries)?.fact.kind ?? ''] ?? 'proposed';
}

/** The entry that says where it stands; one that a party disputes says it only where no other does. */
export function lastOfIdea(entries: readonly EntryReading[]): EntryReading | undefined {
  const steps = entries.toSorted(compareRecorded);
  return lastDeciding(steps, ...Object.keys(IDEA_AFTER)) ?? lastOf(steps, 'idea.proposed');
}

/** What became of a forecast, as no party disputes: nothing yet, something, nothing, or nobody said. */
export type BenefitSituation = 'forecast' | 'realised' | 'missed' | 'unreported';

/** @param isOverdue nobody reported in time, also while the ledger has not yet said so */
export function benefitSituation(entries: readonly EntryReading[], isOverdue: boolean): BenefitSituation {
  const has = (kind: string): boolean => entries.some((entry) => entry.fact.kind === kind && decides(entry));
  if (has('benefit.realised')) return 'realised';
  if (has('benefit.missed')) return 'missed';
  return isOverdue || has('benefit.unreported') ? 'unreported' : 'forecast';
}

/** Forecasts of benefits by the id of what they come from. */
export function forecastsByOrigin(entries: readonly EntryReading[]): ReadonlyMap<string, readonly EntryReading[]> {
  return entriesById(
    entries.filter(({ fact }) => fact.kind === 'benefit.forecast'),
    'cameFrom',
  );
}

/** An idea that is in use is answered for good; others may be tested again and again. */
const ideaIsOpen: Rule = (state, content) => {
  const situation = ideaSituation(about(state, content, 'idea'));
  if (situation === 'implemented' || (situation === 'declined' && content.kind === 'idea.declined'))
    throw notNow(`the idea is ${situation} already; propose what is new as an idea of its own`, 'data.idea');
};

/** What is cashable can be counted. */
const isCounted: Rule = (_state, { data }) => {
  if (data['cashability'] === 'cashable' && moneyIn(data['amount']) === null)
    throw invalid('data.amount', 'an amount, since the benefit is cashable');
};

/** What a benefit may have come from, by the field that names it. */
const ORIGINS = ['idea', 'improvement', 'lesson', 'objective', 'decision', 'issue', 'risk'] as const;

const hasKnownOrigin: Rule = ({ naming }, { data: { cameFrom } }) => {
  if (typeof cameFrom === 'string' && !ORIGINS.some((origin) => naming.has(`${origin}:${cameFrom}`)))
    throw notNow(`data.cameFrom: there is no ${ORIGINS.join(', ')} "${cameFrom}"`, 'data.cameFrom');
};

const hasCome = liesBehind(
  'until',
  'what is realised lies behind: report it up to today, and the rest when it has come',
);

/** What came of a benefit in a time is said once: twice would double its sum, whoever says it. */
const isReportedOnce: Rule = (state, content) => {
  const { kind, data, answers } = content;
  const other = about(state, content, 'benefit').find(
    ({ fact, data: said }) => fact.id !== answers && fact.kind === kind && overlap(said, data),
  );
  if (other !== undefined)
    throw notNow(
      `entry ${other.fact.id} reports that already: answer it, or let its author correct it`,
      'data.benefit',
    );
};

/** Of what names no period it is all of it. */
function overlap(one: JsonObject, other: JsonObject): boolean {
  const startsBy = (a: JsonObject, b: JsonObject): boolean =>
    (dateIn(a['from'])?.firstDay ?? -Infinity) <= (dateIn(b['until'])?.lastDay ?? Infinity);
  return startsBy(one, other) && startsBy(other, one);
}

/** A benefit that is cashable stays counted. */
const staysCounted: Rule = (state, content) => {
  const { amount, cashability } = content.data;
  const before = answeredBy(state, content)?.data['cashability'];
  const isCashable = (cashability ?? before) === 'cashable';
  if (isCashable && (amount === null || (before !== 'cashable' && amount === undefined))) {
    throw invalid('data.amount', 'an amount, since the benefit is cashable');
  }
};

const SAID: Rules = {
  'benefit.forecast': allOf(hasPeriod, isNoLess, isKnownFactor('helpedByFactor')),
  'benefit.realised': allOf(hasPeriod, isNoLess, hasCome, isReportedOnce),
  'benefit.missed': allOf(isNoLess, isReportedOnce),
  'disbenefit.recorded': allOf(hasPeriod, isNoLess),
  'cost.incurred': allOf(hasPeriod, isNoLess),
  'reward.shared': hasPeriod,
};

export const valueRules: Rules = together(ofWhatIsSaid(SAID), {
  'idea.tested': ideaIsOpen,
  'idea.implemented': ideaIsOpen,
  'idea.declined': ideaIsOpen,
  'benefit.forecast': allOf(isCounted, hasKnownOrigin),
  'entry.corrected benefit.forecast': staysCounted,
});
