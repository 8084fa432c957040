import { readFile } from 'node:fs/promises';
import { parseCheckpoint, parseNote, InvalidNote, type Checkpoint } from '@app/integrity';
import {
  beforeBreakText,
  breakAfter,
  breakText,
  hashingBeside,
  isOriginOf,
  Problem,
  verifyLedger,
  type DeclaredBreak,
  type FirstBad,
} from '@app/ledger';
import { isBundle, verifyBundleAt } from '../bundle/verify-bundle';
import { EXIT_REJECTED } from '../failure';
import { emphasis, say, sayJson } from '../output';
import { describe, withStore } from '../place';
import { progress } from '../progress';
import { plain } from '../text/plain';
import type { Verb } from '../verb';

interface Options {
  readonly known?: readonly string[];
  readonly policy?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('[relationship or bundle]', 'only this one; or a bundle, as FILE.zip or unpacked as ./FOLDER')
    .option('--known <file...>', 'checkpoints that you have kept: the log must go on from each')
    .option('--policy <file>', 'of a bundle: the log and the key that you trust')
    .action(async (relationship: string | undefined, { known = [], policy }: Options) => {
      const { place, json } = setting();
      if (relationship !== undefined && isBundle(relationship))
        return verifyBundleAt(relationship, known, policy, json);
      if (policy !== undefined) {
        throw new Problem('invalid-parameter', 'policy: a bundle is verified with it; a ledger has its own', 'policy');
      }
      const checkpoints = await Promise.all(known.map(readCheckpoint));
      const bar = progress('Verifying', 'entries');
      const hashing = hashingBeside();
      const result = await withStore(place, 'read', (store) =>
        verifyLedger(store, {
          ...(relationship !== undefined && { relationship }),
          dataDirectory: place.directory,
          known: checkpoints,
          hashing,
          onProgress: bar.update,
        }),
      ).finally(() => {
        bar.end();
        return hashing.end();
      });
      if (!result.valid) process.exitCode = EXIT_REJECTED;
      const { valid, entries, firstBad, signed, breaks } = result;
      if (json) return sayJson({ valid, entries, firstBad, ...(breaks.length > 0 && { breaks }) });
      if (firstBad !== null) {
        say(`${emphasis('red', 'Not valid')}: ${firstBadText(firstBad)}.`);
        return sayBreaks(breaks, []);
      }
      const what = [
        'chains unbroken',
        signed === 0 ? 'no checkpoint signed yet' : `${signed === 1 ? 'log' : `${signed} logs`} as signed`,
        ...(checkpoints.length === 0 ? [] : ['known checkpoints in it']),
      ];
      say(
        `${emphasis('green', 'Valid')}: ${entries} entries of ${relationship ?? describe(place)}, ${what.join(', ')}.`,
      );
      sayBreaks(breaks, checkpoints);
    });
};

/** What whoever believes the verdict must know besides. */
function sayBreaks(breaks: readonly DeclaredBreak[], checkpoints: readonly Checkpoint[]): void {
  for (const each of breaks) {
    say(
      `${emphasis('yellow', 'Declared break')}: revision ${each.revision} of ${each.relationship}: ${plain(breakText(each))}.`,
    );
  }
  for (const checkpoint of checkpoints) {
    const own = breaks.filter(({ relationship }) => isOriginOf(relationship, checkpoint.origin));
    const after = breakAfter(own, checkpoint);
    if (after !== undefined)
      say(`The known checkpoint of ${plain(checkpoint.origin)}: ${beforeBreakText(checkpoint, after, true)}.`);
  }
}

/** What is wrong, and with which entry. */
export function firstBadText({ relationship, revision, id, position, reason }: FirstBad): string {
  if (revision === null) return `${relationship ?? 'the log'}: ${reason}`;
  const names = [...(id === null ? [] : [`entry ${id}`]), ...(position === null ? [] : [`position ${position}`])];
  const named = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return `revision ${revision} of ${relationship ?? 'the log'}${named}: ${reason}`;
}

async function readCheckpoint(file: string): Promise<Checkpoint> {
  try {
    return parseCheckpoint(parseNote(await readFile(file, 'utf8')).text);
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw new Problem('invalid-parameter', `${file} is no signed checkpoint: ${error.message}`, 'known');
  }
}
