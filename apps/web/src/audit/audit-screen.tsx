import { Title } from '@mantine/core';

export function AuditScreen() {
  return <Title order={1}>Audit</Title>;
}
