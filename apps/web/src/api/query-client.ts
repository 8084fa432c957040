import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const MAX_RETRIES = 2;

/** What is read holds until the ledger says that there is more (`live.ts`); refusals are not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A browser that takes itself to be offline may be wrong; where it is right, its user is told at once.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < MAX_RETRIES && (!(error instanceof ApiProblem) || isPassing(error)),
    },
    // A write bears an Idempotency-Key of its own; whether it is sent again, the user says.
    mutations: { retry: false, networkMode: 'always' },
  },
});

function isPassing({ status }: ApiProblem): boolean {
  return status === 0 || status === 503;
}
