import { useMemo } from 'react';
import { Card, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';
import { Shown } from '../frame/shown';
import { Wide } from '../frame/wide';
import { formatDate, formatScore } from '../texts/format';
import type { Factor } from './score-sum';
import { useFactorCourses, type FactorPoint } from './use-factor-courses';

const HEIGHT_PX = 220;
const NONE: readonly never[] = [];

/** The course of one factor, as a chart and as a table. */
export function FactorCourse({ factor }: { readonly factor: Factor }) {
  const { t } = useTranslation();
  const read = useFactorCourses(factor.code);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('why.course')}
      </Title>
      <Shown read={read}>
        {({ factors = NONE }) => <Course name={factor.name} points={factors[0]?.points ?? NONE} />}
      </Shown>
    </Card>
  );
}

function Course({ name, points }: { readonly name: string; readonly points: readonly FactorPoint[] }) {
  const { t } = useTranslation();
  const option = useMemo(() => courseOption(points), [points]);
  const first = points.find(({ score }) => score !== null);
  const last = points.findLast(({ score }) => score !== null);
  const summary =
    first === undefined || last === undefined
      ? t('why.course-none')
      : t('why.course-summary', {
          factor: name,
          from: formatDate(first.asOf),
          fromScore: formatScore(first.score),
          to: formatDate(last.asOf),
          toScore: formatScore(last.score),
        });
  return (
    <>
      <Text size="sm">{summary}</Text>
      {first !== undefined && (
        <>
          <Text size="sm" c="dimmed">
            {t('why.course-help', { count: points.length })}
          </Text>
          <Chart summary={summary} heightPx={HEIGHT_PX} option={option} />
          <details>
            <summary>{t('relationship.as-table')}</summary>
            <CourseTable points={points} />
          </details>
        </>
      )}
    </>
  );
}

function CourseTable({ points }: { readonly points: readonly FactorPoint[] }) {
  const { t } = useTranslation();
  return (
    <Wide label={t('why.course')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('relationship.day')}</Table.Th>
            <Table.Th scope="col">{t('words.score')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map(({ asOf, score }) => (
            <Table.Tr key={asOf}>
              <Table.Td>{formatDate(asOf)}</Table.Td>
              <Table.Td>{formatScore(score)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function courseOption(points: readonly FactorPoint[]): (colours: ChartColours) => EChartsOption {
  return ({ faint, joint }) => ({
    grid: { left: 34, right: 12, top: 12, bottom: 24 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: ([hovered]: readonly { readonly value: readonly [string, number | null] }[]) =>
        hovered === undefined ? '' : `${formatDate(hovered.value[0])}: ${formatScore(hovered.value[1])}`,
    },
    xAxis: { type: 'time', axisLabel: { color: faint, hideOverlap: true }, axisLine: { lineStyle: { color: faint } } },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { color: faint },
      splitLine: { lineStyle: { opacity: 0.25 } },
    },
    series: [
      {
        type: 'line',
        symbolSize: 5,
        lineStyle: { color: joint, width: 2 },
        itemStyle: { color: joint },
        data: points.map(({ asOf, score }) => [asOf, score]),
      },
    ],
  });
}
