import { logIdentity, logViews, partiesOf, policyOf, Problem } from '@app/ledger';
import { withStore } from '../place';
import type { Verb } from '../verb';
import { writeLines } from '../write-lines';

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>')
    .option('--out <file>', 'write there instead of to standard output')
    .action(async (relationship: string, { out }: { readonly out?: string }) => {
      const { place } = setting();
      await withStore(place, 'read', async (store) => {
        if ((await partiesOf(logViews(store), relationship, Date.now())) === null) {
          throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
        }
      });
      logIdentity(place.directory, place.logName);
      await writeLines([policyOf(place.directory, relationship)], out);
    });
};
