import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Loading } from './loading';
import { ProblemNotice } from './problem-notice';

interface Read<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

/** What was read, once it is there; before it that it is being read, or why it cannot be. */
export function Shown<T>({ read, children }: { readonly read: Read<T>; readonly children: (data: T) => ReactNode }) {
  const queries = useQueryClient();
  // Once is enough for all of a screen, and for what it does without where it could not be read, such as names.
  const tryAgain = (): void =>
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ProblemNotice error={read.error} reset={tryAgain} />;
  return <Loading />;
}
