import { useMemo, useState } from 'react';
import { Card, Group, Switch, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chart } from '../charts/chart';
import { Wide } from '../frame/wide';
import { formatDate, formatScore, formatShare } from '../texts/format';
import type { FilmPoint } from './film';
import { filmOption } from './film-option';

const HEIGHT_PX = 240;

interface FilmCourseProps {
  /** The course so far. */
  readonly points: readonly FilmPoint[];
  readonly from: string;
  readonly to: string;
}

/** The course so far, as a chart or as a table. */
export function FilmCourse({ points, from, to }: FilmCourseProps) {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  const option = useMemo(() => filmOption({ points, from, to, t }), [points, from, to, t]);
  const last = points.at(-1);
  const score = last?.score ?? null;
  return (
    <Card h="100%">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} size="h4">
          {t('replay.course')}
        </Title>
        <Switch
          size="xs"
          label={t('replay.as-table')}
          checked={isTable}
          onChange={({ currentTarget }) => setTable(currentTarget.checked)}
        />
      </Group>
      {isTable ? (
        <CourseTable points={points} />
      ) : (
        <Chart
          summary={t('replay.course-summary', {
            asOf: formatDate(last?.asOf ?? null),
            score: score === null ? t('replay.no-score') : formatScore(score),
          })}
          heightPx={HEIGHT_PX}
          option={option}
        />
      )}
    </Card>
  );
}

function CourseTable({ points }: Pick<FilmCourseProps, 'points'>) {
  const { t } = useTranslation();
  return (
    <Wide label={t('replay.course')} maxHeightPx={HEIGHT_PX}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('replay.day')}</Table.Th>
            <Table.Th scope="col">{t('words.score')}</Table.Th>
            <Table.Th scope="col">{t('words.level')}</Table.Th>
            <Table.Th scope="col">{t('words.coverage')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map(({ asOf, score, level, coverage }, index) => (
            <Table.Tr key={index}>
              <Table.Td>{formatDate(asOf)}</Table.Td>
              <Table.Td>{formatScore(score)}</Table.Td>
              <Table.Td>{level ?? '–'}</Table.Td>
              <Table.Td>{formatShare(coverage)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
