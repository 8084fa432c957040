import { UnreadableEvent, type EventStore } from '@app/event-store';
import { LedgerLog, logViews, ownIdentity, partiesOf, Problem, signNow, cosignNow } from '@app/ledger';
import { remark, sayJson } from '../output';
import { withStore } from '../place';
import type { Verb } from '../verb';
import { writeLines } from '../write-lines';

interface Options {
  readonly relationship?: string;
  readonly out?: string;
}

interface Place {
  readonly relationship: string;
  readonly revision: number;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<entry>', 'id of an entry')
    .option('--relationship <id>', 'where several relationships have an entry of that id')
    .option('--out <file>', 'write there instead of to standard output')
    .action(async (entry: string, { relationship, out }: Options) => {
      const { place, json } = setting();
      const { directory } = place;
      const answer = await withStore(place, 'read', async (store) => {
        const found = await find(store, entry, relationship);
        const identity = await ownIdentity(store, directory, place.logName);
        const signedHere = await signNow(store, directory, found.relationship, Date.now());
        if (signedHere) await cosignNow(store, directory, found.relationship);
        const log = new LedgerLog(store, directory, identity);
        try {
          return { entry, ...found, receipt: await log.receipt(found.relationship, found.revision) };
        } finally {
          log.close();
        }
      });
      if (out !== undefined || !json) await writeLines([answer.receipt], out);
      if (json) return sayJson(answer);
      if (out !== undefined) remark(`Receipt in ${out}; "ledger check ${out}" reads it, here or anywhere.`);
    });
};

async function find(store: EventStore, entry: string, relationship: string | undefined): Promise<Place> {
  const views = logViews(store);
  const among = relationship === undefined ? (await views.relationships()).map(({ id }) => id) : [relationship];
  const found: Place[] = [];
  let unread: UnreadableEvent | null = null;
  for (const id of among) {
    try {
      const [known] = await views.entries(id, { ids: [entry] });
      if (known !== undefined) found.push({ relationship: id, revision: known.revision });
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      // It may be in this one, where no other has it.
      unread ??= error;
    }
  }
  const [first, second] = found;
  if (first === undefined) {
    if (unread !== null) throw unread;
    if (relationship !== undefined && (await partiesOf(views, relationship, Date.now())) === null) {
      throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
    }
    throw new Problem('entry-not-found', `there is no entry "${entry}"`);
  }
  if (second !== undefined) {
    const detail = `several relationships have an entry "${entry}": ${found.map((each) => each.relationship).join(', ')}`;
    throw new Problem('invalid-parameter', detail, 'relationship');
  }
  return first;
}
