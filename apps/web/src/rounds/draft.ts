import type { Schemas } from '../api/client';

/** What a member is about to say of a factor. */
export interface DraftRating {
  readonly level: number;
  readonly evidenced: boolean;
}

/** What a member rates before it is handed in: it lies in this browser alone. */
export interface Draft {
  readonly ratings: Readonly<Record<number, DraftRating>>;
  /** Why other factors are not rated. */
  readonly reason: string;
  /** Others of the party still rate. */
  readonly more: boolean;
}

export const EMPTY_DRAFT: Draft = { ratings: {}, reason: '', more: false };
export const LEVELS = [0, 1, 2, 3, 4] as const;

/** Where a draft is kept: nobody else who uses this browser meets it in their own round. */
export function draftPlace(relationship: string, round: string, member: string): string {
  return ['round-draft', relationship, round, member].map(encodeURIComponent).join('/');
}

/** A draft as it was kept; what is none is an empty one. */
export function draftIn(kept: string | null): Draft {
  if (kept === null) return EMPTY_DRAFT;
  const { ratings, reason, more } = fieldsIn(kept);
  const rated = typeof ratings === 'object' && ratings !== null ? Object.entries(ratings) : [];
  return {
    ratings: Object.fromEntries(rated.flatMap(([factor, rating]) => ratingIn(Number(factor), rating))),
    reason: typeof reason === 'string' ? reason : '',
    more: more === true,
  };
}

function fieldsIn(kept: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Written by another version, or half: as if there were none.
    return {};
  }
}

function ratingIn(factor: number, value: unknown): [number, DraftRating][] {
  const { level, evidenced } = (value ?? {}) as Partial<DraftRating>;
  const isLevel = LEVELS.some((each) => each === level);
  return Number.isSafeInteger(factor) && isLevel
    ? [[factor, { level: level ?? 0, evidenced: evidenced === true }]]
    : [];
}

/** A level that is chosen anew rests on evidence only where that is said of it: what was said last was of another one. */
export function atLevel(rating: DraftRating | null, level: number): DraftRating {
  return { level, evidenced: rating?.evidenced ?? false };
}

/** The draft with another rating of a factor; null takes it out. */
export function withRating(draft: Draft, factor: number, rating: DraftRating | null): Draft {
  const { [factor]: _before, ...others } = draft.ratings;
  return { ...draft, ratings: rating === null ? others : { ...others, [factor]: rating } };
}

/** What is handed in: of the factors of the round those that are rated. */
export function handedIn(draft: Draft, factors: readonly number[]): Schemas['RatingsBody'] {
  const ratings = factors.flatMap((factor) => {
    const rating = draft.ratings[factor];
    return rating === undefined ? [] : [{ factor, ...rating }];
  });
  const reason = draft.reason.trim();
  return {
    ratings,
    ...(ratings.length < factors.length && reason !== '' ? { reason } : {}),
    ...(draft.more ? { more: true } : {}),
  };
}

/** The factor after this one that is not rated yet; the next one where all are. */
export function nextFactor(draft: Draft, factors: readonly number[], factor: number): number | undefined {
  const at = factors.indexOf(factor);
  const after = [...factors.slice(at + 1), ...factors.slice(0, Math.max(at, 0))];
  return after.find((each) => draft.ratings[each] === undefined) ?? after[0];
}
