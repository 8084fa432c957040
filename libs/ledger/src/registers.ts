import { auditsOf, findingsOf } from './assurance/assurance.queries';
import { behavioursOf, coachingOf } from './behaviours/behaviours.queries';
import { disputesOf } from './disputes/disputes.queries';
import { exitOf, planOf } from './documents/documents.queries';
import { dueOf } from './due/due.queries';
import { factorSetsOf } from './factor-sets/factor-sets.queries';
import { amendmentsOf, casesOf, competenciesOf, extensionsOf, visionOf } from './frame/frame.queries';
import { membersOf } from './frame/members.queries';
import { partyRegisterOf } from './frame/parties.queries';
import { protocolOf } from './frame/protocol.queries';
import { arrangementsOf, bodiesOf, decisionsOf, delaysOf, meetingsOf } from './governance/governance.queries';
import { improvementsOf, lessonsOf, practicesOf } from './improvement/improvement.queries';
import { issuesOf } from './issues/issues.queries';
import {
  communicationPlansOf,
  communicationsOf,
  knowledgeOf,
  knowledgePlansOf,
  processesOf,
  systemsOf,
} from './joint-systems/joint-systems.queries';
import { keysOf } from './keys/keys.queries';
import { developmentsOf, leadersOf } from './leadership/leadership.queries';
import { objectivesOf } from './objectives/objectives.queries';
import type { Clocks } from './parameters';
import { indicatorsOf } from './performance/indicators.queries';
import { deductionsOf, paymentsOf } from './performance/payments.queries';
import type { QuestionName } from './question-names';
import type { RegisterDates } from './register';
import type { RegisterName } from './register-names';
import { disclosuresOf, risksOf, warningsOf } from './risk/risk.queries';
import { roundsOf } from './rounds/rounds.queries';
import { candidatesOf } from './selection/candidates.queries';
import { frameworksOf, sponsorsOf } from './sponsorship/sponsorship.queries';
import { stakeholdersOf } from './stakeholders/stakeholders.queries';
import { trustIndicatorsOf } from './trust/trust.queries';
import { benefitsOf } from './value/benefits.queries';
import { ideasOf } from './value/ideas.queries';
import { assumptionsOf, costsOf, disbenefitsOf, rewardsOf, valuesOf } from './value/value.queries';
import type { Views } from './views';

export interface RegisterParameters extends Clocks {
  /** Days ahead, in digits, where the register looks ahead. */
  readonly within?: string;
  /** Only what this party has to do, where the register says who has to. */
  readonly party?: string;
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
  protocol: protocolOf,
  parties: partyRegisterOf,
  members: membersOf,
  keys: keysOf,
  cases: casesOf,
  amendments: amendmentsOf,
  extensions: extensionsOf,
  vision: visionOf,
  competencies: competenciesOf,
  arrangements: arrangementsOf,
  bodies: bodiesOf,
  meetings: meetingsOf,
  decisions: decisionsOf,
  delays: delaysOf,
  sponsors: sponsorsOf,
  frameworks: frameworksOf,
  objectives: objectivesOf,
  leaders: leadersOf,
  developments: developmentsOf,
  systems: systemsOf,
  processes: processesOf,
  'communication-plans': communicationPlansOf,
  communications: communicationsOf,
  'knowledge-plans': knowledgePlansOf,
  knowledge: knowledgeOf,
  risks: risksOf,
  warnings: warningsOf,
  disclosures: disclosuresOf,
  issues: issuesOf,
  ideas: ideasOf,
  benefits: benefitsOf,
  values: valuesOf,
  disbenefits: disbenefitsOf,
  costs: costsOf,
  rewards: rewardsOf,
  assumptions: assumptionsOf,
  improvements: improvementsOf,
  lessons: lessonsOf,
  practices: practicesOf,
  indicators: indicatorsOf,
  payments: paymentsOf,
  deductions: deductionsOf,
  behaviours: behavioursOf,
  coaching: coachingOf,
  'trust-indicators': trustIndicatorsOf,
  exit: exitOf,
  plan: planOf,
  stakeholders: stakeholdersOf,
  rounds: roundsOf,
  disputes: disputesOf,
  candidates: candidatesOf,
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
