import { verifyLedger, Problem } from '@app/ledger';
import { restore } from '../archive/restore';
import { EXIT_REJECTED } from '../failure';
import { say, sayJson } from '../output';
import { withStore } from '../place';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command.argument('<file>', 'a backup').action(async (file: string) => {
    const { place, json } = setting();
    if (place.eventStoreUrl !== null) {
      throw new Problem('invalid-parameter', 'restore the log of EventStoreDB with its own tools', 'eventstore');
    }
    const { privateFiles } = restore(file, place);
    const { valid, entries, firstBad } = await withStore(place, 'write', (store) => verifyLedger(store));
    if (!valid) process.exitCode = EXIT_REJECTED;
    if (json) return sayJson({ directory: place.directory, valid, entries, firstBad, privateFiles });
    say(
      `${place.directory}: ${entries} entries and ${privateFiles} private files; the read models are rebuilt at the next start.`,
    );
    if (firstBad !== null)
      say(`Not valid from revision ${firstBad.revision} of ${firstBad.relationship}: ${firstBad.reason}.`);
  });
};
