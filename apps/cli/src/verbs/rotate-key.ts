import { logIdentity, logViews, rotateKey } from '@app/ledger';
import { say, sayJson } from '../output';
import { assertLedger, describe, withStore } from '../place';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command.action(async () => {
    const { place, json } = setting();
    assertLedger(place);
    const { publicKey, relationships } = await withStore(place, 'write', async (store) => {
      const ids = (await logViews(store).relationships()).map(({ id }) => id);
      logIdentity(place.directory, place.logName);
      return { publicKey: await rotateKey(store, place.directory, ids, Date.now), relationships: ids };
    });
    if (json) return sayJson({ publicKey, relationships });
    say(
      `The log of ${describe(place)} has the new key ${publicKey}, named by an entry in each of ` +
        `${relationships.length} relationships that the old key signed. Give the parties the new policy: "ledger policy ID".`,
    );
  });
};
