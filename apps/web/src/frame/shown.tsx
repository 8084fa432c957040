import type { ReactNode } from 'react';
import { isSignedOut } from '../api/api-problem';
import { LoadingNotice } from './loading-notice';
import { ProblemNotice } from './problem-notice';
import { ToSignIn } from './sign-in-link';

interface Read<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What was read, once it is there; before it that it is being read, or why it cannot be. */
export function Shown<T>({ read, children }: { readonly read: Read<T>; readonly children: (data: T) => ReactNode }) {
  if (read.data !== undefined) return children(read.data);
  if (isSignedOut(read.error)) return <ToSignIn />;
  if (read.error) return <ProblemNotice error={read.error} reset={() => void read.refetch()} />;
  return <LoadingNotice />;
}
