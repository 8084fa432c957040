import { builtInFactorSet } from '../catalogue/factor-set';
import { calendarOf, deadlineAfter, endOfLocalDay, localDay } from '../calendar/working-days';
import type { Duties, Duty } from '../due/duty';
import { entriesById } from '../register';
import { formatInstant, parseDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { factorSetInForce } from '../scoring/factor-sets';
import type { Reading } from '../scoring/reading';

/** An issue at a level of the ladder, from when its clock began there. */
interface Step {
  readonly level: number;
  readonly setBy: EntryReading;
  readonly owner: string | null;
  readonly dueMs: number;
}

/**
 * The time limits of the escalation ladder: of each level that an issue was at, from the live entry that put it there to
 * the end of the last working day that the level allows, or to the day that all agreed to instead.
 */
export const issueDeadlines: Duties = ({ reading, entries: all }) =>
  [...entriesById(all, 'issue')].flatMap(([issue, entries]) => deadlinesOf(reading, issue, entries));

function deadlinesOf(reading: Reading, issue: string, entries: readonly EntryReading[]): Duty[] {
  const duties: Duty[] = [];
  let step = null as Step | null;
  let level = 1;
  const end = (doneBy: EntryReading | null): void => {
    if (step === null) return;
    duties.push({
      missed: 'issue.deadline-missed',
      data: { issue, level: String(step.level), due: formatInstant(step.dueMs) },
      dueMs: step.dueMs,
      dueDay: localDay(step.dueMs),
      parties: step.owner === null ? reading.parties(localDay(step.dueMs)) : [step.owner],
      setBy: step.setBy,
      doneBy,
    });
    step = null;
  };
  for (const entry of entries) {
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
        if (step !== null) step = extended(step, entry);
        break;
      case 'issue.resolved':
      case 'issue.withdrawn':
        end(entry);
    }
  }
  end(null);
  return duties;
}

/** Null where no clock runs: of what was imported, and at a level without a limit. */
function stepOf(reading: Reading, entry: EntryReading, level: number, owner: string | null): Step | null {
  const { recorded, ledgerRecorded } = entry.fact;
  if (recorded !== ledgerRecorded) return null;
  const ladder = factorSetInForce(reading, localDay(recorded)).escalationLadder ?? builtInFactorSet.escalationLadder;
  const workingDays = ladder?.levels.find((each) => each.level === level)?.workingDays ?? null;
  if (workingDays === null) return null;
  const dueMs = deadlineAfter(calendarOf(reading, ladder?.calendar), recorded, workingDays);
  return { level, setBy: entry, owner, dueMs };
}

/** An extension counts if all had agreed to it while there was still time, and it gives more. */
function extended(step: Step, { inEffect, agreedSinceDay, data }: EntryReading): Step {
  const { due } = data;
  const day = typeof due === 'string' ? parseDay(due) : null;
  if (!inEffect || agreedSinceDay === null || day === null || agreedSinceDay > localDay(step.dueMs)) return step;
  return { ...step, dueMs: Math.max(step.dueMs, endOfLocalDay(day)) };
}
