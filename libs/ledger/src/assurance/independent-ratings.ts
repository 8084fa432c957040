import { compareEntries, type StatusWord } from '../scoring/entry-reading';
import type { Fact } from '../scoring/fact';
import type { Reading } from '../scoring/reading';

/** A level that somebody outside the parties gave: shown beside theirs, and never counted. */
export interface IndependentRating {
  readonly factor: number;
  readonly entry: string;
  /** Such as `certification-body`. */
  readonly assessor: string | null;
  readonly level: number;
  /** Effective date, as precise as it was given. */
  readonly effective: string | null;
  readonly ageDays: number;
  readonly status: StatusWord;
}

/**
 * The latest of each kind of assessor for each factor, by factor.
 *
 * @param facts what the reading is made of: most hold none, and then it is not made
 */
export function independentRatings(
  facts: readonly Fact[],
  readingOf: () => Reading,
  asOf: number,
): readonly IndependentRating[] {
  if (!facts.some(({ kind }) => kind === 'rating.independent')) return [];
  const latest = new Map<string, IndependentRating>();
  const entries = readingOf()
    .entries.filter(({ fact, status, day }) => fact.kind === 'rating.independent' && status !== 'voided' && day <= asOf)
    .sort(compareEntries);
  for (const { fact, factor, data, effective, day, statusWord } of entries) {
    const { level, assessor: named } = data;
    const assessor = typeof named === 'string' ? named : null;
    if (factor === null || typeof level !== 'number') continue;
    const rating = { factor, entry: fact.id, assessor, level, effective, ageDays: asOf - day, status: statusWord };
    latest.set(`${factor} ${assessor ?? ''}`, rating);
  }
  return [...latest.values()].sort((a, b) => a.factor - b.factor);
}
