import {
  beforeBreakText,
  breakAfter,
  breakText,
  hashingBeside,
  isOriginOf,
  knownCheckpoint,
  Problem,
  verifyLedger,
  type DeclaredBreak,
  type KnownCheckpoint,
  type LostKey,
} from '@app/ledger';
import { isBundle, verifyBundleAt } from '../bundle/verify-bundle';
import { EXIT_REJECTED } from '../failure';
import { emphasis, say, sayJson } from '../output';
import { describe, withStore, type Place } from '../place';
import { progress } from '../progress';
import { readText } from '../read-text';
import { erasedWords, sayErased } from '../text/erased';
import { firstBadText } from '../text/first-bad';
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
      const files = await Promise.all(known.map(async (name) => ({ name, text: await readText(name) })));
      const bar = progress('Verifying', 'entries');
      const hashing = hashingBeside();
      const checkpoints: KnownCheckpoint[] = [];
      const result = await withStore(place, 'read', async (store) => {
        for (const file of files) {
          checkpoints.push(await knownCheckpoint(store, place.directory, file, relationship));
        }
        return verifyLedger(store, {
          ...(relationship !== undefined && { relationship }),
          dataDirectory: place.directory,
          alone: place.eventStoreUrl === null,
          known: checkpoints.map(({ checkpoint }) => checkpoint),
          hashing,
          onProgress: bar.update,
        });
      }).finally(() => {
        bar.end();
        return hashing.end();
      });
      if (!result.valid) process.exitCode = EXIT_REJECTED;
      const { valid, entries, firstBad, signed, breaks, lostKeys, erased, caveats } = result;
      if (json) {
        const compared = checkpoints.map(({ file, isSigned }) => ({ file, signatureChecked: isSigned }));
        return sayJson({
          valid,
          entries,
          firstBad,
          ...(breaks.length > 0 && { breaks }),
          ...(lostKeys.length > 0 && { lostKeys }),
          ...(erased.length > 0 && { erased }),
          ...(caveats.length > 0 && { caveats }),
          ...(compared.length > 0 && { known: compared }),
        });
      }
      if (firstBad !== null) {
        say(`${emphasis('red', 'Not valid')}: ${firstBadText(firstBad)}.`);
        sayBreaks(breaks, []);
        sayLostKeys(lostKeys);
        sayErased(erased);
        sayCaveats(caveats);
        return sayUnchecked(checkpoints, place);
      }
      const what = [
        'chains unbroken',
        signed === 0 ? 'no checkpoint signed yet' : `${signed === 1 ? 'log' : `${signed} logs`} as signed`,
        ...(checkpoints.some(({ isSigned }) => isSigned) ? ['known checkpoints in it'] : []),
        ...erasedWords(erased),
      ];
      say(
        `${emphasis('green', 'Valid')}: ${entries} entries of ${relationship ?? describe(place)}, ${what.join(', ')}.`,
      );
      sayBreaks(breaks, checkpoints);
      sayLostKeys(lostKeys);
      sayErased(erased);
      sayCaveats(caveats);
      sayUnchecked(checkpoints, place);
    });
};

/** Where nothing is known of who signs the log, its entries alone can be compared. */
function sayUnchecked(checkpoints: readonly KnownCheckpoint[], { directory }: Place): void {
  for (const { file, checkpoint } of checkpoints.filter(({ isSigned }) => !isSigned)) {
    say(
      `Compared with the entries of ${file} alone: neither key nor name of the log is in ${directory}, so that nothing ` +
        `here shows whether it, or anybody else, signed that checkpoint of ${plain(checkpoint.origin)}.`,
    );
  }
}

/** What whoever believes the verdict must know besides. */
function sayBreaks(breaks: readonly DeclaredBreak[], checkpoints: readonly KnownCheckpoint[]): void {
  for (const each of breaks) {
    say(
      `${emphasis('yellow', 'Declared break')}: revision ${each.revision} of ${each.relationship}: ${plain(breakText(each))}.`,
    );
  }
  for (const { checkpoint } of checkpoints) {
    const own = breaks.filter(({ relationship }) => isOriginOf(relationship, checkpoint.origin));
    const after = breakAfter(own, checkpoint);
    if (after !== undefined)
      say(`The known checkpoint of ${plain(checkpoint.origin)}: ${beforeBreakText(checkpoint, after, true)}.`);
  }
}

function sayLostKeys(lostKeys: readonly LostKey[]): void {
  for (const { relationship, revision, text } of lostKeys) {
    say(`${emphasis('yellow', 'Lost key')}: revision ${revision} of ${relationship}: ${text}.`);
  }
}

function sayCaveats(caveats: readonly string[]): void {
  for (const caveat of caveats) say(`${emphasis('yellow', 'To be known')}: ${plain(caveat)}.`);
}
