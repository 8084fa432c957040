import { Card, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Wide } from '../frame/wide';
import { formatDate } from '../texts/format';
import { EntryLink } from '../frame/entry-link';

interface IndependentTableProps {
  readonly ratings: readonly Schemas['IndependentRatingAnswer'][];
  readonly factors: readonly { readonly code: number; readonly name: string }[];
}

/** What others than the parties say; nothing where they have said nothing. */
export function IndependentTable({ ratings, factors }: IndependentTableProps) {
  const { t } = useTranslation();
  if (ratings.length === 0) return null;
  return (
    <Card>
      <Title order={2} size="h4">
        {t('why.independent')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('why.independent-help')}
      </Text>
      <Wide label={t('why.independent')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('words.factor')}</Table.Th>
              <Table.Th scope="col">{t('why.assessor')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('words.level')}
              </Table.Th>
              <Table.Th scope="col">{t('why.date')}</Table.Th>
              <Table.Th scope="col">{t('why.status')}</Table.Th>
              <Table.Th scope="col">{t('why.entry')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ratings.map(({ factor, assessor, level, effective, entry, status }) => (
              <Table.Tr key={entry}>
                <Table.Th scope="row" fw={500}>
                  {factor} {factors.find(({ code }) => code === factor)?.name}
                </Table.Th>
                <Table.Td>{t(`why.assessors.${assessor ?? 'other'}`)}</Table.Td>
                <Table.Td ta="right">{level}</Table.Td>
                <Table.Td>{formatDate(effective)}</Table.Td>
                <Table.Td>{t(`words.status.${status}`)}</Table.Td>
                <Table.Td>
                  <EntryLink entry={entry} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Card>
  );
}
