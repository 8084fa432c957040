import { objectivesOf, type Clocks } from '@app/ledger';
import { withAsOf, withKnownAt } from '../clocks';
import { show } from '../show';
import { objectivesText } from '../text/objectives';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command.argument('<relationship>'))).action((relationship: string, clocks: Clocks) =>
    show(
      setting(),
      relationship,
      (views) => objectivesOf(views, relationship, clocks, Date.now()),
      objectivesText,
      clocks,
    ),
  );
};
