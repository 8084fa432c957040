import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';

/** Milliseconds that entries are gathered before what is shown of them is read again. */
const GATHER_MS = 300;

/**
 * Reads what is shown of a relationship again when somebody has logged something in it; forms keep what is typed.
 * `isOpen`: only who may read entries is told of them.
 */
export function useLive(relationship: string, isOpen: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOpen) return undefined;
    let timer: number | undefined;
    const source = new EventSource(`/api/v1/relationships/${encodeURIComponent(relationship)}/live`);
    source.addEventListener('entry', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void queries.invalidateQueries({ predicate: readsOf(relationship) }), GATHER_MS);
    });
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [relationship, isOpen, queries]);
}

function readsOf(relationship: string): (query: { queryKey: readonly unknown[] }) => boolean {
  return ({ queryKey: [method, path, init] }) =>
    method === 'get' &&
    typeof path === 'string' &&
    (!path.includes('{relationship}') ||
      (init as { params?: { path?: { relationship?: string } } } | undefined)?.params?.path?.relationship ===
        relationship);
}
