import { Title } from '@mantine/core';

export function EntryScreen() {
  return <Title order={1}>Entry</Title>;
}
