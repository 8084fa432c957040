import { existsSync } from 'node:fs';
import { checkpointFiles, Problem } from '@app/ledger';

/** Entries that were signed and are not in a backup. */
export interface MissingEntries {
  readonly relationship: string;
  /** Revisions. */
  readonly from: number;
  readonly to: number;
  /** When the last of them was signed, RFC 3339. */
  readonly signed: string;
}

/**
 * Takes over the checkpoints that were signed after a backup was made: so that what was restored from it is read-only
 * until somebody has dealt with what is missing.
 *
 * @param previous the data directory that the restored one replaces
 * @throws Problem `invalid-parameter` where there is none
 */
export function keepLaterCheckpoints(previous: string, restored: string): MissingEntries[] {
  if (!existsSync(previous)) throw new Problem('invalid-parameter', `there is no directory ${previous}`, 'previous');
  const [before, after] = [checkpointFiles(previous), checkpointFiles(restored)];
  return before.relationships().flatMap((relationship) => {
    const signed = before.last(relationship);
    const kept = after.last(relationship);
    const size = kept?.checkpoint.size ?? 0;
    if (signed === null || signed.checkpoint.size <= size) return [];
    after.replace([{ relationship, before: kept, next: signed }]);
    const to = signed.checkpoint.size - 1;
    return [{ relationship, from: size, to, signed: new Date(signed.signedMs).toISOString() }];
  });
}
