import { Title } from '@mantine/core';

export function BroughtScreen() {
  return <Title order={1}>Brought</Title>;
}
