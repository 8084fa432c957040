import type { EventStore } from '@app/event-store';
import { hashingBeside, verifyLedger } from '@app/ledger';
import type { Place } from '../place';
import { progress } from '../progress';
import { erasedWords } from '../text/erased';
import { firstBadText } from '../text/first-bad';
import type { Check } from './check';

/** Every entry, as `verify` checks it: envelope, payload, signature, and what was signed of it. */
export async function entryChecks(store: EventStore, { directory, eventStoreUrl }: Place): Promise<Check[]> {
  const bar = progress('Verifying', 'entries');
  const hashing = hashingBeside();
  try {
    const { entries, firstBad, erased } = await verifyLedger(store, {
      dataDirectory: directory,
      alone: eventStoreUrl === null,
      hashing,
      onProgress: bar.update,
    });
    if (firstBad === null) {
      const found = [`${entries} as they were written`, ...erasedWords(erased)].join(', ');
      return [{ name: 'entries', ok: true, found }];
    }
    const found =
      `${firstBadText(firstBad)}; "ledger verify RELATIONSHIP" looks at one alone, ` +
      '"ledger restore BACKUP" brings a sound copy back, and "ledger recover RELATIONSHIP" a lost end';
    return [{ name: 'entries', ok: false, found }];
  } finally {
    bar.end();
    await hashing.end();
  }
}
