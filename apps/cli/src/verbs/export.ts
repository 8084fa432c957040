import { exportJournal } from '@app/ledger';
import { remark } from '../output';
import { withStore } from '../place';
import type { Verb } from '../verb';
import { writeLines } from '../write-lines';

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>')
    .option('--out <file>', 'write there instead of to standard output')
    .action(async (relationship: string, { out }: { readonly out?: string }) => {
      await withStore(setting().place, 'read', async (store) => {
        const count = await writeLines(exportJournal(store, relationship), out);
        remark(`${count} entries${out === undefined ? '' : ` in ${out}`}`);
      });
    });
};
