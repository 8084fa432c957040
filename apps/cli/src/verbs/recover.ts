import type { EventStore } from '@app/event-store';
import { compareAgain, declareBreak, keyFault, replayBundle, takeKnownCheckpoint } from '@app/ledger';
import { beginLog } from '../archive/begin-log';
import { say, sayJson } from '../output';
import { assertLedger, isLogGone, withStore } from '../place';
import { readText } from '../read-text';
import type { Verb } from '../verb';

interface Options {
  readonly bundle?: string;
  readonly policy?: string;
  readonly known?: string;
  readonly declare?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>', 'one whose ledger is read-only; without an option it is only compared again')
    .option('--bundle <file>', 'bring back from it what is missing at the end: a bundle that a party holds')
    .option('--policy <file>', 'with --bundle: one that a party pinned, where the key that signed the bundle is lost')
    .option('--known <file>', 'the last checkpoint is missing: go on from this one, the newest that a party holds')
    .option(
      '--declare <reason>',
      'no party has a bundle of what is missing, and nothing can be brought back after this: record the break and go on under a new name',
    )
    .action(async (relationship: string, { bundle, policy, known, declare }: Options) => {
      const { place, json } = setting();
      const isGone = place.eventStoreUrl === null && isLogGone(place.directory);
      if (bundle === undefined || !isGone) assertLedger(place);
      if ([bundle, known, declare].filter((option) => option !== undefined).length > 1) {
        return command.error('error: either --bundle FILE, --known FILE or --declare REASON');
      }
      if (policy !== undefined && bundle === undefined) return command.error('error: --policy goes with --bundle FILE');
      if (known !== undefined) {
        const note = await readText(known);
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
        const pinned = policy === undefined ? undefined : await readText(policy);
        const bring = (store: EventStore): Promise<number> =>
          replayBundle(store, place.directory, relationship, bundle, Date.now(), pinned);
        const entries = isGone ? await beginLog(place, bring) : await withStore(place, 'write', bring);
        const unsigned = keyFault(place.directory);
        if (json) return sayJson({ relationship, entries, ...(unsigned !== null && { unsigned }) });
        const back = `${entries} entries of ${relationship} are back as they were signed`;
        if (unsigned !== null) return say(`${back}. Nothing is signed before its key is back: ${unsigned}.`);
        return say(`${back}; it takes entries again.`);
      }
      const origin = await withStore(place, 'write', (store) =>
        declareBreak(store, place.directory, relationship, declare ?? '', Date.now()),
      );
      if (json) return sayJson({ relationship, origin });
      say(`The break is recorded in ${relationship}; its log is ${origin} from now on, and takes entries again.`);
    });
};
