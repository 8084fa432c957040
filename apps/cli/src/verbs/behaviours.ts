import { behavioursOf, type Clocks } from '@app/ledger';
import { withAsOf, withKnownAt } from '../clocks';
import { show } from '../show';
import { behavioursText } from '../text/behaviours';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command.argument('<relationship>'))).action((relationship: string, clocks: Clocks) =>
    show(
      setting(),
      relationship,
      (views) => behavioursOf(views, relationship, clocks, Date.now()),
      behavioursText,
      clocks,
    ),
  );
};
