import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const MAX_RETRIES = 2;

/** What is read holds until the ledger says that there is more (`live.ts`); refusals are not asked again. */
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

function isPassing({ status }: ApiProblem): boolean {
  return status === 0 || status === 503;
}
