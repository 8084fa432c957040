import type { TFunction } from 'i18next';
import type { ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';
import type { FilmPoint } from './film';

interface DrawnFilm {
  readonly points: readonly FilmPoint[];
  /** First and last day of the whole film: what is drawn does not move as more of it appears. */
  readonly from: string;
  readonly to: string;
  readonly t: TFunction;
}

/** The course so far, and where it stands. */
export function filmOption({ points, from, to, t }: DrawnFilm): (colours: ChartColours) => EChartsOption {
  const last = points.at(-1);
  return ({ faint, joint }) => ({
    grid: { left: 34, right: 12, top: 12, bottom: 24 },
    xAxis: { type: 'time', min: from, max: to, axisLabel: { color: faint, hideOverlap: true } },
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
        data: points.map(({ asOf, score }) => [asOf, score]),
      },
      {
        type: 'scatter',
        silent: true,
        symbolSize: 11,
        itemStyle: { color: joint },
        data: last === undefined || last.score === null ? [] : [[last.asOf, last.score]],
      },
    ],
  });
}
