import type { Clocks } from '../parameters';
import { visibleIn } from '../register';
import { lastDayOfTerm } from '../relationship/term';
import { remembered } from '../score/remembered';
import { factsIn } from '../score/score.queries';
import { pointsOn, relationshipStart, type HistoryPoint } from '../scoring/history';
import { contractYearOf } from '../value/years';
import type { Views } from '../views';

/** Years of a contract that are looked at, at most. */
const MAX_CONTRACT_YEARS = 50;

/**
 * Where a relationship stood at the end of each year of its contract that is over, the first first, under the method then
 * in force.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function contractYearsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<readonly HistoryPoint[]> {
  const { day, reading, entries } = await visibleIn(views, relationship, clocks, now);
  return remembered(
    await factsIn(views, relationship),
    'contract-years',
    { ...clocks, day },
    () => {
      const start = relationshipStart(reading);
      const last = Math.min(day, lastDayOfTerm(entries));
      if (start === null) return [];
      const days: number[] = [];
      for (let { lastDay } = contractYearOf(start, start); lastDay <= last && days.length < MAX_CONTRACT_YEARS;) {
        days.push(lastDay);
        lastDay = contractYearOf(lastDay + 1, start).lastDay;
      }
      return pointsOn(reading, days);
    },
    (points) => points.length,
  );
}
