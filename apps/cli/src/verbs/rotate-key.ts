import { logViews, ownIdentity, replaceLostKey, rotateKey } from '@app/ledger';
import { say, sayJson, warn } from '../output';
import { assertLedger, describe, withStore } from '../place';
import { readText } from '../read-text';
import { plain } from '../text/plain';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command
    .option('--lost <policy>', 'the signing key is lost: its public key is in this policy, which a party pinned')
    .action(async ({ lost }: { readonly lost?: string }) => {
      const { place, json } = setting();
      const { directory } = place;
      assertLedger(place);
      const policy = lost === undefined ? null : await readText(lost);
      const { publicKey, relationships, skipped } = await withStore(place, 'write', async (store) => {
        const ids = (await logViews(store).relationships()).map(({ id }) => id);
        if (policy === null) {
          await ownIdentity(store, directory, place.logName);
          return { publicKey: await rotateKey(store, directory, ids, Date.now), relationships: ids, skipped: [] };
        }
        const replaced = await replaceLostKey(store, directory, ids, policy, Date.now);
        const left = new Set(replaced.skipped.map(({ relationship }) => relationship));
        return { ...replaced, relationships: ids.filter((id) => !left.has(id)) };
      });
      if (json) return sayJson({ publicKey, relationships, ...(policy !== null && { skipped }) });
      say(
        `The log of ${describe(place)} has the new key ${publicKey}, named by an entry in each of ${relationships.length} ` +
          `relationships${policy === null ? ' that the old key signed' : ', for which you alone vouch'}. ` +
          'Give the parties the new policy: "ledger policy ID".',
      );
      for (const { relationship, reason } of skipped) {
        warn(
          `${relationship} is read-only, and does not name the new key yet: it ${plain(reason)}. ` +
            `"ledger recover ${relationship}", with what is lost, records it there.`,
        );
      }
    });
};
