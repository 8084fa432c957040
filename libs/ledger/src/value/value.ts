import type { Content } from '../entry/content';
import { about, notNow, type Rule, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import type { LedgerState } from '../entry/state';
import { Problem } from '../problems';
import { dayOf, parseEffective } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { isNegative, moneyIn } from './money';

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
  return entries.reduce((situation, { fact }) => IDEA_AFTER[fact.kind] ?? situation, 'proposed' as IdeaSituation);
}

/** What became of a forecast: nothing yet, something, nothing, or nobody said. */
export type BenefitSituation = 'forecast' | 'realised' | 'missed' | 'unreported';

/** @param isOverdue the time to report is over */
export function benefitSituation(entries: readonly EntryReading[], isOverdue: boolean): BenefitSituation {
  const has = (kind: string): boolean => entries.some(({ fact }) => fact.kind === kind);
  if (has('benefit.realised')) return 'realised';
  if (has('benefit.missed')) return 'missed';
  return isOverdue ? 'unreported' : 'forecast';
}

/** An idea that is in use is answered for good; others may be tested again and again. */
const ideaIsOpen: Rule = (state, content) => {
  const situation = ideaSituation(about(state, content, 'idea'));
  if (situation === 'implemented' || (situation === 'declined' && content.kind === 'idea.declined'))
    throw notNow(`the idea is ${situation} already; propose what is new as an idea of its own`, 'data.idea');
};

/** Both dates, where both are given, in order. */
const hasPeriod: Rule = (_state, { data }) => {
  const [first, last] = [data['from'], data['until']].map((date) =>
    typeof date === 'string' ? parseEffective(date) : null,
  );
  if (first && last && last.lastDay < first.firstDay) throw invalid('data.until', 'a day that is not before from');
};

/** What runs the other way has a kind of its own. */
const isNoLess: Rule = (_state, { kind, data }) => {
  const money = moneyIn(data['amount']);
  if (money === null || !isNegative(money)) return;
  throw invalid(
    'data.amount',
    kind.startsWith('benefit.') ? 'no negative amount; disbenefit.recorded says what was lost' : 'no negative amount',
  );
};

/** What is cashable can be counted. */
const isCounted: Rule = (_state, { data }) => {
  if (data['cashability'] === 'cashable' && moneyIn(data['amount']) === null)
    throw invalid('data.amount', 'an amount, since the benefit is cashable');
};

/** What a benefit may have come from, by the field that names it. */
const ORIGINS = ['idea', 'improvement', 'lesson', 'objective', 'decision', 'issue', 'risk'] as const;

const hasKnownOrigin: Rule = ({ naming, factors }, { data }) => {
  const { cameFrom, helpedByFactor } = data;
  if (typeof cameFrom === 'string' && !ORIGINS.some((origin) => naming.has(`${origin}:${cameFrom}`)))
    throw notNow(`data.cameFrom: there is no ${ORIGINS.join(', ')} "${cameFrom}"`, 'data.cameFrom');
  if (typeof helpedByFactor === 'number' && !factors.has(helpedByFactor)) {
    const why = `data.helpedByFactor: ${helpedByFactor} is in no factor set agreed here`;
    throw new Problem('unknown-factor', why, 'data.helpedByFactor');
  }
};

/** What lies ahead is forecast, not realised; a day of leave as with every effective date. */
const liesBehind: Rule = (_state, { data }, now) => {
  const until = typeof data['until'] === 'string' ? parseEffective(data['until']) : null;
  if (until !== null && until.firstDay > dayOf(now) + 1)
    throw notNow('what is realised lies behind: report it up to today, and the rest when it has come', 'data.until');
};

function all(...rules: readonly Rule[]): Rule {
  return (state: LedgerState, content: Content, now: number) => {
    for (const rule of rules) rule(state, content, now);
  };
}

export const valueRules: Rules = {
  'idea.tested': ideaIsOpen,
  'idea.implemented': ideaIsOpen,
  'idea.declined': ideaIsOpen,
  'benefit.forecast': all(hasPeriod, isNoLess, isCounted, hasKnownOrigin),
  'benefit.realised': all(hasPeriod, isNoLess, liesBehind),
  'benefit.missed': isNoLess,
  'disbenefit.recorded': all(hasPeriod, isNoLess),
  'cost.incurred': all(hasPeriod, isNoLess),
  'reward.shared': hasPeriod,
};
