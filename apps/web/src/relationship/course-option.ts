import type { TFunction } from 'i18next';
import type { ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';
import { formatChange, formatDate, formatScore } from '../texts/format';
import type { CoursePoint, MethodBreak } from './course';
import type { Stage, TopEntry } from './course-card';

interface Course {
  readonly points: readonly CoursePoint[];
  /** The same days as reported, where the points are restated. */
  readonly reported: readonly CoursePoint[] | null;
  readonly breaks: readonly MethodBreak[];
  /** Index of the point that is looked at. */
  readonly at: number;
  readonly stages: readonly Stage[];
  readonly top: readonly TopEntry[];
  readonly t: TFunction;
}

const [PLOT_LEFT_PX, PLOT_RIGHT_PX] = [34, 12];

/** The course as a chart: the score, its bounds as a band, stages, method breaks, and the entries that move it most. */
export function courseOption({
  points,
  reported,
  breaks,
  at,
  stages,
  top,
  t,
}: Course): (colours: ChartColours, widthPx: number) => EChartsOption {
  const known = points.map(({ asOf, low, high, score }) => ({ asOf, low, high, score }));
  const [first, last] = [points[0]?.asOf ?? '', points.at(-1)?.asOf ?? ''];
  const daysIn = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from));
  return ({ text, faint, joint, plus, minus }, widthPx) => ({
    grid: { left: PLOT_LEFT_PX, right: PLOT_RIGHT_PX, top: 26, bottom: 24 },
    tooltip: { trigger: 'axis', confine: true, formatter: tooltip(t) },
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
        name: t('words.score'),
        type: 'line',
        showSymbol: false,
        lineStyle: { color: joint, width: 2 },
        itemStyle: { color: joint },
        data: known.map(({ asOf, score }) => [asOf, score]),
        markLine: {
          symbol: 'none',
          silent: true,
          label: { color: text, fontSize: 10 },
          data: [
            ...breaks.map(({ asOf }) => ({
              xAxis: asOf,
              lineStyle: { color: faint, type: 'dotted' },
              label: { formatter: t('relationship.method-break') },
            })),
            { xAxis: points[at]?.asOf, lineStyle: { color: text, type: 'solid' }, label: { show: false } },
          ],
        },
        markArea: {
          silent: true,
          label: { color: faint, fontSize: 10, position: 'insideTop' },
          data: stageBands(stages, last).map(({ title, from, to }, index) => [
            {
              name: title,
              xAxis: from,
              itemStyle: { color: joint, opacity: index % 2 === 0 ? 0.05 : 0.1 },
              label: {
                width: ((widthPx - PLOT_LEFT_PX - PLOT_RIGHT_PX) * daysIn(from, to)) / Math.max(1, daysIn(first, last)),
                overflow: 'truncate',
              },
            },
            { xAxis: to },
          ]),
        },
      },
      {
        type: 'line',
        stack: 'bounds',
        silent: true,
        showSymbol: false,
        lineStyle: { opacity: 0 },
        data: known.map(({ asOf, low }) => [asOf, low]),
      },
      {
        type: 'line',
        stack: 'bounds',
        silent: true,
        showSymbol: false,
        lineStyle: { opacity: 0 },
        areaStyle: { color: joint, opacity: 0.18 },
        data: known.map(({ asOf, low, high }) => [asOf, high - low]),
      },
      {
        name: t('relationship.tellings.reported'),
        type: 'line',
        silent: true,
        showSymbol: false,
        lineStyle: { color: faint, width: 1, type: 'dashed' },
        data: (reported ?? []).map(({ asOf, score }) => [asOf, score]),
      },
      {
        type: 'scatter',
        symbolSize: 9,
        data: top
          .filter(({ sign }) => sign !== '0')
          .map(({ effective, sign, title, effect }) => ({
            name: `${title} ${formatChange(effect)}`,
            value: [effective, 4],
            symbol: sign === '+' ? 'triangle' : 'pin',
            itemStyle: { color: sign === '+' ? plus : minus },
          })),
      },
    ],
  });
}

/** Each stage that was entered, until the next one was. */
function stageBands(stages: readonly Stage[], last: string): { title: string; from: string; to: string }[] {
  const entered = stages
    .flatMap(({ title, entered: from }) => (from === null ? [] : [{ title, from }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return entered.map(({ title, from }, index) => ({ title, from, to: entered[index + 1]?.from ?? last }));
}

interface Hovered {
  readonly seriesIndex: number;
  readonly seriesName: string;
  readonly name: string;
  readonly value: readonly [string, number | null];
}

function tooltip(t: TFunction): (hovered: readonly Hovered[]) => string {
  return (hovered) => {
    const score = hovered.find(({ seriesIndex }) => seriesIndex === 0);
    const before = hovered.find(({ seriesIndex }) => seriesIndex === 3);
    const entries = hovered.filter(({ seriesIndex }) => seriesIndex === 4).map(({ name }) => name);
    const lines = score ? [`${formatDate(score.value[0])}: ${t('words.score')} ${formatScore(score.value[1])}`] : [];
    if (before !== undefined) lines.push(`${before.seriesName}: ${formatScore(before.value[1])}`);
    return [...lines, ...entries].join('\n');
  };
}
