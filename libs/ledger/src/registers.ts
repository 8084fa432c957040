import { auditsOf, findingsOf } from './assurance/assurance.queries';
import { behavioursOf } from './behaviours/behaviours.queries';
import { disputesOf } from './disputes/disputes.queries';
import { exitOf, planOf } from './documents/documents.queries';
import { dueOf } from './due/due.queries';
import { factorSetsOf } from './factor-sets/factor-sets.queries';
import { issuesOf } from './issues/issues.queries';
import { objectivesOf } from './objectives/objectives.queries';
import type { Clocks } from './parameters';
import type { QuestionName } from './question-names';
import type { RegisterDates } from './register';
import type { RegisterName } from './register-names';
import { roundsOf } from './rounds/rounds.queries';
import { benefitsOf } from './value/benefits.queries';
import { ideasOf } from './value/ideas.queries';
import { assumptionsOf, costsOf, disbenefitsOf, rewardsOf, valuesOf } from './value/value.queries';
import type { Views } from './views';

export interface RegisterParameters extends Clocks {
  /** Days ahead, in digits, where the register looks ahead. */
  readonly within?: string;
}

/** A register: the dates that it was asked at, and under its own name its rows. */
export type RegisterQuestion = (
  views: Views,
  relationship: string,
  parameters: RegisterParameters,
  now: number,
) => Promise<RegisterDates>;

export const registers: Readonly<Record<RegisterName, RegisterQuestion>> = {
  'factor-sets': factorSetsOf,
  objectives: objectivesOf,
  issues: issuesOf,
  ideas: ideasOf,
  benefits: benefitsOf,
  values: valuesOf,
  disbenefits: disbenefitsOf,
  costs: costsOf,
  rewards: rewardsOf,
  assumptions: assumptionsOf,
  behaviours: behavioursOf,
  exit: exitOf,
  plan: planOf,
  rounds: roundsOf,
  disputes: disputesOf,
  audits: auditsOf,
  findings: findingsOf,
  due: dueOf,
};

/** The rows of an answer of that register, or to that question, which stand under its name: those of `factor-sets` under `factorSets`. */
export function rowsOf(
  name: RegisterName | QuestionName,
  answer: RegisterDates,
): readonly Readonly<Record<string, unknown>>[] {
  return (
    (answer as unknown as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[
      name.replace(/-[a-z]/g, (hyphened) => hyphened.slice(1).toUpperCase())
    ] ?? []
  );
}
