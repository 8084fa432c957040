import { sampleJournal } from '@app/ledger';
import { remark } from '../output';
import type { Verb } from '../verb';
import { writeLines } from '../write-lines';

export const verb: Verb = (command) => {
  command
    .option('--out <file>', 'write there instead of to standard output')
    .action(async ({ out }: { readonly out?: string }) => {
      const count = await writeLines(
        sampleJournal().map((line) => `${JSON.stringify(line)}\n`),
        out,
      );
      remark(`${count} entries of a fictional contract${out === undefined ? '' : ` in ${out}`}`);
    });
};
