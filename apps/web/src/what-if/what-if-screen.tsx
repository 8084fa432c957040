import { Title } from '@mantine/core';

export function WhatIfScreen() {
  return <Title order={1}>WhatIf</Title>;
}
