import { verifyLedger } from '@app/ledger';
import { EXIT_REJECTED } from '../failure';
import { emphasis, say, sayJson } from '../output';
import { describe, withStore } from '../place';
import { progress } from '../progress';
import type { Verb } from '../verb';

export const verb: Verb = (command, setting) => {
  command.argument('[relationship]', 'only this one').action(async (relationship: string | undefined) => {
    const { place, json } = setting();
    const bar = progress('Verifying', 'entries');
    const result = await withStore(place, 'read', (store) => verifyLedger(store, relationship, bar.update)).finally(
      bar.end,
    );
    if (!result.valid) process.exitCode = EXIT_REJECTED;
    if (json) return sayJson(result);
    const { entries, firstBad } = result;
    const where = relationship ?? describe(place);
    if (firstBad === null)
      return say(`${emphasis('green', 'Valid')}: ${entries} entries of ${where}, chains unbroken.`);
    say(
      `${emphasis('red', 'Not valid')}: revision ${firstBad.revision} of ${firstBad.relationship}` +
        ` (entry ${firstBad.id ?? 'unreadable'}, position ${firstBad.position}): ${firstBad.reason}.`,
    );
  });
};
