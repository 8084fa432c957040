import type { Schemas } from '../api/client';

export type Difference = Schemas['DifferenceAnswer'];
export type FactorDifference = Schemas['FactorDifferenceAnswer'];

export const CAUSES = ['ratings', 'events', 'corrections', 'time'] as const;
export type Cause = (typeof CAUSES)[number];

/** What four decimals would show as nothing. */
const NOTHING = 0.00005;

export const isNothing = (effect: number): boolean => Math.abs(effect) < NOTHING;

/** A part of the change: of a factor, or of what counts and by which method. */
export type Part =
  | { readonly of: 'factor'; readonly factor: FactorDifference; readonly effect: number }
  | { readonly of: 'coverage' | 'method'; readonly effect: number };

/** Every part of the change, the largest first; effects of coverage and of method only where there are any. */
export function partsOf({ factors, coverageEffect, methodEffect }: Difference): Part[] {
  const effects = [
    { of: 'coverage', effect: coverageEffect ?? 0 },
    { of: 'method', effect: methodEffect ?? 0 },
  ] as const;
  return [
    ...factors.map((factor): Part => ({ of: 'factor', factor, effect: factor.contribution })),
    ...effects.filter(({ effect }) => !isNothing(effect)),
  ].toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

/** The parts that went the way the whole went, the largest first, at most so many. */
export function chiefParts(parts: readonly Part[], change: number, most = 3): Part[] {
  return parts.filter(({ effect }) => !isNothing(effect) && Math.sign(effect) === Math.sign(change)).slice(0, most);
}

/** The parts that went the other way and did no less than the last of the chief ones: leaving them out would mislead. */
export function partsAgainst(parts: readonly Part[], change: number, most = 3): Part[] {
  const least = Math.abs(chiefParts(parts, change, most).at(-1)?.effect ?? Infinity);
  return parts
    .filter(({ effect }) => Math.sign(effect) === -Math.sign(change) && Math.abs(effect) >= least)
    .slice(0, most);
}

/** What each cause did over all factors. */
export function causesOf(factors: readonly FactorDifference[]): Record<Cause, number> {
  const sum = (cause: Cause): number => factors.reduce((total, factor) => total + factor[cause], 0);
  return { ratings: sum('ratings'), events: sum('events'), corrections: sum('corrections'), time: sum('time') };
}
