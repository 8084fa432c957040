import { declareBreak } from '@app/ledger';
import { say, sayJson } from '../output';
import { withStore } from '../place';
import type { Verb } from '../verb';

interface Options {
  readonly declare?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>', 'one whose ledger is read-only')
    .option('--declare <reason>', 'what is missing cannot be brought back: record the break and go on under a new name')
    .action(async (relationship: string, { declare }: Options) => {
      const { place, json } = setting();
      if (declare === undefined) return command.error('error: say how: --declare REASON');
      const origin = await withStore(place, 'write', (store) =>
        declareBreak(store, place.directory, relationship, declare, Date.now()),
      );
      if (json) return sayJson({ relationship, origin });
      say(`The break is recorded in ${relationship}; its log is ${origin} from now on, and takes entries again.`);
    });
};
