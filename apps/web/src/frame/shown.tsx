import type { ReactNode } from 'react';
import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice';

interface Read<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What was read, once it is there; before it that it is being read, or why it cannot be. */
export function Shown<T>({ read, children }: { readonly read: Read<T>; readonly children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ProblemNotice error={read.error} reset={() => void read.refetch()} />;
  return (
    <Center p="md">
      <Loader size="sm" type="dots" aria-label={t('frame.loading')} role="status" />
    </Center>
  );
}
