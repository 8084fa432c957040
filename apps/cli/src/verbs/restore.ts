import { Problem } from '@app/ledger';
import { missingEntries, type MissingEntries } from '../archive/missing-entries';
import { restore } from '../archive/restore';
import { verifyRestored } from '../archive/verify-restored';
import { EXIT_REJECTED } from '../failure';
import { say, sayJson } from '../output';
import { withStore } from '../place';
import { sayErased } from '../text/erased';
import { firstBadText } from '../text/first-bad';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command
    .argument('<file>', 'a backup')
    .option('--previous <dir>', 'the data directory that it replaces: says what will be missing')
    .action(async (file: string, { previous }: { readonly previous?: string }) => {
      const { place, json } = setting();
      if (place.eventStoreUrl !== null) {
        throw new Problem('invalid-parameter', 'restore the log of EventStoreDB with its own tools', 'eventstore');
      }
      const { privateFiles, later } = restore(file, place, previous);
      const { valid, entries, firstBad, erased, missing } = await withStore(place, 'write', async (store) => ({
        ...(await verifyRestored(store, place.directory, later)),
        missing: await missingEntries(store, later),
      }));
      if (!valid) process.exitCode = EXIT_REJECTED;
      if (json) {
        const without = erased.length > 0 && { erased };
        return sayJson({ directory: place.directory, valid, entries, firstBad, ...without, privateFiles, missing });
      }
      say(
        `${place.directory}: ${entries} entries and ${privateFiles} private files; the read models are rebuilt at the next start.`,
      );
      if (firstBad !== null) say(`Not valid: ${firstBadText(firstBad)}.`);
      sayErased(erased);
      for (const entries of missing) say(missingText(entries));
      if (previous === undefined) {
        say(
          'What was logged after the backup is not in it; the receipts and witnesses of the parties show what that was.',
        );
      }
    });
};

function missingText({ relationship, from, to, signed }: MissingEntries): string {
  const out = `it stays read-only until "ledger recover ${relationship}" brings them back or declares the break`;
  if (to === null) {
    return `${relationship}: entries from ${from} on may be missing, and the checkpoint that would tell is damaged; ${out}.`;
  }
  const until = signed === null ? 'which a witness has shown' : `signed until ${signed}`;
  return `${relationship}: entries ${from} to ${to} are missing, ${until}; ${out}.`;
}
