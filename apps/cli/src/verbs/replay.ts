import { replayOf } from '@app/ledger';
import { withKnownAt, type ClockOptions } from '../clocks';
import { show } from '../show';
import { replayText } from '../text/replay';
import type { Verb } from '../verb';

interface Options extends Omit<ClockOptions, 'factorSet'> {
  readonly until?: string;
}

export const verb: Verb = (command, setting) => {
  withKnownAt(command.argument('<relationship>'))
    .option('--as-of <date>', 'only what had happened by then')
    .option('--until <revision>', 'stop after this revision (they count from 0)')
    .action((relationship: string, options: Options) =>
      show(setting(), relationship, (views) => replayOf(views, relationship, options, Date.now()), replayText, options),
    );
};
