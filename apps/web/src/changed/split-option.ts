import type { TFunction } from 'i18next';
import type { ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';
import { formatChange } from '../texts/format';
import type { Part } from './split';

const WIDE_PX = 720;

/** One bar for each part of the change, the largest on top; its sign stands beside it. */
export function splitOption(
  parts: readonly Part[],
  nameOf: (code: number) => string,
  t: TFunction,
): (colours: ChartColours, widthPx: number) => EChartsOption {
  return ({ text, faint, plus, minus }, widthPx) => ({
    grid: { left: 8, right: 16, top: 4, bottom: 24, containLabel: true },
    xAxis: {
      type: 'value',
      // The figures stand beside the bars.
      boundaryGap: ['12%', '12%'],
      axisLabel: { color: faint, hideOverlap: true },
      splitLine: { lineStyle: { opacity: 0.25 } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: parts.map((part) =>
        part.of === 'factor' ? (widthPx < WIDE_PX ? String : nameOf)(part.factor.code) : t(`changed.effect.${part.of}`),
      ),
      axisLabel: { color: text, width: widthPx < WIDE_PX ? 120 : 360, overflow: 'break' },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    series: [
      {
        type: 'bar',
        data: parts.map(({ effect }) => ({
          value: effect,
          itemStyle: { color: effect < 0 ? minus : plus },
          label: { position: effect < 0 ? 'left' : 'right' },
        })),
        label: {
          show: true,
          color: text,
          formatter: ({ value }: { readonly value: number }) => formatChange(value),
        },
      },
    ],
  });
}
