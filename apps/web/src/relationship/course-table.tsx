import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '../frame/wide';
import { formatDate, formatScore, formatShare } from '../texts/format';
import type { CoursePoint } from './course';

interface CourseTableProps {
  readonly points: readonly CoursePoint[];
  /** The same days as reported, where the points are restated. */
  readonly reported: readonly CoursePoint[] | null;
  readonly maxHeightPx: number;
}

/** The table twin of the course, the latest day first. */
export function CourseTable({ points, reported, maxHeightPx }: CourseTableProps) {
  const { t } = useTranslation();
  return (
    <Wide label={t('relationship.course')} maxHeightPx={maxHeightPx}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('relationship.day')}</Table.Th>
            <Table.Th scope="col">{t('words.score')}</Table.Th>
            {reported !== null && <Table.Th scope="col">{t('relationship.tellings.reported')}</Table.Th>}
            <Table.Th scope="col">{t('relationship.low-high')}</Table.Th>
            <Table.Th scope="col">{t('words.coverage')}</Table.Th>
            <Table.Th scope="col">{t('words.level')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points
            .map((point, index) => ({ ...point, before: reported?.[index]?.score ?? null }))
            .toReversed()
            .map(({ asOf, score, before, low, high, coverage, level }) => (
              <Table.Tr key={asOf}>
                <Table.Td>{formatDate(asOf)}</Table.Td>
                <Table.Td>{formatScore(score)}</Table.Td>
                {reported !== null && <Table.Td>{formatScore(before)}</Table.Td>}
                <Table.Td>
                  {formatScore(low)}–{formatScore(high)}
                </Table.Td>
                <Table.Td>{formatShare(coverage)}</Table.Td>
                <Table.Td>{level ?? '–'}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
