import { useSyncExternalStore } from 'react';

let staleSince: string | null = null;
const listeners = new Set<() => void>();

/** What an answer says of the store of the ledger: since when it has been away, RFC 3339; null: it is there. */
export function setStaleSince(since: string | null): void {
  if (since === staleSince) return;
  staleSince = since;
  for (const listener of listeners) listener();
}

/** Since when what is shown may lack what was logged; null: it is current. */
export function useStaleSince(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => staleSince,
  );
}
