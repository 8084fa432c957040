import { explanationOf } from '@app/ledger';
import { withAsOf, withFactorSet, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { explanationText } from '../text/explanation';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  withFactorSet(withKnownAt(withAsOf(command.argument('<relationship>'))))
    .requiredOption('--factor <code>', 'code of the factor, for instance 609')
    .action((relationship: string, options: ClockOptions & { readonly factor: string }) =>
      show(
        setting(),
        relationship,
        (views) => explanationOf(views, relationship, options, Date.now()),
        explanationText,
        options,
      ),
    );
};
