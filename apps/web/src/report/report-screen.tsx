import { Title } from '@mantine/core';

export function ReportScreen() {
  return <Title order={1}>Report</Title>;
}
