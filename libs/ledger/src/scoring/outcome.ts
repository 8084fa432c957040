import { fourDecimals, fourDecimalsOrNull } from './rounding';
import type { Numbers } from './standing';

/** The relationship's own numbers as `score --json` names them, rounded half-up to 4 decimals. */
export interface Outcome {
  readonly score: number | null;
  readonly view: number | null;
  readonly reason: 'coverage' | 'one-sided' | null;
  readonly level: string | null;
  readonly coverage: number;
  readonly bilateralCoverage: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly alignment: number | null;
}

export function outcomeOf({ overall }: Pick<Numbers, 'overall'>): Outcome {
  return {
    score: fourDecimalsOrNull(overall.score),
    view: fourDecimalsOrNull(overall.view),
    reason: overall.reason,
    level: overall.level,
    coverage: fourDecimals(overall.coverage),
    bilateralCoverage: fourDecimals(overall.bilateralCoverage),
    low: fourDecimals(overall.low),
    high: fourDecimals(overall.high),
    confidence: fourDecimals(overall.confidence),
    alignment: fourDecimalsOrNull(overall.alignment),
  };
}

/** By how much M is higher than it was, rounded half-up to 4 decimals; null where one of both has none. */
export function changeOfView(before: Pick<Numbers, 'overall'>, after: Pick<Numbers, 'overall'>): number | null {
  const [from, to] = [before.overall.view, after.overall.view];
  return from === null || to === null ? null : fourDecimals(to - from);
}
