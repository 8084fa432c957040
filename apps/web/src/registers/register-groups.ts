import type { paths } from '../api/schema';

/** Every register, by what one comes for. */
export const REGISTER_GROUPS = {
  objectives: ['objectives', 'vision'],
  issues: ['issues', 'disputes'],
  risks: ['risks', 'warnings', 'disclosures'],
  value: ['benefits', 'values', 'ideas', 'disbenefits', 'costs', 'rewards', 'assumptions'],
  improvements: ['improvements', 'lessons', 'practices'],
  performance: ['indicators', 'payments', 'deductions', 'delays'],
  behaviours: ['behaviours', 'trust-indicators', 'coaching', 'competencies'],
  governance: ['bodies', 'meetings', 'decisions', 'arrangements', 'sponsors', 'frameworks'],
  'joint-working': [
    'leaders',
    'developments',
    'systems',
    'processes',
    'communication-plans',
    'communications',
    'knowledge-plans',
    'knowledge',
  ],
  stakeholders: ['stakeholders'],
  'exit-and-plan': ['exit', 'plan'],
  frame: ['parties', 'members', 'keys', 'cases', 'protocol', 'amendments', 'extensions', 'factor-sets', 'candidates'],
  rounds: ['rounds'],
  assurance: ['audits', 'findings'],
  due: ['due'],
} as const;

export type RegisterGroup = keyof typeof REGISTER_GROUPS;
export type RegisterName = (typeof REGISTER_GROUPS)[RegisterGroup][number];
export type RegisterPath = `/api/v1/relationships/{relationship}/${RegisterName}`;
export type RegisterAnswer = paths[RegisterPath]['get']['responses'][200]['content']['application/json'];

export const groupNames = Object.keys(REGISTER_GROUPS) as readonly RegisterGroup[];
const names: readonly string[] = Object.values(REGISTER_GROUPS).flat();

export function isRegister(name: string): name is RegisterName {
  return names.includes(name);
}
