import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Wide } from '../frame/wide';
import { formatCount, formatScore } from '../texts/format';
import { FactorLink } from '../frame/factor-link';
import { countedBecause, productOf, type ScoreSum } from './score-sum';

/** Weight times score, factor by factor, and their sum. */
export function SumTable({ score, sum }: { readonly score: Schemas['ScoreAnswer']; readonly sum: ScoreSum }) {
  const { t } = useTranslation();
  return (
    <Wide label={t('why.sum')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('words.factor')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('words.weight')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('words.score')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('why.product')}
            </Table.Th>
            <Table.Th scope="col">{t('why.counts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {score.factors.map((factor) => (
            <Table.Tr key={factor.code}>
              <Table.Th scope="row" fw={500}>
                <FactorLink {...factor} />
              </Table.Th>
              <Table.Td ta="right">{formatCount(factor.weight)}</Table.Td>
              <Table.Td ta="right">{formatScore(factor.score)}</Table.Td>
              <Table.Td ta="right">{factor.counted ? formatScore(productOf(factor)) : '–'}</Table.Td>
              <Table.Td>{t(`why.counted.${countedBecause(factor)}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('why.total')}</Table.Th>
            <Table.Td ta="right">{formatCount(sum.weight)}</Table.Td>
            <Table.Td />
            <Table.Td ta="right">{formatScore(sum.product)}</Table.Td>
            <Table.Td />
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row">{t('why.divided')}</Table.Th>
            <Table.Td />
            <Table.Td ta="right" fw={700} data-testid="quotient">
              {formatScore(score.view)}
            </Table.Td>
            <Table.Td />
            <Table.Td>{score.level}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Wide>
  );
}
