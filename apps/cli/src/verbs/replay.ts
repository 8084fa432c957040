import { replayOf } from '@app/ledger';
import { show } from '../show';
import { replayText } from '../text/replay';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>')
    .option('--until <revision>', 'stop after this revision (they count from 0)')
    .action((relationship: string, options: { readonly until?: string }) =>
      show(setting(), relationship, (views) => replayOf(views, relationship, options), replayText),
    );
};
