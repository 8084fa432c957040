import type { ReactNode } from 'react';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Wide } from '../frame/wide';
import { formatScore, formatShare } from '../texts/format';
import { formatExact } from './exact';
import { LevelReason } from './level-reason';
import type { ScoreSum } from './score-sum';

type Measure = 'coverage' | 'bilateral' | 'low' | 'high' | 'confidence' | 'alignment' | 'level';

/** Bounds, coverage, confidence, alignment and level: each with its numbers put in and its rule in a sentence. */
export function MeasuresTable({ score, sum }: { readonly score: Schemas['ScoreAnswer']; readonly sum: ScoreSum }) {
  const { t } = useTranslation();
  const whole = formatExact(sum.applicable);
  const product = formatScore(sum.currentProduct);
  const rows: readonly { readonly measure: Measure; readonly value: string; readonly how: ReactNode }[] = [
    { measure: 'low', value: formatScore(score.low), how: `${product} ÷ ${whole}` },
    {
      measure: 'high',
      value: formatScore(score.high),
      how: `(${product} + 100 × ${formatExact(sum.applicable - sum.current)}) ÷ ${whole}`,
    },
    { measure: 'coverage', value: formatShare(score.coverage), how: `${formatExact(sum.current)} ÷ ${whole}` },
    {
      measure: 'bilateral',
      value: formatShare(score.bilateralCoverage),
      how: `${formatExact(sum.bilateral)} ÷ ${whole}`,
    },
    {
      measure: 'confidence',
      value: formatShare(score.confidence),
      how: `${formatScore(sum.confidence)} ÷ ${whole}`,
    },
    {
      measure: 'alignment',
      value: formatScore(score.alignment),
      how: score.alignment === null ? '–' : `100 − ${formatScore(sum.gap)} ÷ ${formatExact(sum.gapWeight)}`,
    },
    { measure: 'level', value: score.level ?? '–', how: <LevelReason score={score} /> },
  ];
  return (
    <Wide label={t('why.beside')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('why.measure')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('why.value')}
            </Table.Th>
            <Table.Th scope="col">{t('why.how')}</Table.Th>
            <Table.Th scope="col">{t('why.rule')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ measure, value, how }) => (
            <Table.Tr key={measure}>
              <Table.Th scope="row" fw={500}>
                {t(`why.measure-names.${measure}`)}
              </Table.Th>
              <Table.Td ta="right">{value}</Table.Td>
              <Table.Td miw={180}>{how}</Table.Td>
              <Table.Td miw={260}>{t(`why.measures.${measure}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
