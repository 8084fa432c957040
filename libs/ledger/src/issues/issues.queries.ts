import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, thingsNamed, type Named, type RegisterDates } from '../register';
import type { Views } from '../views';
import { issueSituation, type IssueSituation } from './issues';

export interface Issue {
  readonly id: string;
  readonly title: string | null;
  readonly situation: IssueSituation['is'];
  /** `low`, `medium` or `high`. */
  readonly impact: string | null;
  /** Of the escalation ladder, from 1: where it is, or where it was when it ended. */
  readonly level: number;
  /** Party that has to deal with it; null where nobody has, or where it is no longer open. */
  readonly owner: string | null;
  /** Effective date, as precise as it was given. */
  readonly raised: string | null;
  readonly raisedBy: string | null;
  /** Effective date; null unless it is resolved. */
  readonly resolved: string | null;
  /** How often it was reopened. */
  readonly reopened: number;
  /** Ids of all entries that name it. */
  readonly entries: readonly string[];
}

export interface IssueRegister extends RegisterDates {
  readonly issues: readonly Issue[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function issuesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<IssueRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'issue', clocks, now);
  return { ...dates, issues: things.map(issueRow) };
}

function issueRow({ id, entries, dataOf }: Named): Issue {
  const situation = issueSituation(entries);
  const raised = lastOf(entries, 'issue.raised');
  const { title, impact } = dataOf(raised);
  return {
    id,
    title: textIn(title),
    situation: situation.is,
    impact: textIn(impact),
    level: situation.level,
    owner: situation.is === 'open' ? situation.owner : null,
    raised: raised?.effective ?? null,
    raisedBy: raised?.fact.party ?? null,
    resolved: situation.is === 'resolved' ? (lastOf(entries, 'issue.resolved')?.effective ?? null) : null,
    reopened: entries.filter(({ fact }) => fact.kind === 'issue.reopened').length,
    entries: idsOf(entries),
  };
}
