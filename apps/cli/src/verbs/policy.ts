import { logViews, ownIdentity, parsedPolicyOf, partiesOf, policyOf, Problem } from '@app/ledger';
import { sayJson } from '../output';
import { withStore } from '../place';
import type { Verb } from '../verb';
import { writeLines } from '../write-lines';

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>')
    .option('--out <file>', 'write there instead of to standard output')
    .action(async (relationship: string, { out }: { readonly out?: string }) => {
      const { place, json } = setting();
      await withStore(place, 'read', async (store) => {
        if ((await partiesOf(logViews(store), relationship, Date.now())) === null) {
          throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
        }
        await ownIdentity(store, place.directory, place.logName);
      });
      // Nobody is to pin what no verifier can read.
      parsedPolicyOf(place.directory, relationship);
      const policy = policyOf(place.directory, relationship);
      if (out !== undefined || !json) await writeLines([policy], out);
      if (json) sayJson({ relationship, policy });
    });
};
