import { Card, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Wide } from '../frame/wide';
import { formatCount, formatScore } from '../texts/format';

type Quartiles = Schemas['QuartilesAnswer'] | null;

/** What relationships come to in the same year of their contracts: only where enough of them stand behind a figure. */
export function BenchmarkCard({ benchmark }: { readonly benchmark: Schemas['BenchmarkAnswer'] }) {
  const { t } = useTranslation();
  const { definition, atLeast, years } = benchmark;
  const label = t('portfolio.benchmark-table', { atLeast });
  const quartiles = (figure: Quartiles): string =>
    figure === null
      ? '–'
      : t('portfolio.quartiles', {
          lower: formatScore(figure.lowerQuartile),
          median: formatScore(figure.median),
          upper: formatScore(figure.upperQuartile),
        });
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('portfolio.benchmark')}
      </Title>
      {years.length === 0 ? (
        <Text size="sm">{t('portfolio.benchmark-none', { atLeast })}</Text>
      ) : (
        <Wide label={label}>
          <Table captionSide="top">
            <Table.Caption>{label}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('portfolio.year')}</Table.Th>
                <Table.Th scope="col">{t('portfolio.behind')}</Table.Th>
                <Table.Th scope="col">{t('portfolio.score-quartiles')}</Table.Th>
                <Table.Th scope="col">{t('portfolio.alignment-quartiles')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {years.map(({ year, score, alignment }) => (
                <Table.Tr key={year}>
                  <Table.Th scope="row">{year}</Table.Th>
                  <Table.Td>{score === null ? '–' : formatCount(score.relationships)}</Table.Td>
                  <Table.Td>{quartiles(score)}</Table.Td>
                  <Table.Td>{quartiles(alignment)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {definition}
      </Text>
    </Card>
  );
}
