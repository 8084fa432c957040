import { historyOf } from '@app/ledger';
import { withFactorSet, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { historyText } from '../text/history';
import type { Verb } from '../verb';

interface Options extends Omit<ClockOptions, 'asOf'> {
  readonly from?: string;
  readonly to?: string;
  readonly every?: string;
  readonly asKnown?: true;
  readonly factor?: string;
}

export const verb: Verb = (command, setting) => {
  withFactorSet(withKnownAt(command.argument('<relationship>')))
    .option('--from <date>', "first day (default: the relationship's start)")
    .option('--to <date>', 'last day (default: today, UTC)')
    .option('--every <period>', 'day, week, month or quarter (default: month)')
    .option('--factor <code>', 'also the course of this factor, or of `all`')
    .option('--as-known', 'each point as it was known at the end of its own day')
    .action((relationship: string, options: Options) =>
      show(
        setting(),
        relationship,
        (views) => historyOf(views, relationship, options, Date.now()),
        (history) => historyText(history, options.asKnown),
        options,
      ),
    );
};
