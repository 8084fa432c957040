import { Title } from '@mantine/core';

export function RegistersScreen() {
  return <Title order={1}>Registers</Title>;
}
