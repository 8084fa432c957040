import { namesNextReview } from '../documents/documents';
import { liesBehind } from '../entry/date-rules';
import type { Rule, Rules } from '../entry/rules';
import { invalid } from '../entry/shape';

const withAnother: Rule = (_state, { data, party }) => {
  if (data['with'] === party) throw invalid('data.with', 'another party than the one that shares it');
};

export const jointSystemsRules: Rules = {
  'process.bypassed': liesBehind('discussed'),
  'communication.planned': namesNextReview,
  'knowledge.planned': namesNextReview,
  'knowledge.shared': withAnother,
  'knowledge.withheld': liesBehind('discussed'),
};
