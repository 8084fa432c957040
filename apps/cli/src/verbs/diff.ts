import { differenceOf } from '@app/ledger';
import { withFactorSet, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { differenceText } from '../text/difference';
import type { Verb } from '../verb';

interface Options extends Omit<ClockOptions, 'asOf'> {
  readonly from: string;
  readonly to: string;
  readonly asKnown?: true;
}

export const verb: Verb = (command, setting) => {
  withFactorSet(withKnownAt(command.argument('<relationship>')))
    .requiredOption('--from <date>', 'the earlier day')
    .requiredOption('--to <date>', 'the later day')
    .option('--as-known', 'each end as it was known at the end of its own day')
    .action((relationship: string, options: Options) =>
      show(
        setting(),
        relationship,
        (views) => differenceOf(views, relationship, options, Date.now()),
        (difference) => differenceText(difference, options),
        options,
      ),
    );
};
