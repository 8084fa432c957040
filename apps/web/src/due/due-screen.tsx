import { Title } from '@mantine/core';

export function DueScreen() {
  return <Title order={1}>Due</Title>;
}
