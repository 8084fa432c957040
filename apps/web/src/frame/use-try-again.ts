import { useQueryClient } from '@tanstack/react-query';

/** Reads again all that could not be read: once is enough for a screen, and for what it does without, such as names. */
export function useTryAgain(): () => void {
  const queries = useQueryClient();
  return () => void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
}
