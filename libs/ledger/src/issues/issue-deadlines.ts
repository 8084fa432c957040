import { builtInFactorSet, type EscalationLadder } from '../catalogue/factor-set';
import { calendarAt, deadlineAfter, endOfLocalDay, localDay } from '../calendar/working-days';
import { holdsSinceMs, type Duties } from '../due/duty';
import type { RecordedPlace } from '../entry/references';
import { entriesById } from '../register';
import { formatInstant, parseDay } from '../scoring/days';
import { compareRecorded, type EntryReading } from '../scoring/entry-reading';
import { factorSetInForce } from '../scoring/factor-sets';
import type { Reading } from '../scoring/reading';

/** An issue at a level of the ladder, from when its clock began there. */
export interface IssueStep {
  readonly level: number;
  /** Working days that the ladder allows. */
  readonly workingDays: number;
  readonly setBy: EntryReading;
  /** Party that has to deal with it; null: all. */
  readonly owner: string | null;
  /** Last millisecond in which each party states its case; null where the level asks for no statement. */
  readonly statementMs: number | null;
  /** Last millisecond of the time that the ladder allows … */
  readonly ladderMs: number;
  /** … and that there is, with what all agreed to. */
  readonly dueMs: number;
  /** The extension that counts; null without one. */
  readonly extendedBy: EntryReading | null;
  /** The entry that took the issue away from there; null while it is there. */
  readonly doneBy: EntryReading | null;
}

/**
 * The time limits of the escalation ladder: of each level that an issue was at, from the live entry that put it there to
 * the end of the last working day that the level allows, or to the day that all agreed to instead.
 */
export const issueDeadlines: Duties = ({ reading, entries: all }) =>
  [...entriesById(all, 'issue')].flatMap(([issue, entries]) =>
    issueSteps(reading, entries).map(({ level, owner, dueMs, setBy, doneBy }) => ({
      missed: 'issue.deadline-missed',
      data: { issue, level: String(level), due: formatInstant(dueMs) },
      dueMs,
      dueDay: localDay(dueMs),
      parties: owner === null ? reading.parties(localDay(dueMs)) : [owner],
      setBy,
      reads: ['issue', 'level'],
      doneBy,
    })),
  );

/**
 * Where a clock ran, the earliest first.
 *
 * @param entries about one issue, not voided
 */
export function issueSteps(reading: Reading, entries: readonly EntryReading[]): IssueStep[] {
  const steps: IssueStep[] = [];
  // What was raised and voided is no issue, whatever else was said of it.
  if (!entries.some(({ fact }) => fact.kind === 'issue.raised')) return steps;
  let step = null as IssueStep | null;
  let extensions: EntryReading[] = [];
  let level = 1;
  const end = (doneBy: EntryReading | null): void => {
    if (step !== null) steps.push({ ...extensions.sort(compareHolding).reduce(extended, step), doneBy });
    step = null;
    extensions = [];
  };
  for (const entry of entries.toSorted(compareRecorded)) {
    const owner: string | null = typeof entry.data['owner'] === 'string' ? entry.data['owner'] : (step?.owner ?? null);
    switch (entry.fact.kind) {
      case 'issue.raised':
      case 'issue.escalated':
      case 'issue.reopened':
        if (entry.fact.kind === 'issue.escalated') level = Number(entry.data['level'] ?? level);
        end(entry);
        step = stepOf(reading, entry, level, owner);
        break;
      case 'issue.assigned':
        if (step !== null) step = { ...step, owner };
        break;
      case 'issue.extended':
        if (entry.inEffect) extensions.push(entry);
        break;
      case 'issue.resolved':
      case 'issue.withdrawn':
        end(entry);
    }
  }
  end(null);
  return steps;
}

/** The ladder of the method in force on a day. */
export function ladderOn(reading: Reading, day: number): EscalationLadder | undefined {
  return factorSetInForce(reading, day).escalationLadder ?? builtInFactorSet.escalationLadder;
}

/** Where an issue's time ran out before a moment, also while the ledger has not yet said so. */
export function timesRunOut(reading: Reading, entries: readonly EntryReading[], nowMs: number): RecordedPlace[] {
  return issueSteps(reading, entries)
    .filter(({ dueMs, doneBy }) => dueMs < (doneBy?.fact.ledgerRecorded ?? nowMs))
    .map(({ dueMs, setBy }) => ({ recorded: dueMs, order: setBy.fact.revision }));
}

/** Null where no clock runs: of what was imported, and at a level without a limit. */
function stepOf(reading: Reading, setBy: EntryReading, level: number, owner: string | null): IssueStep | null {
  const { recorded, imported } = setBy.fact;
  if (imported) return null;
  const ladder = ladderOn(reading, localDay(recorded));
  const { workingDays = null, statementWithinWorkingDays: statement = null } =
    ladder?.levels.find((each) => each.level === level) ?? {};
  if (workingDays === null) return null;
  const calendar = calendarAt(reading, recorded, ladder?.calendar);
  const ladderMs = deadlineAfter(calendar, recorded, workingDays);
  const statementMs = statement === null ? null : deadlineAfter(calendar, recorded, statement);
  const times = { statementMs, ladderMs, dueMs: ladderMs };
  return { level, workingDays, setBy, owner, ...times, extendedBy: null, doneBy: null };
}

function compareHolding(a: EntryReading, b: EntryReading): number {
  return holdsSinceMs(a) - holdsSinceMs(b);
}

/** An extension that all agreed to counts if they had while there was still time, and it gives more. */
function extended(step: IssueStep, entry: EntryReading): IssueStep {
  const { due } = entry.data;
  const day = typeof due === 'string' ? parseDay(due) : null;
  if (day === null || holdsSinceMs(entry) > step.dueMs) return step;
  const dueMs = endOfLocalDay(day);
  return dueMs > step.dueMs ? { ...step, dueMs, extendedBy: entry } : step;
}
