import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exportBundle,
  exportJournal,
  isSelection,
  logViews,
  NO_AWARD_CRITERION,
  ownIdentity,
  Problem,
  zipOf,
} from '@app/ledger';
import { remark, warn } from '../output';
import { withStore, type Place } from '../place';
import type { Verb } from '../verb';
import { writeBytes, writeLines } from '../write-lines';

/** The verifier as it was built, which goes into every bundle. */
const VERIFIER = join(__dirname, '../../../verifier/verify.mjs');

interface Options {
  readonly out?: string;
  readonly bundle?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>')
    .option('--out <file>', 'write there instead of to standard output')
    .option('--bundle <file>', 'a zip archive with everything that proves the record, and a verifier')
    .action(async (relationship: string, { out, bundle }: Options) => {
      const { place } = setting();
      if (bundle === undefined) return exportLines(place, relationship, out);
      if (out !== undefined) throw new Problem('invalid-parameter', 'out: give it or bundle, not both', 'out');
      return exportArchive(place, relationship, bundle);
    });
};

async function exportLines(place: Place, relationship: string, out: string | undefined): Promise<void> {
  await withStore(place, 'read', async (store) => {
    const count = await writeLines(exportJournal(store, relationship), out);
    if (await isSelection(logViews(store), relationship)) warn(NO_AWARD_CRITERION);
    remark(`${count} entries${out === undefined ? '' : ` in ${out}`}`);
  });
}

async function exportArchive(place: Place, relationship: string, file: string): Promise<void> {
  await withStore(place, 'read', async (store) => {
    await ownIdentity(store, place.directory, place.logName);
    const { files, awaited } = await exportBundle(store, {
      dataDirectory: place.directory,
      relationship,
      nowMs: Date.now(),
      verifier: readFileSync(VERIFIER, 'utf8'),
    });
    await writeBytes(zipOf(files), file);
    if (await isSelection(logViews(store), relationship)) warn(NO_AWARD_CRITERION);
    if (awaited.length > 0) {
      warn(
        `Too few witnesses have cosigned the checkpoint of ${file}: ${awaited.join(', ')} did not. ` +
          'Its verifier calls it incomplete; export it again when they can be reached.',
      );
    }
    remark(`${files.size} files in ${file}; unpack it and run "node verify.mjs" there, or "ledger verify ${file}"`);
  });
}
