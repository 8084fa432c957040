import { Title } from '@mantine/core';

export function LedgerScreen() {
  return <Title order={1}>Ledger</Title>;
}
