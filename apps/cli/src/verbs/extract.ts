import { extractOf } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { extractText } from '../text/extract';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command.argument('<relationship>'))).action((relationship: string, clocks: ClockOptions) =>
    show(setting(), relationship, (views) => extractOf(views, relationship, clocks, Date.now()), extractText, clocks),
  );
};
