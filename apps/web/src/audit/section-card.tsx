import type { ReactNode } from 'react';
import { Card, Stack, Text, Title } from '@mantine/core';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A part of the desk under its heading. */
export function SectionCard({ title, lead, children }: Props) {
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {lead !== undefined && <Text size="sm">{lead}</Text>}
        {children}
      </Stack>
    </Card>
  );
}
