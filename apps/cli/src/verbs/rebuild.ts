import { ledgerProjections, ledgerReadModels, Problem } from '@app/ledger';
import { rebuildProjections } from '@app/projections';
import { say, sayJson } from '../output';
import { withStore } from '../place';
import { progress } from '../progress';
import { readModelFolder } from '../read-models';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command
    .argument('[projection]', `one of ${ledgerProjections.map(({ name }) => name).join(', ')}; all unless given`)
    .action(async (name: string | undefined) => {
      const { place, json } = setting();
      const names = ledgerProjections.map((projection) => projection.name);
      if (name !== undefined && !names.includes(name)) {
        throw new Problem(
          'invalid-parameter',
          `there is no projection "${name}", only ${names.join(', ')}`,
          'projection',
        );
      }
      const rebuilt = name === undefined ? names : [name];
      const bar = progress('Rebuilding', 'events');
      const taken = new Map<string, number>();
      await withStore(place, 'read', (store) =>
        rebuildProjections(
          {
            store,
            directory: readModelFolder(place),
            ...ledgerReadModels,
            onProgress: ({ name: projection, building }) => {
              if (building) taken.set(projection, building.events);
              bar.update([...taken.values()].reduce((sum, events) => sum + events, 0));
            },
          },
          name,
        ),
      ).finally(bar.end);
      if (json) return sayJson({ rebuilt });
      say(`Rebuilt from the log: ${rebuilt.join(', ')}.`);
    });
};
