import { Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '../frame/wide';
import { useWords } from '../registers/use-words';
import { FigureCell } from './figure-cell';
import { FIGURES, partiesOf, type Year } from './years';

/** To whom it came, and who bore what it cost, year by year. */
export function PartyTable({ years, currency }: { readonly years: readonly Year[]; readonly currency: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const parties = partiesOf(years, currency);
  const nameOf = (party: string): string => {
    if (party === 'both') return t('brought.both-none');
    return party === 'unstated' ? t('brought.unstated') : (words.party(party) ?? words.choice(party));
  };
  const rows = parties.flatMap((party) =>
    years.flatMap(({ year, parties: totals }) => {
      const total = totals.find((each) => each.party === party && each.currency === currency);
      return total === undefined ? [] : [{ party, year, total }];
    }),
  );
  return (
    <section>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('brought.by-party')}
      </Title>
      <Wide label={t('brought.by-party')}>
        <Table verticalSpacing="xs" className="figures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('brought.party')}</Table.Th>
              <Table.Th scope="col">{t('brought.year')}</Table.Th>
              {FIGURES.map((figure) => (
                <Table.Th key={figure} scope="col">
                  {t(`brought.figures.${figure}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ party, year, total }) => (
              <Table.Tr key={`${party} ${year}`}>
                <Table.Th scope="row" fw={500}>
                  {nameOf(party)}
                </Table.Th>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{year}</Table.Td>
                {FIGURES.map((figure) => (
                  <FigureCell key={figure} figure={total[figure]} currency={currency} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </section>
  );
}
