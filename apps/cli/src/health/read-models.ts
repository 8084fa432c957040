import { existsSync } from 'node:fs';
import type { EventStore } from '@app/event-store';
import { ledgerProjections } from '@app/ledger';
import { openReadModel, ReadModelNotReady } from '@app/projections';
import type { Place } from '../place';
import { readModelFolder } from '../read-models';
import type { Check } from './check';

/** How far each read model is. One that is behind is well: it goes on when a server runs. */
export async function readModelChecks(store: EventStore, place: Place): Promise<Check[]> {
  const folder = readModelFolder(place);
  if (!existsSync(folder)) return [{ name: 'read models', ok: true, found: 'none yet; the first "serve" builds them' }];
  const head = await store.head();
  return ledgerProjections.map((projection) => {
    const name = `read model ${projection.name}`;
    const model = openReadModel(folder, projection);
    try {
      const position = model.read((snapshot) => snapshot.position);
      // Beyond the end of the log it was made from another one, as after a restore from an older backup.
      const ok = (position ?? '') <= (head ?? '');
      const state =
        position === head ? 'up to date' : ok ? `behind the log, which is at ${head}` : 'ahead of the log: rebuild it';
      return { name, ok, found: `version ${projection.version} at ${position ?? 'the beginning'}, ${state}` };
    } catch (error) {
      if (!(error instanceof ReadModelNotReady)) throw error;
      return { name, ok: true, found: `version ${projection.version} is not built yet` };
    } finally {
      model.close();
    }
  });
}
