import builtIn from './factor-set.json';
import type { Severity } from './catalogue';

export interface FactorSetParameters {
  readonly assessmentWeight: number;
  readonly assessmentHalfLifeDays: number;
  readonly eventHalfLifeDays: number;
  readonly staleAfterDays: number;
  readonly gapPenalty: number;
  readonly unevidencedCap: number;
  readonly unevidencedFloor: number;
  readonly eventWeightCap: number;
  readonly minorCap: number;
  readonly unagreedCap: number;
  readonly eventsOnlyPriorWeight: number;
  readonly eventsOnlyPriorMean: number;
  readonly eventsOnlyMinWeight: number;
  readonly corroboration: {
    readonly agreed: number;
    readonly asserted: number;
    readonly disputed: number;
    readonly remedied: number;
    readonly voided: number;
  };
  readonly severity: Readonly<Record<Severity, number>>;
  readonly minCoverage: number;
  readonly minBilateral: number;
  readonly levelCuts: readonly number[];
  readonly levelNames: readonly string[];
  readonly criticalCap: { readonly level: string; readonly days: number };
  readonly disputeReviewDays: number;
  readonly answerDays: number;
  readonly maxNotApplicableWeight: number;
  readonly neverNotApplicable: readonly number[];
  readonly remedialWindowDays: number;
  readonly sponsorVacantDays: number;
  readonly leaderVacantDays: number;
  readonly ideaAnswerDays: number;
  readonly meetingGraceDays: number;
  readonly reportGraceDays: number;
}

/** Levels that an issue goes through, each with a time limit; of the last one there may be none. */
export interface EscalationLadder {
  /** Whose working days count where the relationship names no calendar. */
  readonly calendar: string;
  readonly levels: readonly LadderLevel[];
}

export interface LadderLevel {
  /** From 1. */
  readonly level: number;
  readonly name: string;
  /** Null: no limit. */
  readonly workingDays: number | null;
  /** Of those, the ones within which each party states its case; absent: no statement. */
  readonly statementWithinWorkingDays?: number;
}

/** The method: factors, weights, scale and parameters, immutable once a version is agreed. */
export interface FactorSet {
  readonly id: string;
  readonly version: string;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly factors: readonly number[] }[];
  readonly factors: readonly { readonly code: number; readonly weight: number; readonly name: string }[];
  readonly parameters: FactorSetParameters;
  /** Absent: that of the built-in set. */
  readonly escalationLadder?: EscalationLadder;
  /** Titles of the principles that it proposes; of a version of the parties in its payload alone. */
  readonly principles?: readonly string[];
}

/** The factor set that comes with the product, in force until the parties agree another. */
export const builtInFactorSet = builtIn as unknown as FactorSet;

/** Points of a driver that the relationship serves highly, somewhat or little, of the built-in set. */
export const builtInAlignmentPoints: Readonly<Record<string, number>> = builtIn.strategicDrivers.alignmentPoints;

/** How a version is named everywhere a score shows it: `mutuality@1.0-draft`. */
export function factorSetName(set: Pick<FactorSet, 'id' | 'version'>): string {
  return `${set.id}@${set.version}`;
}
