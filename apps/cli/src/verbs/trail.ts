import { trailOf } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { trailText } from '../text/trail';
import type { Verb } from '../verb';

interface Options extends Omit<ClockOptions, 'factorSet'> {
  readonly kind?: string;
  readonly factor?: string;
  readonly party?: string;
  readonly text?: string;
}

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command.argument('<relationship>')))
    .option('--kind <kind>', 'only entries of this kind')
    .option('--factor <code>', 'only entries on this factor')
    .option('--party <party>', 'only entries of this party')
    .option('--text <words>', 'only entries in which all these words stand')
    .action((relationship: string, options: Options) => {
      const { party } = options;
      return show(
        setting(),
        relationship,
        (views) => trailOf(views, relationship, options, Date.now()),
        (trail, facts) => trailText(trail, facts, party),
        options,
      );
    });
};
