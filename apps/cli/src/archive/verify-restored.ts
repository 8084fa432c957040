import type { EventStore } from '@app/event-store';
import { logViews, verifyLedger, type ErasedEntry, type LaterCheckpoint, type Verification } from '@app/ledger';

/**
 * Verifies what was restored. A ledger of which more was signed than the backup holds is held against itself alone: what
 * it lacks is told as missing, and hides no fault of another.
 */
export async function verifyRestored(
  store: EventStore,
  dataDirectory: string,
  later: readonly LaterCheckpoint[],
): Promise<Pick<Verification, 'valid' | 'entries' | 'firstBad' | 'erased'>> {
  if (later.length === 0) return verifyLedger(store, { dataDirectory });
  const behind = new Set(later.map(({ relationship }) => relationship));
  let entries = 0;
  const erased: ErasedEntry[] = [];
  for (const { id: relationship } of await logViews(store).relationships()) {
    const against = behind.has(relationship) ? {} : { dataDirectory };
    const verified = await verifyLedger(store, { relationship, ...against });
    entries += verified.entries;
    erased.push(...verified.erased);
    if (!verified.valid) return { valid: false, entries, firstBad: verified.firstBad, erased };
  }
  return { valid: true, entries, firstBad: null, erased };
}
