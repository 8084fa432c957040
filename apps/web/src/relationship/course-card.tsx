import { useMemo, useState } from 'react';
import { Card, Group, Switch, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { Chart } from '../charts/chart';
import { useMoveClocks } from '../clocks/clock-menu';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatDate, formatScore, formatShare } from '../texts/format';
import { pointAt, type CoursePoint } from './course';
import { courseOption } from './course-option';
import { TimeSlider } from './time-slider';

const HEIGHT_PX = 260;

type Passing = (point: CoursePoint | null) => void;

/** The course of the score over the life of the contract, with a slider that moves the whole page along it. */
export function CourseCard({ onPassing }: { readonly onPassing: Passing }) {
  const { t } = useTranslation();
  const { params, clocks } = useView();
  const { path } = params;
  const query = clocks.knownAt === undefined ? {} : { knownAt: clocks.knownAt };
  const course = api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', { params: { path, query } });
  return (
    <Card h="100%">
      <Title order={2} size="h4">
        {t('relationship.course')}
      </Title>
      <Shown read={course}>{({ points }) => <Course points={points} onPassing={onPassing} />}</Shown>
    </Card>
  );
}

function Course({ points, onPassing }: { readonly points: readonly CoursePoint[]; readonly onPassing: Passing }) {
  const { t } = useTranslation();
  const { params, clocks } = useView();
  const moveClocks = useMoveClocks();
  const [isTable, setTable] = useState(false);
  const { data: stages } = api.useQuery('get', '/api/v1/relationships/{relationship}/stages', { params });
  const { data: top } = api.useQuery('get', '/api/v1/relationships/{relationship}/top', { params });
  const [passing, setPassing] = useState<number | null>(null);
  const rests = pointAt(points, clocks.asOf);
  const at = passing ?? rests;
  const option = useMemo(
    () => courseOption({ points, at, stages: stages?.stages ?? NONE, top: top?.top ?? NONE, t }),
    [points, at, stages, top, t],
  );
  const move = (index: number): void => {
    setPassing(index);
    onPassing(points[index] ?? null);
  };
  const rest = (index: number): void => {
    setPassing(null);
    onPassing(null);
    if (index === rests) return;
    moveClocks({ ...clocks, asOf: index === points.length - 1 ? undefined : points[index]?.asOf });
  };
  const last = points.findLast(({ score }) => score !== null);
  const first = points.find(({ score }) => score !== null);
  const summary =
    first === undefined || last === undefined
      ? t('relationship.course-none')
      : t('relationship.course-summary', {
          from: formatDate(first.asOf),
          fromScore: formatScore(first.score),
          to: formatDate(last.asOf),
          toScore: formatScore(last.score),
        });
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {summary}
        </Text>
        <Switch
          size="xs"
          label={t('relationship.as-table')}
          checked={isTable}
          onChange={({ currentTarget }) => setTable(currentTarget.checked)}
        />
      </Group>
      {isTable ? <CourseTable points={points} /> : <Chart summary={summary} heightPx={HEIGHT_PX} option={option} />}
      <TimeSlider points={points} at={at} onMove={move} onRest={rest} />
    </>
  );
}

const NONE: readonly never[] = [];

export type Stage = Schemas['StageAnswer'];
export type TopEntry = Schemas['TopEntryAnswer'];

function CourseTable({ points }: { readonly points: readonly CoursePoint[] }) {
  const { t } = useTranslation();
  return (
    <Wide label={t('relationship.course')} maxHeightPx={HEIGHT_PX}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('relationship.day')}</Table.Th>
            <Table.Th scope="col">{t('words.score')}</Table.Th>
            <Table.Th scope="col">{t('relationship.low-high')}</Table.Th>
            <Table.Th scope="col">{t('words.coverage')}</Table.Th>
            <Table.Th scope="col">{t('words.level')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map(({ asOf, score, low, high, coverage, level }) => (
            <Table.Tr key={asOf}>
              <Table.Td>{formatDate(asOf)}</Table.Td>
              <Table.Td>{formatScore(score)}</Table.Td>
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
