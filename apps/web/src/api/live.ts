import { useEffect, useState } from 'react';
import { ApiProblem } from './api-problem';
import { isPassing, queryClient } from './query-client';
import { freshness, readAgain, readsOf } from './read-again';

/** Milliseconds before a stream that the server refused is asked for again. */
const REOPEN_MS = 15_000;
/** Milliseconds that a stream may be away before one is told. */
const LOST_MS = 5_000;

/**
 * Listens to what is logged in a relationship while somebody looks: browsers allow six connections to a server in all,
 * so that a page behind others holds none. On its return the stream says where the ledger is, and so what is stale.
 *
 * @param isOpen an operator is not told
 * @returns false while nothing is heard, and new entries show by and by only
 */
export function useLive(relationship: string, isOpen: boolean): boolean {
  const [isHeard, setHeard] = useState(true);
  useEffect(() => {
    if (!isOpen) return undefined;
    let source: EventSource | null = null;
    let lost: number | undefined;
    let reopen: number | undefined;
    const close = (): void => {
      window.clearTimeout(lost);
      window.clearTimeout(reopen);
      lost = undefined;
      source?.close();
      source = null;
    };
    const open = (): void => {
      const opened = new EventSource(`/api/v1/relationships/${encodeURIComponent(relationship)}/live`);
      const hear = ({ data }: MessageEvent<string>): void =>
        freshness.heard(relationship, (JSON.parse(data) as { position: string }).position);
      opened.addEventListener('reached', hear);
      opened.addEventListener('entry', hear);
      opened.addEventListener('open', () => {
        window.clearTimeout(lost);
        lost = undefined;
        setHeard(true);
        void readFailed(relationship);
      });
      opened.addEventListener('error', () => {
        lost ??= window.setTimeout(() => setHeard(false), LOST_MS);
        if (opened.readyState !== EventSource.CLOSED) return;
        // The browser itself tries again where the connection broke, and never where an answer refused it.
        reopen = window.setTimeout(() => {
          void readAgain(relationship);
          open();
        }, REOPEN_MS);
      });
      source = opened;
    };
    const look = (): void => {
      if (document.hidden) close();
      else if (source === null) open();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      close();
      setHeard(true);
    };
  }, [relationship, isOpen]);
  return isHeard;
}

/** What could not be read while the server was away; what it refuses, it refuses still. */
function readFailed(relationship: string): Promise<void> {
  const isOfIt = readsOf(relationship);
  return queryClient.refetchQueries(
    {
      type: 'active',
      stale: true,
      predicate: (query) =>
        isOfIt(query) && !(query.state.error instanceof ApiProblem && !isPassing(query.state.error)),
    },
    { cancelRefetch: false },
  );
}
