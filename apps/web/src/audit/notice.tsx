import type { ReactNode } from 'react';
import { Alert } from '@mantine/core';

interface Props {
  readonly colour: 'teal' | 'yellow' | 'red';
  readonly title: string;
  /** By which tests find it. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A verdict: its colour says no more than its title does. */
export function Notice({ colour, title, name, children }: Props) {
  return (
    <Alert color={colour} variant="light" title={title} data-testid={name} styles={READABLE}>
      {children}
    </Alert>
  );
}

const READABLE = { title: { color: 'var(--mantine-color-text)' } };
