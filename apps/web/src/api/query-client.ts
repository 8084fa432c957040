import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isSignedOut } from './api-problem';

const SESSION = '/api/v1/session';
const MAX_RETRIES = 2;
/** Milliseconds after which the list of all relationships is read again: no stream tells of all of them. */
const PORTFOLIO_MS = 60_000;

/** What is read holds until the ledger says that there is more (`read-again.ts`); refusals are not asked again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, { queryKey }) => whoIsIt(error, queryKey[1] === SESSION) }),
  mutationCache: new MutationCache({ onError: (error) => whoIsIt(error) }),
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

queryClient.setQueryDefaults(['get', '/api/v1/portfolio'], { staleTime: 0, refetchInterval: PORTFOLIO_MS });

/** Whether the same may be answered in a moment: `seen` is forgotten where it lies beyond the ledger. */
export function isPassing({ status, field }: ApiProblem): boolean {
  return status === 0 || status === 503 || field === 'seen';
}

/** Where nobody is signed in any more, the frame says so, and the next view asks who it is. */
function whoIsIt(error: Error, isSession = false): void {
  if (isSignedOut(error) && !isSession) void queryClient.invalidateQueries({ queryKey: ['get', SESSION] });
}
