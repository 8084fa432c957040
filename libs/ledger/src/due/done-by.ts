import type { Duty } from './duty';

/** The kind of entry that does what is due, by the kind that the ledger writes where it is not done. */
const BY_MISSED: Readonly<Record<string, string>> = {
  'meeting.missed': 'meeting.held',
  'sponsor.vacant': 'sponsor.appointed',
  'leader.vacant': 'leader.appointed',
  'objective.review-overdue': 'objective.reviewed',
  'milestone.unremedied': 'remedial.taken',
  'communication.review-overdue': 'communication.planned',
  'knowledge.review-overdue': 'knowledge.planned',
  'issue.deadline-missed': 'issue.escalated',
  'idea.unanswered': 'idea.tested',
  'benefit.unreported': 'benefit.realised',
  'report.overdue': 'indicator.measured',
  'indicator.unacted': 'indicator.acted-on',
  'trust.unacted': 'trust.acted-on',
  'exit.review-overdue': 'exit.reviewed',
  'plan.review-overdue': 'plan.reviewed',
};

/** The same of reminders, by what they ask for. What came of a target is said by three kinds, and by none before another. */
const BY_REMINDER: Readonly<Record<string, string>> = {
  'Review the case for collaborating?': 'case.recorded',
  'Review the joint vision?': 'vision.agreed',
  'Review what the sponsors set?': 'framework.set',
  'Review the whole-life cost assumption?': 'cost.assumed',
  'Assess the impact on the stakeholders again?': 'stakeholder.assessed',
  'Carry out the decision': 'decision.closed',
  'Look at the risk again': 'risk.assessed',
  'Measure the trust indicator': 'trust.measured',
  'Answer the finding': 'finding.answered',
  'Review exit?': 'exit.reviewed',
  'Review plan?': 'plan.reviewed',
};

/** The kind of entry by which the parties do a duty; null where several may, and none comes first. */
export function kindThatDoes({ missed, title = '' }: Pick<Duty, 'missed' | 'title'>): string | null {
  return (missed === null ? BY_REMINDER[title] : BY_MISSED[missed]) ?? null;
}
