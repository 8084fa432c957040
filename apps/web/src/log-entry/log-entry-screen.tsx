import { Title } from '@mantine/core';

export function LogEntryScreen() {
  return <Title order={1}>LogEntry</Title>;
}
