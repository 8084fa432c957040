import { endOfLocalDay, localDay } from '../calendar/working-days';
import { about, notNow, type Rules } from '../entry/rules';
import type { Content } from '../entry/content';
import type { LedgerState } from '../entry/state';
import { formatDay, parseDay } from '../scoring/days';
import { compareRecorded, type EntryReading } from '../scoring/entry-reading';
import { issueSteps } from './issue-deadlines';

/** Where an issue stands: open at a level of the escalation ladder, from 1, or out of it. */
export type IssueSituation =
  | { readonly is: 'open'; readonly level: number; readonly owner: string | null }
  | { readonly is: 'resolved'; readonly level: number }
  | { readonly is: 'withdrawn'; readonly level: number };

/** From the entries about the issue, not voided. */
export function issueSituation(entries: readonly EntryReading[]): IssueSituation {
  let issue: IssueSituation = { is: 'open', level: 1, owner: null };
  for (const { fact, data } of entries.toSorted(compareRecorded)) {
    const owner: string | null = issue.is === 'open' ? issue.owner : null;
    switch (fact.kind) {
      case 'issue.raised':
      case 'issue.assigned':
        issue = { is: 'open', level: issue.level, owner: typeof data['owner'] === 'string' ? data['owner'] : owner };
        break;
      case 'issue.escalated':
        issue = { is: 'open', level: Number(data['level']), owner };
        break;
      case 'issue.resolved':
        issue = { is: 'resolved', level: issue.level };
        break;
      case 'issue.withdrawn':
        issue = { is: 'withdrawn', level: issue.level };
        break;
      case 'issue.reopened':
        issue = { is: 'open', level: issue.level, owner };
    }
  }
  return issue;
}

function mustBeOpen(state: LedgerState, content: Content): IssueSituation & { is: 'open' } {
  const issue = issueSituation(about(state, content, 'issue'));
  if (issue.is !== 'open')
    throw notNow(`${content.kind} needs an open issue; this one is ${issue.is}, reopen it first`, 'data.issue');
  return issue;
}

export const issuesRules: Rules = {
  'issue.assigned': mustBeOpen,
  'issue.escalated': (state, content) => {
    const { level } = mustBeOpen(state, content);
    const to = Number(content.data['level']);
    if (to <= level)
      throw notNow(`the issue is at level ${level}: it escalates to a higher one, not to ${to}`, 'data.level');
  },
  'issue.resolved': mustBeOpen,
  'issue.extended': (state, content, now) => {
    mustBeOpen(state, content);
    const step = issueSteps(state.reading, about(state, content, 'issue')).at(-1);
    if (step === undefined || step.doneBy !== null) return;
    if (step.dueMs < now) throw notNow('the time limit of its level is past: escalate the issue instead', 'data.issue');
    const { due } = content.data;
    const day = typeof due === 'string' ? parseDay(due) : null;
    if (day === null || endOfLocalDay(day) <= step.dueMs) {
      const until = formatDay(localDay(step.dueMs));
      throw notNow(`an extension names a later day than ${until}, until which there is time anyway`, 'data.due');
    }
  },
  'issue.withdrawn': (state, content) => {
    mustBeOpen(state, content);
    const raised = about(state, content, 'issue').find((entry) => entry.fact.kind === 'issue.raised');
    if (raised?.fact.party !== content.party)
      throw notNow('only the party that raised an issue withdraws it', 'data.issue');
  },
  'issue.reopened': (state, content) => {
    const { is } = issueSituation(about(state, content, 'issue'));
    if (is === 'open') throw notNow('the issue is open already', 'data.issue');
  },
};
