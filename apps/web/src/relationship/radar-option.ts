import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import type { ChartColours } from '../charts/chart';
import type { EChartsOption } from '../charts/echarts';

/** The factors around: each party by a line and a mark of its own, and what both come to. */
export function radarOption(
  factors: readonly Schemas['FactorScoreAnswer'][],
  t: TFunction,
): (colours: ChartColours) => EChartsOption {
  return ({ text, faint, client, provider, joint }) => ({
    legend: { bottom: 0, textStyle: { color: text } },
    radar: {
      radius: '70%',
      center: ['50%', '46%'],
      axisName: { color: text, fontSize: 11 },
      splitArea: { show: false },
      splitLine: { lineStyle: { color: faint, opacity: 0.3 } },
      axisLine: { lineStyle: { color: faint, opacity: 0.3 } },
      indicator: factors.map(({ code }) => ({ name: String(code), min: 0, max: 100 })),
    },
    series: [
      {
        type: 'radar',
        data: [
          {
            name: t('words.client'),
            value: factors.map(({ ratings }) => pointsOf(ratings['client']?.level)),
            symbol: 'rect',
            lineStyle: { color: client, type: 'dashed' },
            itemStyle: { color: client },
          },
          {
            name: t('words.provider'),
            value: factors.map(({ ratings }) => pointsOf(ratings['provider']?.level)),
            symbol: 'triangle',
            lineStyle: { color: provider, type: 'dotted' },
            itemStyle: { color: provider },
          },
          {
            name: t('words.score'),
            value: factors.map(({ score }) => score ?? NOT_THERE),
            symbol: 'circle',
            lineStyle: { color: joint, width: 2 },
            areaStyle: { color: joint, opacity: 0.12 },
            itemStyle: { color: joint },
          },
        ],
      },
    ],
  });
}

/** Draws nothing: what nobody rated is not at 0. */
const NOT_THERE = '-';

/** A level from 0 to 4 on the scale of the score. */
function pointsOf(level: number | undefined): number | string {
  return level === undefined ? NOT_THERE : level * 25;
}
