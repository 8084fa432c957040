import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '../frame/wide';
import { formatExact } from './exact';
import { limitSums, type Terms } from './factor-terms';

/** What the limits let through. */
export function LimitsTable({ terms }: { readonly terms: Terms }) {
  const { t } = useTranslation();
  const { cap } = terms;
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('why.limits-help')}
      </Text>
      <Wide label={t('why.limits')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('why.limit')}</Table.Th>
              <Table.Th scope="col">{t('why.rule')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('why.before-limits')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('why.after-limits')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {limitSums(terms).map(({ limit, cap: most, before, after }) => (
              <Table.Tr key={limit}>
                <Table.Th scope="row" fw={500}>
                  {t(`why.limit-names.${limit}`)}
                </Table.Th>
                <Table.Td miw={200}>{t(`why.limit-rules.${limit}`, { cap: formatExact(most) })}</Table.Td>
                <Table.Td ta="right">{formatExact(before)}</Table.Td>
                <Table.Td ta="right">{formatExact(after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t('why.limit-all')}</Table.Th>
              <Table.Td>{t('why.limit-all-rule', { cap: formatExact(cap.eventWeightCap) })}</Table.Td>
              <Table.Td ta="right">{formatExact(cap.weightBeforeLimits)}</Table.Td>
              <Table.Td ta="right">{formatExact(cap.weight)}</Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Wide>
    </>
  );
}
