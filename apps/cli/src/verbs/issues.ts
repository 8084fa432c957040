import { issuesOf, type Clocks } from '@app/ledger';
import { withAsOf, withKnownAt } from '../clocks';
import { show } from '../show';
import { issuesText } from '../text/issues';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command.argument('<relationship>'))).action((relationship: string, clocks: Clocks) =>
    show(setting(), relationship, (views) => issuesOf(views, relationship, clocks, Date.now()), issuesText, clocks),
  );
};
