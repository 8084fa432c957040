import { parseEffective } from '../scoring/days';
import { dateIn, objectIn, type At } from './fields';
import type { Release } from './package';

/** When something happened, and how well that is known. */
export interface Dated {
  readonly effective: string;
  /** True where the file has no date of the thing itself. */
  readonly approximate: true | null;
  /** As `Statement.once`. */
  readonly once: readonly string[];
  readonly datePath?: string;
}

export function ofRelease({ day }: Release): Dated {
  return { effective: day, approximate: true, once: ['effective', 'approximate'] };
}

/** The date of the thing itself, or else of the release. */
export function datedBy(at: At, name: string, release: Release): Dated {
  const own = dateIn(at, name);
  return own === undefined
    ? ofRelease(release)
    : { effective: own, approximate: null, once: [], datePath: `${at.path}.${name}` };
}

/** When a milestone was met or missed: `dateMet`, else `dateModified`, else `dueDate`, which is approximate. */
export function milestoneDated(at: At, release: Release): Dated {
  const met = dateIn(at, 'dateMet');
  if (met !== undefined) return datedBy(at, 'dateMet', release);
  const modified = dateIn(at, 'dateModified');
  // A release that only moves it corrects nothing: it is no date of the milestone.
  if (modified !== undefined)
    return { effective: modified, approximate: null, once: ['effective'], datePath: `${at.path}.dateModified` };
  return { ...ofRelease(release), effective: earliest(release.day, dateIn(at, 'dueDate')) };
}

/** When a period has ended; of one that goes on, when it was published. */
export function measuredIn(at: At, release: Release): Dated {
  const period = objectIn(at, 'period');
  const end = period && dateIn(period, 'endDate');
  if (period === undefined || end === undefined || firstDay(end) > firstDay(release.day)) return ofRelease(release);
  return datedBy(period, 'endDate', release);
}

/** Of coarse dates the one that begins first. */
export function earliest(first: string, ...others: readonly (string | undefined)[]): string {
  return others.reduce<string>(
    (least, date) => (date !== undefined && firstDay(date) < firstDay(least) ? date : least),
    first,
  );
}

export function firstDay(date: string): number {
  return parseEffective(date)?.firstDay ?? Infinity;
}

export function lastDay(date: string): number {
  return parseEffective(date)?.lastDay ?? Infinity;
}
