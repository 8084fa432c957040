import { Title } from '@mantine/core';

export function SittingScreen() {
  return <Title order={1}>Sitting</Title>;
}
