import type { TFunction } from 'i18next';
import type { ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';
import { formatMoney, formatNumber } from '../texts/format';
import { totalIn, type FigureName, type Year } from './years';

interface Brought {
  readonly years: readonly Year[];
  readonly currency: string;
  readonly t: TFunction;
}

/** Both panels start at the same place, whatever stands left of them. */
const LEFT_PX = 76;

/** Two panels over the same years: the score above, what was brought below, what it cost below the line. */
export function broughtOption({ years, currency, t }: Brought): (colours: ChartColours) => EChartsOption {
  const names = years.map(({ year }) => year);
  // A year without an amount has no bar, not even the outline of one.
  const amounts = (figure: FigureName, sign: 1 | -1): (number | null)[] =>
    years.map((year) => sign * Number(totalIn(year, currency)?.[figure].amount ?? 0) || null);
  const bar = (figure: FigureName, sign: 1 | -1, itemStyle: object) => ({
    name: t(`brought.figures.${figure}`),
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMaxWidth: 18,
    ...(sign === -1 ? { stack: 'against' } : {}),
    itemStyle,
    data: amounts(figure, sign),
  });
  const money = (value: number): string => formatMoney({ amount: String(value), currency });
  return ({ text, faint, client, joint, plus, minus }) => ({
    legend: { bottom: 0, textStyle: { color: text }, itemWidth: 14 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? formatNumber(value) : '–'),
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: [
      { left: LEFT_PX, right: 12, top: 24, height: 110 },
      { left: LEFT_PX, right: 12, top: 172, bottom: 72 },
    ],
    xAxis: [
      { type: 'category', gridIndex: 0, data: names, axisLabel: { show: false }, axisTick: { show: false } },
      {
        type: 'category',
        gridIndex: 1,
        data: names,
        axisLabel: { color: faint, hideOverlap: true },
        axisLine: { onZero: true, lineStyle: { color: faint } },
      },
    ],
    yAxis: [
      {
        type: 'value',
        gridIndex: 0,
        min: 0,
        max: 100,
        name: t('words.score'),
        nameTextStyle: { color: faint },
        axisLabel: { color: faint },
        splitLine: { lineStyle: { opacity: 0.25 } },
      },
      {
        type: 'value',
        gridIndex: 1,
        name: currency,
        nameTextStyle: { color: faint },
        axisLabel: { color: faint, formatter: money },
        splitLine: { lineStyle: { opacity: 0.25 } },
      },
    ],
    series: [
      {
        name: t('words.score'),
        type: 'line',
        xAxisIndex: 0,
        yAxisIndex: 0,
        lineStyle: { color: joint, width: 2 },
        itemStyle: { color: joint },
        data: years.map(({ score }) => score),
      },
      bar('forecast', 1, { color: 'transparent', borderColor: client, borderWidth: 1.5 }),
      bar('realised', 1, { color: plus }),
      bar('validated', 1, { color: client }),
      bar('disbenefit', -1, { color: minus }),
      bar('cost', -1, { color: faint }),
    ],
  });
}
