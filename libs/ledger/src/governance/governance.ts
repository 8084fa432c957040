import { isOver, liesAhead } from '../entry/date-rules';
import { ofWhatIsSaid, together } from '../entry/plausible';
import { about, lastDeciding, notNow, type Rule, type Rules } from '../entry/rules';
import { parseEffective } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

/** Where a decision stands: to be carried out, or out of the way. */
export type DecisionSituation = 'open' | 'done' | 'dropped' | 'superseded';

/** From the entries about the decision, not voided; that it is out of the way counts unless a party disputes it. */
export function decisionSituation(entries: readonly EntryReading[]): DecisionSituation {
  const closed = lastDeciding(entries, 'decision.closed');
  return closed === undefined ? 'open' : ((closed.data['outcome'] ?? 'done') as DecisionSituation);
}

const decisionIsOpen: Rule = (state, content) => {
  const situation = decisionSituation(about(state, content, 'decision'));
  if (situation !== 'open') throw notNow(`the decision is ${situation} already`, 'data.decision');
};

/** One meeting is logged once, by one party; the others agree to that. A month may hold several. */
const isNoOther: Rule = (state, content) => {
  const date = content.effective === null ? null : parseEffective(content.effective);
  if (date === null || date.firstDay !== date.lastDay) return;
  const same = about(state, content, 'body').find(
    ({ fact, effective }) =>
      fact.id !== content.answers && fact.kind === 'meeting.held' && effective === content.effective,
  );
  if (same !== undefined)
    throw notNow(`the meeting of ${content.effective ?? ''} is logged already; the others agree to it`, 'effective');
};

/** To a day that comes after the one on which it was moved. */
const movesAhead: Rule = (_state, { data, effective }) => {
  const [to, on] = [data['newDate'], effective].map((date) => (typeof date === 'string' ? parseEffective(date) : null));
  if (to && on && to.lastDay <= on.firstDay) throw notNow('a meeting is moved to a later day', 'data.newDate');
};

/** What was held was not missed, and what was missed is said once. */
const wasNotHeld: Rule = (state, content) => {
  const { due } = content.data;
  if (content.party === 'ledger') return;
  for (const { fact, data, effective } of about(state, content, 'body')) {
    if (fact.kind === 'meeting.held' && effective === due) throw notNow('it was held on that day', 'data.due');
    if (fact.kind === 'meeting.missed' && data['due'] === due)
      throw notNow('it is recorded already that it was missed; the others answer that entry', 'data.due');
  }
};

const SAID: Rules = {
  'meeting.held': isNoOther,
  'meeting.postponed': movesAhead,
  'meeting.missed': isOver('due'),
  'decision.recorded': liesAhead('due'),
  'decision.late': isOver('due'),
};

export const governanceRules: Rules = together(ofWhatIsSaid(SAID), {
  'meeting.missed': wasNotHeld,
  'decision.closed': decisionIsOpen,
});
