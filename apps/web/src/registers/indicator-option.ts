import type { ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';
import type { Schemas } from '../api/client';

type Indicator = Schemas['IndicatorAnswer'];

/** The figures of an indicator over time, against its target. */
export function indicatorOption({ measurements, target }: Indicator): (colours: ChartColours) => EChartsOption {
  const figures = measurements.filter(({ value }) => value !== null);
  return ({ text, faint, joint }) => ({
    grid: { left: 44, right: 12, top: 12, bottom: 24 },
    xAxis: { type: 'time', axisLabel: { color: faint, hideOverlap: true }, axisLine: { lineStyle: { color: faint } } },
    yAxis: { type: 'value', scale: true, axisLabel: { color: faint }, splitLine: { lineStyle: { opacity: 0.25 } } },
    series: [
      {
        type: 'line',
        silent: true,
        lineStyle: { color: joint, width: 2 },
        itemStyle: { color: joint },
        data: figures.map(({ effective, value, onTarget }) => ({
          value: [effective, value],
          symbol: onTarget ? 'circle' : 'triangle',
          symbolSize: onTarget ? 6 : 11,
        })),
        markLine:
          target === null
            ? undefined
            : {
                symbol: 'none',
                silent: true,
                label: { show: false },
                lineStyle: { color: text, type: 'dashed' },
                data: [{ yAxis: target }],
              },
      },
    ],
  });
}
