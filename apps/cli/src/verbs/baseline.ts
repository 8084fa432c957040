import type { EventStore } from '@app/event-store';
import { baselineOf, cosignNow, LedgerLog, logViews, ownIdentity, signNow, type Baseline } from '@app/ledger';
import { withAsOf, withKnownAt, type ClockOptions } from '../clocks';
import { remark, say, sayJson } from '../output';
import { withStore, type Place } from '../place';
import { baselineText } from '../text/candidates';
import type { Verb } from '../verb';
import { writeLines } from '../write-lines';

type Options = ClockOptions & { readonly out?: string };

export const verb: Verb = (command, setting) => {
  withKnownAt(withAsOf(command.argument('<selection>', 'a partner selection')))
    .option('--out <file>', 'write the entries there, one a line, for "ledger log RELATIONSHIP FILE"')
    .action(async (selection: string, { out, ...clocks }: Options) => {
      const { place, json } = setting();
      const answer = await withStore(place, 'read', (store) => ask(store, place, selection, clocks));
      if (out !== undefined) {
        await writeLines(answer.baseline.map(({ entry }) => `${JSON.stringify(entry)}\n`), out); // prettier-ignore
        remark(`${answer.baseline.length} entries in ${out}. In effect in the relationship once every party agreed.`);
      }
      if (json) sayJson(answer);
      else if (out === undefined) say(baselineText(answer));
    });
};

/** What the checkpoint does not cover yet is signed first, as for a receipt. */
async function ask(store: EventStore, place: Place, selection: string, clocks: ClockOptions): Promise<Baseline> {
  const { directory, logName } = place;
  const views = logViews(store);
  const checkpointOf = async (relationship: string, revision: number) => {
    const identity = await ownIdentity(store, directory, logName);
    if (await signNow(store, directory, relationship, Date.now())) await cosignNow(store, directory, relationship);
    const log = new LedgerLog(store, directory, identity);
    try {
      return await log.checkpointOf(relationship, revision);
    } finally {
      log.close();
    }
  };
  return baselineOf({ views, store, checkpointOf }, selection, clocks, Date.now());
}
