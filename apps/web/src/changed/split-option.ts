import type { TFunction } from 'i18next';
import type { ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';
import { formatChange } from '../texts/format';
import type { Part } from './split';

/** One bar for each part of the change, the largest on top; its sign stands beside it. */
export function splitOption(parts: readonly Part[], t: TFunction): (colours: ChartColours) => EChartsOption {
  return ({ text, faint, plus, minus }) => ({
    grid: { left: 8, right: 48, top: 4, bottom: 24, containLabel: true },
    xAxis: {
      type: 'value',
      axisLabel: { color: faint, hideOverlap: true },
      splitLine: { lineStyle: { opacity: 0.25 } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: parts.map((part) => (part.of === 'factor' ? String(part.factor.code) : t(`changed.effect.${part.of}`))),
      axisLabel: { color: text, width: 120, overflow: 'break' },
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
