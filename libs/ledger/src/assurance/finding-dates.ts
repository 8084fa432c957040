import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, type Duties, type Duty } from '../due/duty';
import { entriesById } from '../register';

/** Reminders of findings: to answer one by its day, and then to do by its day what was answered. Nothing follows. */
export const findingDates: Duties = ({ reading, entries: all }) =>
  [...entriesById(all, 'finding')].flatMap(([finding, entries]) => {
    const duties: Duty[] = [];
    let step = null as Omit<Duty, 'doneBy'> | null;
    for (const entry of entries) {
      const { kind } = entry.fact;
      if (step !== null && kind !== 'finding.raised') {
        duties.push({ ...step, doneBy: entry });
        step = null;
      }
      if (kind === 'finding.closed') break;
      const dueDay = dayIn(entry, 'due');
      if (dueDay === null) continue;
      const { owner } = entry.data;
      step = {
        missed: null,
        title: kind === 'finding.raised' ? 'Answer the finding' : 'Put the finding right',
        data: { finding },
        dueDay,
        dueMs: endOfLocalDay(dueDay),
        parties: typeof owner === 'string' ? [owner] : reading.parties(dueDay),
        setBy: entry,
      };
    }
    if (step !== null) duties.push({ ...step, doneBy: null });
    return duties;
  });
