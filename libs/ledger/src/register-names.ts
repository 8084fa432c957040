/** Every register, by the name that it has on the command line and over HTTP, and what it holds. */
export const REGISTERS = {
  objectives: 'objectives, with what each party wants of them and their milestones',
  issues: 'issues, with their level of the escalation ladder',
  behaviours: 'principles, with the behaviours observed against them',
  rounds: 'assessment rounds: who has handed in, and once revealed what',
  disputes: 'formal disputes, with the way that each has gone',
  due: 'what is due, and what was due and still is not done',
} as const;

export type RegisterName = keyof typeof REGISTERS;
