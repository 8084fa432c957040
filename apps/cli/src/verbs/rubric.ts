import { rubricOf } from '@app/ledger';
import { withAsOf, withFactorSet, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { rubricText } from '../text/factor-sets';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withFactorSet(withKnownAt(withAsOf(command.argument('<relationship>'))))
    .option('--factor <code>', 'of this factor alone, for instance 609')
    .action((relationship: string, options: ClockOptions & { readonly factor?: string }) =>
      show(setting(), relationship, (views) => rubricOf(views, relationship, options, Date.now()), rubricText, options),
    );
};
