import { Title } from '@mantine/core';

export function RoundsScreen() {
  return <Title order={1}>Rounds</Title>;
}
