import { endOfLocalDay, localDay } from '../calendar/working-days';
import type { EscalationLadder } from '../catalogue/factor-set';
import { dutyLedger } from '../due/duty';
import { lastOf } from '../entry/rules';
import { knownIn } from '../known-at';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, textIn, thingsNamed, type Named, type RegisterDates } from '../register';
import { factsIn } from '../score/score.queries';
import { formatDay, formatInstant, parseDay } from '../scoring/days';
import { compareRecorded, type EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';
import type { Views } from '../views';
import { issueSteps, ladderOn } from './issue-deadlines';
import { issueSituation, type IssueSituation } from './issues';

/** The time limit of the level that an issue is at. */
export interface IssueDeadline {
  /** Working days that the ladder allows. */
  readonly workingDays: number;
  /** `YYYY-MM-DD`, where the relationship is: there is time until the end of that day. */
  readonly due: string;
  /** The last millisecond of it, RFC 3339. */
  readonly until: string;
  /** `YYYY-MM-DD`: the last day that the ladder allows, where all agreed to a later one; null where they did not. */
  readonly extendedFrom: string | null;
  /** `YYYY-MM-DD`: until then each party states its case; null where the level asks for no statement. */
  readonly statementDue: string | null;
  readonly overdue: boolean;
  /** Id of the entry that says it was missed; null where there is none. */
  readonly missed: string | null;
}

export interface Issue {
  readonly id: string;
  readonly title: string | null;
  readonly situation: IssueSituation['is'];
  /** `low`, `medium` or `high`. */
  readonly impact: string | null;
  /** Of the escalation ladder, from 1: where it is, or where it was when it ended. */
  readonly level: number;
  /** Of that level, in the ladder of the method in force. */
  readonly levelName: string | null;
  /** Null where no clock runs: it is not open, it was imported, or its level has no limit. */
  readonly deadline: IssueDeadline | null;
  /** Party that has to deal with it; null where nobody has, or where it is no longer open. */
  readonly owner: string | null;
  /** Effective date, as precise as it was given. */
  readonly raised: string | null;
  readonly raisedBy: string | null;
  /** Effective date; null unless it is resolved. */
  readonly resolved: string | null;
  /** How often it was reopened. */
  readonly reopened: number;
  /** How often the time of a level ran out. */
  readonly deadlinesMissed: number;
  /** Id of the last formal dispute that it became; null without one. */
  readonly dispute: string | null;
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
  const day = parseDay(dates.asOf) ?? 0;
  const { reading } = knownIn(await factsIn(views, relationship), clocks);
  const ledger = dutyLedger(reading, day);
  const clock: Clock = {
    about: entriesById(ledger.entries, 'issue'),
    reading,
    ladder: ladderOn(reading, day),
    nowMs: clocks.asOf === undefined ? now : endOfLocalDay(day),
  };
  return { ...dates, issues: things.map((issue) => issueRow(issue, clock)) };
}

interface Clock {
  readonly reading: Reading;
  /** Entries by issue. */
  readonly about: ReadonlyMap<string, readonly EntryReading[]>;
  readonly ladder: EscalationLadder | undefined;
  readonly nowMs: number;
}

function deadlineOf(issue: string, { about, reading, nowMs }: Clock): IssueDeadline | null {
  const entries = about.get(issue) ?? [];
  const step = issueSteps(reading, entries).at(-1);
  if (step === undefined || step.doneBy !== null) return null;
  const { workingDays, dueMs, ladderMs, statementMs, extendedBy } = step;
  const until = formatInstant(dueMs);
  const missed = entries.findLast(({ fact }) => fact.kind === 'issue.deadline-missed' && fact.data['due'] === until);
  return {
    workingDays,
    due: formatDay(localDay(dueMs)),
    until,
    extendedFrom: extendedBy === null ? null : formatDay(localDay(ladderMs)),
    statementDue: statementMs === null ? null : formatDay(localDay(statementMs)),
    overdue: dueMs < nowMs,
    missed: missed?.fact.id ?? null,
  };
}

function issueRow({ id, entries, dataOf }: Named, clock: Clock): Issue {
  const situation = issueSituation(entries);
  const raised = lastOf(entries, 'issue.raised');
  const { title, impact } = dataOf(raised);
  return {
    id,
    title: textIn(title),
    situation: situation.is,
    impact: textIn(impact),
    level: situation.level,
    levelName: clock.ladder?.levels.find(({ level }) => level === situation.level)?.name ?? null,
    deadline: situation.is === 'open' ? deadlineOf(id, clock) : null,
    owner: situation.is === 'open' ? situation.owner : null,
    raised: raised?.effective ?? null,
    raisedBy: raised?.fact.party ?? null,
    resolved:
      situation.is === 'resolved'
        ? (lastOf(entries.toSorted(compareRecorded), 'issue.resolved')?.effective ?? null)
        : null,
    reopened: entries.filter(({ fact }) => fact.kind === 'issue.reopened').length,
    deadlinesMissed: entries.filter(({ fact }) => fact.kind === 'issue.deadline-missed').length,
    dispute: textIn(lastOf(entries, 'dispute.notified')?.data['dispute']),
    entries: idsOf(entries),
  };
}
