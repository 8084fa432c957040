import { Title } from '@mantine/core';

export function ChangedScreen() {
  return <Title order={1}>Changed</Title>;
}
