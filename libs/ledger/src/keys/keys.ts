import type { Rule, Rules } from '../entry/rules';
import { keyProblem } from './party-keys';

const ofKeys: Rule = ({ keys }, { kind, party, data }) => {
  const problem = keyProblem(keys, { kind, party, facts: data });
  if (problem !== null) throw problem;
};

export const keysRules: Rules = { 'key.registered': ofKeys, 'key.revoked': ofKeys };
