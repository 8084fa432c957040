import { Title } from '@mantine/core';

export function WhyScreen() {
  return <Title order={1}>Why</Title>;
}
