import { about, lastOf, notNow, type Rules } from '../entry/rules';

export const behavioursRules: Rules = {
  // A behaviour is held against what both agreed to want to see, never against one side's wish.
  'behaviour.observed': (state, content) => {
    if (lastOf(about(state, content, 'principle'), 'principle.agreed') === undefined) {
      throw notNow(
        'behaviour is observed against a principle that all parties agreed to; this one still waits for that',
        'data.principle',
      );
    }
  },
};
