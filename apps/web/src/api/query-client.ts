import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const MAX_RETRIES = 2;
/** Milliseconds after which the list of all relationships is read again: no stream tells of all of them. */
const PORTFOLIO_MS = 60_000;

/** What is read holds until the ledger says that there is more (`read-again.ts`); refusals are not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < MAX_RETRIES && (!(error instanceof ApiProblem) || isPassing(error)),
    },
    // A write bears an Idempotency-Key of its own; whether it is sent again, the user says.
    mutations: { retry: false },
  },
});

queryClient.setQueryDefaults(['get', '/api/v1/portfolio'], { staleTime: 0, refetchInterval: PORTFOLIO_MS });

/** Whether the same may be answered in a moment: `seen` is forgotten where it lies beyond the ledger. */
export function isPassing({ status, field }: ApiProblem): boolean {
  return status === 0 || status === 503 || field === 'seen';
}
