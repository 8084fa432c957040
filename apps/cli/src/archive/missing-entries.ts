import type { EventStore } from '@app/event-store';
import { streamOf, type LaterCheckpoint } from '@app/ledger';

/** Entries that were signed and are not in a backup. */
export interface MissingEntries {
  readonly relationship: string;
  /** Revisions; the last is null where the file that would tell is damaged. */
  readonly from: number;
  readonly to: number | null;
  /** When the last of them was signed, RFC 3339; null where that is not known. */
  readonly signed: string | null;
}

/** @param store the log that was restored */
export async function missingEntries(
  store: EventStore,
  checkpoints: readonly LaterCheckpoint[],
): Promise<MissingEntries[]> {
  const missing: MissingEntries[] = [];
  for (const { relationship, later } of checkpoints) {
    // A backup may hold entries that were signed only after it.
    let from = 0;
    for await (const { revision } of store.read(streamOf(relationship), 0, { lazy: true })) from = revision + 1;
    const to = later === null ? null : later.checkpoint.size - 1;
    const signed = later === null || later.signedMs === 0 ? null : new Date(later.signedMs).toISOString();
    if (to === null || from <= to) missing.push({ relationship, from, to, signed });
  }
  return missing;
}
