import { lazy, Suspense } from 'react';
import { Skeleton } from '@mantine/core';
import type { EChartsOption } from './echarts';

const Drawn = lazy(() => import('./drawn-chart'));

export interface ChartColours {
  readonly text: string;
  readonly faint: string;
  readonly client: string;
  readonly provider: string;
  readonly joint: string;
  readonly plus: string;
  readonly minus: string;
}

export interface ChartProps {
  /** What the chart shows, in a sentence: what a screen reader reads in its place. A table twin stands beside it. */
  readonly summary: string;
  readonly heightPx: number;
  /** The chart in the colours of light or dark, as wide as there is room. */
  readonly option: (colours: ChartColours, widthPx: number) => EChartsOption;
  /** A point of the first series was chosen, by its index. */
  readonly onPoint?: (index: number) => void;
}

/** A chart, whose library is loaded when the first one is shown. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.heightPx} />}>
      <Drawn {...props} />
    </Suspense>
  );
}
