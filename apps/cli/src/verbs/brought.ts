import { broughtOf } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { broughtText } from '../text/brought';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command.argument('<relationship>'))).action((relationship: string, clocks: ClockOptions) =>
    show(setting(), relationship, (views) => broughtOf(views, relationship, clocks, Date.now()), broughtText, clocks),
  );
};
