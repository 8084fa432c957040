import type { JsonObject } from '@app/event-store';
import { localDay } from '../calendar/working-days';
import { dutyLedger } from '../due/duty';
import { liesBehind } from '../entry/date-rules';
import { allOf, dateIn, hasPeriod, isAboutParty, isNoLess, ofWhatIsSaid, together } from '../entry/plausible';
import { about, notNow, type Rule, type Rules } from '../entry/rules';
import { Problem } from '../problems';
import { isOnTarget, type MeasuredFamily } from './figures';
import { indicatorReports } from './indicator-duties';

/** An indicator of the other family has kinds of its own. */
function isOf(family: MeasuredFamily): Rule {
  return (state, content) => {
    if (content.data['indicator'] === undefined) return;
    if (about(state, content, 'indicator').some(({ fact }) => fact.kind === `${family}.defined`)) return;
    const other = family === 'trust' ? 'an indicator of performance' : 'a trust indicator';
    throw notNow(`data.indicator: this is ${other}; ${family}.defined makes the one that is meant`, 'data.indicator');
  };
}

/** Each party gives one figure for a period; a slip in it is corrected, and the other side’s is answered. */
const isFirstOfPeriod: Rule = (state, content) => {
  const { kind, party, data, answers } = content;
  const same = about(state, content, 'indicator').find(
    ({ fact, data: other }) =>
      fact.id !== answers && fact.kind === kind && fact.party === party && periodOf(other) === periodOf(data),
  );
  if (same !== undefined)
    throw notNow(`entry ${same.fact.id} gives a figure for this period; correct that one`, 'data.until');
};

/** The same however coarse its dates are. */
function periodOf({ from, until }: JsonObject): string {
  return `${dateIn(from)?.firstDay ?? ''} ${dateIn(until)?.lastDay ?? ''}`;
}

/** Whoever reports a miss is never the worse for it; what nobody does about it costs. */
const costsNothing: Rule = (_state, { kind, sign }) => {
  if (sign === '-') throw new Problem('no-fault', `sign: ${kind} never carries a minus, whatever the figure`, 'sign');
};

const staysWithoutMinus: Rule = (_state, { data: { sign } }) => {
  if (sign === '-') throw new Problem('no-fault', 'data.sign: a figure never carries a minus', 'data.sign');
};

const hasMiss: Rule = (state, content) => {
  const entries = about(state, content, 'indicator');
  const definitions = entries.filter(({ fact }) => fact.kind.endsWith('.defined'));
  const figures = entries.filter(({ fact }) => fact.kind.endsWith('.measured'));
  const misses = figures.some((figure) => !isOnTarget(definitions, figure));
  if (!misses)
    throw notNow('no figure of this indicator misses its target: there is nothing to act on', 'data.indicator');
};

/**
 * Rules of the indicators of a family.
 *
 * @param also holds of its figures
 */
export function measuredRules(family: MeasuredFamily, ...also: readonly Rule[]): Rules {
  const lies = liesBehind('until', 'what is measured lies behind: report it when its period is over');
  return together(ofWhatIsSaid({ [`${family}.measured`]: allOf(hasPeriod, lies, isFirstOfPeriod, ...also) }), {
    [`${family}.measured`]: allOf(isOf(family), costsNothing),
    [`entry.corrected ${family}.measured`]: staysWithoutMinus,
    [`${family}.acted-on`]: allOf(isOf(family), hasMiss),
  });
}

/** What can still be done in time is not late. */
const wasDue: Rule = (_state, { data }, now) => {
  const due = dateIn(data['due']);
  if (due !== null && due.lastDay >= localDay(now)) throw notNow('there is time until the end of that day', 'data.due');
};

/** A contract may ask for more reports than the ledger awaits; of those that it does a party says no more than it would. */
const isOverdue: Rule = (state, content, now) => {
  const { party, data } = content;
  if (party === 'ledger') return;
  const said = about(state, content, 'indicator').find(
    ({ fact, data: other }) => fact.kind === 'report.overdue' && other['due'] === data['due'],
  );
  if (said !== undefined) throw notNow(`entry ${said.fact.id} says so already`, 'data.due');
  const given = indicatorReports(dutyLedger(state.reading), now).find(
    (duty) => duty.data['indicator'] === data['indicator'] && duty.data['due'] === data['due'],
  )?.doneBy;
  if (given) throw notNow(`the figure is there: entry ${given.fact.id}`, 'data.due');
};

const SAID: Rules = {
  'report.overdue': wasDue,
  'payment.made': isNoLess,
  'payment.late': allOf(isAboutParty, isNoLess, wasDue),
  'deduction.applied': allOf(isAboutParty, isNoLess),
};

export const performanceRules: Rules = together(measuredRules('indicator'), ofWhatIsSaid(SAID), {
  'report.overdue': allOf(isOf('indicator'), isOverdue),
  'deduction.applied': isOf('indicator'),
});
