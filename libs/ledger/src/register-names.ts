/** Every register, by the name that it has on the command line and over HTTP, and what it holds. */
export const REGISTERS = {
  'factor-sets': 'versions of the method: who agreed when, what each changed, and what that did to the score',
  objectives: 'objectives, with what each party wants of them and their milestones',
  issues: 'issues, with their level of the escalation ladder',
  risks: 'the joint register of risks: how they are judged, who bears them, and what happened',
  warnings: 'early warnings, with what they could affect',
  disclosures: 'risks that were disclosed late, with how long they were known',
  ideas: 'ideas, with who has to answer them, and whether it was in time',
  benefits: 'benefits: what was forecast, and what came of it, in money where it is money',
  values: 'what value means to each party',
  disbenefits: 'dis-benefits, with who bears them',
  costs: 'costs of collaborating',
  rewards: 'risks and rewards that were shared',
  assumptions: 'whole-life cost assumptions, with their next review',
  improvements: 'improvements, with their targets and what came of them',
  lessons: 'lessons, with where they were applied, and where the same failed again',
  practices: 'practice of others: what was looked at, and what was taken over',
  behaviours: 'principles, with the behaviours observed against them',
  exit: 'versions of the exit strategy, with their parts, reviews and the next one',
  plan: 'versions of the relationship management plan, with their reviews and the next one',
  rounds: 'assessment rounds: who has handed in, and once revealed what',
  disputes: 'formal disputes, with the way that each has gone',
  audits: 'audits, with their findings',
  findings: 'findings of audits, with what was answered, until they are closed',
  due: 'what is due, and what was due and still is not done',
} as const;

export type RegisterName = keyof typeof REGISTERS;
