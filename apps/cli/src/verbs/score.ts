import { scoreOf } from '@app/ledger';
import { withAsOf, withFactorSet, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { scoreText } from '../text/score';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withFactorSet(withKnownAt(withAsOf(command.argument('<relationship>')))).action(
    (relationship: string, clocks: ClockOptions) =>
      show(setting(), relationship, (views) => scoreOf(views, relationship, clocks, Date.now()), scoreText, clocks),
  );
};
