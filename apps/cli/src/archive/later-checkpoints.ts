import { existsSync } from 'node:fs';
import type { EventStore } from '@app/event-store';
import { checkpointFiles, Problem, streamOf } from '@app/ledger';

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
 * @param store the log that was restored
 * @param previous the data directory that the restored one replaces
 * @throws Problem `invalid-parameter` where there is none
 */
export async function keepLaterCheckpoints(
  store: EventStore,
  previous: string,
  restored: string,
): Promise<MissingEntries[]> {
  if (!existsSync(previous)) throw new Problem('invalid-parameter', `there is no directory ${previous}`, 'previous');
  const [before, after] = [checkpointFiles(previous), checkpointFiles(restored)];
  const missing: MissingEntries[] = [];
  for (const relationship of before.relationships()) {
    const signed = before.last(relationship);
    const kept = after.last(relationship);
    const keptSize = kept?.checkpoint.size ?? 0;
    if (signed === null || signed.checkpoint.size <= keptSize) continue;
    after.replace([{ relationship, before: kept, next: signed }]);
    // A backup may hold entries that were signed only after it.
    let from = keptSize;
    for await (const { revision } of store.read(streamOf(relationship), keptSize)) from = revision + 1;
    const to = signed.checkpoint.size - 1;
    if (from <= to) missing.push({ relationship, from, to, signed: new Date(signed.signedMs).toISOString() });
  }
  return missing;
}
