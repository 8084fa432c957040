import { readFile } from 'node:fs/promises';
import { compareAgain, declareBreak, replayBundle, takeKnownCheckpoint } from '@app/ledger';
import { say, sayJson } from '../output';
import { assertLedger, withStore } from '../place';
import type { Verb } from '../verb';

interface Options {
  readonly bundle?: string;
  readonly known?: string;
  readonly declare?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>', 'one whose ledger is read-only; without an option it is only compared again')
    .option('--bundle <file>', 'bring back from it what is missing at the end: a bundle that a party holds')
    .option('--known <file>', 'the last checkpoint is missing: go on from this one, which a party holds')
    .option(
      '--declare <reason>',
      'no party has a bundle of what is missing, and nothing can be brought back after this: record the break and go on under a new name',
    )
    .action(async (relationship: string, { bundle, known, declare }: Options) => {
      const { place, json } = setting();
      assertLedger(place);
      if ([bundle, known, declare].filter((option) => option !== undefined).length > 1) {
        return command.error('error: either --bundle FILE, --known FILE or --declare REASON');
      }
      if (known !== undefined) {
        const note = await readFile(known, 'utf8');
        await withStore(place, 'write', (store) =>
          takeKnownCheckpoint(store, place.directory, relationship, note, Date.now()),
        );
        if (json) return sayJson({ relationship, asSigned: true });
        return say(`${relationship} goes on from that checkpoint; it takes entries again.`);
      }
      if (bundle === undefined && declare === undefined) {
        await withStore(place, 'write', (store) => compareAgain(store, place.directory, relationship, Date.now()));
        if (json) return sayJson({ relationship, asSigned: true });
        return say(`${relationship} is what was signed; it takes entries.`);
      }
      if (bundle !== undefined) {
        const entries = await withStore(place, 'write', (store) =>
          replayBundle(store, place.directory, relationship, bundle, Date.now()),
        );
        if (json) return sayJson({ relationship, entries });
        return say(`${entries} entries of ${relationship} are back as they were signed; it takes entries again.`);
      }
      const origin = await withStore(place, 'write', (store) =>
        declareBreak(store, place.directory, relationship, declare ?? '', Date.now()),
      );
      if (json) return sayJson({ relationship, origin });
      say(`The break is recorded in ${relationship}; its log is ${origin} from now on, and takes entries again.`);
    });
};
