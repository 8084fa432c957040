import { logIdentity, logViews, replaceLostKey, rotateKey } from '@app/ledger';
import { say, sayJson } from '../output';
import { assertLedger, describe, withStore } from '../place';
import { readText } from '../read-text';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command
    .option('--lost <policy>', 'the signing key is lost: its public key is in this policy, which a party pinned')
    .action(async ({ lost }: { readonly lost?: string }) => {
      const { place, json } = setting();
      const { directory } = place;
      assertLedger(place);
      const policy = lost === undefined ? null : await readText(lost);
      const { publicKey, relationships } = await withStore(place, 'write', async (store) => {
        const ids = (await logViews(store).relationships()).map(({ id }) => id);
        if (policy !== null) {
          return { publicKey: await replaceLostKey(store, directory, ids, policy, Date.now), relationships: ids };
        }
        logIdentity(directory, place.logName);
        return { publicKey: await rotateKey(store, directory, ids, Date.now), relationships: ids };
      });
      if (json) return sayJson({ publicKey, relationships });
      say(
        `The log of ${describe(place)} has the new key ${publicKey}, named by an entry in each of ${relationships.length} ` +
          `relationships${policy === null ? ' that the old key signed' : ', for which you alone vouch'}. ` +
          'Give the parties the new policy: "ledger policy ID".',
      );
    });
};
