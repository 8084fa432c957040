import { useRouter } from '@tanstack/react-router';
import { ProblemNotice } from './problem-notice';

/** A view that cannot be shown; tried again, all that comes before it is, who is signed in among it. */
export function ScreenProblem({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return <ProblemNotice error={error} reset={() => void router.invalidate()} />;
}
