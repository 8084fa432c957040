import { isOver } from '../entry/date-rules';
import { ofWhatIsSaid } from '../entry/plausible';
import type { Rules } from '../entry/rules';

/**
 * What is assessed of a leader: whether it was is recorded, and what came of it never. The file stays with the employer.
 */
export const ASSESSMENTS = [
  'capabilityAssessed',
  'aptitudeAssessed',
  'commitmentAssessed',
  'developmentAgreed',
  'behaviourAssessed',
  'interactionAssessed',
] as const;

export const leadershipRules: Rules = ofWhatIsSaid({
  'leader.vacant': isOver('due'),
});
