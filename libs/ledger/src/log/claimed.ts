import { checkpointFiles } from './checkpoint-files';
import { hasWitnesses } from './witness-policy';

/**
 * What witnesses of a log show that no key here has signed, with what to do: without a full stop; null where they show
 * nothing of the kind. It is told of, and accuses nobody: whoever runs a witness could have made it.
 */
export function claimText(dataDirectory: string, relationship: string): string | null {
  if (!hasWitnesses(dataDirectory, relationship)) return null;
  const claims = checkpointFiles(dataDirectory).claimed(relationship);
  if (claims.length === 0) return null;
  const shown = claims.map(
    ({ witness, checkpoint: { size } }) =>
      `the witness ${witness} shows a checkpoint of ${size} entries that no key in private has signed`,
  );
  return (
    `${shown.join(', ')}: if the log was given a new key since a backup that was brought back here, bring private of ` +
    'after that back ("ledger restore BACKUP --previous DIR" does), or what is missing from a bundle of after it ' +
    `("ledger recover ${relationship} --bundle FILE"); if it was not, ask the party of the witness, or take that out of ` +
    'the policy'
  );
}
