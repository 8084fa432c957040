import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InvalidPolicy, parsePolicy, TLOG_PROOF_LINE, type Policy } from '@app/integrity';
import {
  assertOwnLog,
  checkReceipt,
  InvalidReceipt,
  logIdentity,
  policyOf,
  Problem,
  relationshipOfReceipt,
  type CheckedReceipt,
} from '@app/ledger';
import { EXIT_REJECTED } from '../failure';
import { emphasis, say, sayJson } from '../output';
import { withStore, type Place } from '../place';
import { readText } from '../read-text';
import { plain } from '../text/plain';
import type { Verb } from '../verb';

const MAX_RECEIPT_BYTES = 131_072;

export const verb: Verb = (command, setting) => {
  command
    .argument('<file>', 'a receipt')
    .option('--policy <file>', 'what you pinned of the log (default: that of the ledger in --data)')
    .action(async (file: string, { policy: policyFile }: { readonly policy?: string }) => {
      const { place, json } = setting();
      if ((await stat(file)).size > MAX_RECEIPT_BYTES)
        throw new Problem(
          'invalid-parameter',
          `${file} is no receipt: it has more than ${MAX_RECEIPT_BYTES} bytes`,
          'file',
        );
      const text = await readText(file);
      if (!text.startsWith(`${TLOG_PROOF_LINE}\n`)) {
        const detail = `${file} is no receipt: a receipt begins with "${TLOG_PROOF_LINE}"`;
        throw new Problem('invalid-parameter', detail, 'file');
      }
      let checked: CheckedReceipt;
      try {
        checked = checkReceipt(text, await policyFor(place, text, policyFile));
      } catch (error) {
        if (!(error instanceof InvalidReceipt)) throw error;
        process.exitCode = EXIT_REJECTED;
        if (json) return sayJson({ valid: false, outcome: 'invalid', reason: error.message });
        return say(`${emphasis('red', 'Not valid')}: ${plain(error.message)}.`);
      }
      const { envelope, index, origin, size, witnesses, missing, quorum, caveat } = checked;
      if (!quorum) process.exitCode = EXIT_REJECTED;
      const outcome = quorum ? 'valid' : 'incomplete';
      if (json) {
        const known = caveat !== null && { caveat };
        return sayJson({ valid: quorum, outcome, origin, size, index, witnesses, missing, quorum, ...known, envelope });
      }
      const seenBy = witnesses.length === 0 ? 'no witness' : witnesses.join(', ');
      const verdict = quorum
        ? emphasis('green', 'Valid')
        : `${emphasis('yellow', 'Not complete')}: nothing contradicts it, but too few witnesses saw it (${missing.join(', ')} did not; ask for a later receipt)`;
      say(
        `${verdict}: entry ${plain(envelope.id)} (${plain(envelope.kind)}, by ${plain(envelope.party)}, recorded ` +
          `${envelope.recorded}) is #${index} of ${size} (#0 is the first) in ${plain(origin)}; seen by ${seenBy}.`,
      );
      if (caveat !== null) say(`To be known: ${plain(caveat)}.`);
    });
};

/** Never from the receipt: the pinned policy, or that of the ledger on this machine. */
async function policyFor(place: Place, receipt: string, file: string | undefined): Promise<Policy> {
  if (file === undefined && !existsSync(place.directory)) {
    const detail = `there is no ledger in ${place.directory} to take the key from; name the policy that you pinned`;
    throw new Problem('invalid-parameter', detail, 'policy');
  }
  const text = await (file === undefined ? ownPolicy(place, relationshipOfReceipt(receipt)) : readText(file));
  try {
    return parsePolicy(text);
  } catch (error) {
    if (error instanceof InvalidPolicy) throw new Problem('invalid-parameter', `no policy: ${error.message}`, 'policy');
    throw error;
  }
}

async function ownPolicy(place: Place, relationship: string): Promise<string> {
  const { directory, logName, eventStoreUrl } = place;
  if (eventStoreUrl !== null) await withStore(place, 'read', (store) => assertOwnLog(store, directory));
  logIdentity(directory, logName);
  return policyOf(directory, relationship);
}
