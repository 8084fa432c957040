import type { ReactNode } from 'react';
import { Title } from '@mantine/core';
import { isSignedOut } from '../api/api-problem';
import { Loading } from './loading';
import { ProblemNotice } from './problem-notice';
import { ToSignIn } from './sign-in-link';
import { useTryAgain } from './use-try-again';

interface Read<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

interface ShownProps<T> {
  readonly read: Read<T>;
  /** Of a screen whose own heading comes with what is read. */
  readonly heading?: string;
  readonly children: (data: T) => ReactNode;
}

/** What was read, once it is there; before it that it is being read, or why it cannot be. */
export function Shown<T>({ read, heading, children }: ShownProps<T>) {
  const tryAgain = useTryAgain();
  if (read.data !== undefined) return children(read.data);
  if (isSignedOut(read.error)) return <ToSignIn />;
  return (
    <>
      {heading !== undefined && (
        <Title order={1} size="h3">
          {heading}
        </Title>
      )}
      {read.error ? <ProblemNotice error={read.error} reset={tryAgain} /> : <Loading />}
    </>
  );
}
