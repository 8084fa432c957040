import { Title } from '@mantine/core';

export function GapsScreen() {
  return <Title order={1}>Gaps</Title>;
}
