import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EntryLinks } from '../frame/entry-links';
import { Wide } from '../frame/wide';
import { formatMoney, formatScore } from '../texts/format';
import { FigureCell } from './figure-cell';
import { allYears, FIGURES, totalIn, type Year } from './years';

/** What each year brought, with the score at its end; every figure with its entries. */
export function YearTable({ years, currency }: { readonly years: readonly Year[]; readonly currency: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {t('brought.all-years')}
      </Title>
      <Wide label={t('brought.all-years')}>
        <Table verticalSpacing="xs" className="figures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('brought.year')}</Table.Th>
              <Table.Th scope="col">{t('brought.score')}</Table.Th>
              {FIGURES.map((figure) => (
                <Table.Th key={figure} scope="col">
                  {t(`brought.figures.${figure}`)}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('brought.without-amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.map((year) => (
              <Table.Tr key={year.year}>
                <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
                  {year.year}
                </Table.Th>
                <Table.Td>
                  {formatScore(year.score)}
                  <Text size="xs" c="dimmed">
                    {year.level}
                  </Text>
                </Table.Td>
                {FIGURES.map((figure) => (
                  <FigureCell key={figure} figure={totalIn(year, currency)?.[figure]} currency={currency} />
                ))}
                <Table.Td>
                  <EntryLinks entries={year.withoutAmount} max={2} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t('brought.all-years')}</Table.Th>
              <Table.Td />
              {FIGURES.map((figure) => (
                <Table.Td key={figure} fw={600}>
                  {formatMoney({ amount: allYears(years, currency, figure), currency })}
                </Table.Td>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Wide>
    </section>
  );
}
