import type { Rule, Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import { measuredRules } from '../performance/performance';

const countsPeople: Rule = (_state, { data: { sample } }) => {
  if (typeof sample === 'number' && (!Number.isSafeInteger(sample) || sample < 1))
    throw invalid('data.sample', 'how many were asked, a whole number from 1');
};

export const trustRules: Rules = measuredRules('trust', countsPeople);
