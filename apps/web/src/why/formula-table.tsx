import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '../frame/wide';
import { formatExact } from './exact';
import { formulaOf } from './factor-terms';
import type { Factor } from './score-sum';

/** How a factor’s terms make its score: the rule in words, then with its numbers put in. */
export function FormulaTable({ factor }: { readonly factor: Factor }) {
  const { t } = useTranslation();
  const formula = formulaOf(factor);
  if (formula === null) return <Text size="sm">{t('why.formula-none')}</Text>;
  const rows = [
    ['joint-rating', factor.jointRating],
    ['assessment-weight', factor.assessmentWeight],
    ['positive', factor.positive],
    ['negative', factor.negative],
  ] as const;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('why.formula-help')}
      </Text>
      <Text fw={600} my="xs" data-testid="formula">
        {formula}
      </Text>
      <Wide label={t('why.formula')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('why.term')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('why.value')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([term, value]) => (
              <Table.Tr key={term}>
                <Table.Th scope="row" fw={500}>
                  {t(`why.${term}`)}
                </Table.Th>
                <Table.Td ta="right">{formatExact(value)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t('words.score')}</Table.Th>
              <Table.Td ta="right">{formatExact(factor.score)}</Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Wide>
    </>
  );
}
