import { useEffect, useRef } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import type { ChartColours, ChartProps } from './chart';
import { init, type EChartsType } from './echarts';

/** The chart itself: redrawn when its option, its size or the colour scheme changes. */
export default function DrawnChart({ summary, heightPx, option, onPoint }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const drawn = init(element);
    chart.current = drawn;
    const sizes = new ResizeObserver(() => drawn.resize());
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    // Tooltips are drawn, not written as HTML: the policy of the page holds no inline styles.
    const base = { animation: false, tooltip: { renderMode: 'richText' } };
    const given = option(coloursOf(element));
    chart.current?.setOption(
      { ...base, ...given, tooltip: { ...base.tooltip, ...(given['tooltip'] as object | undefined) } },
      { notMerge: true },
    );
  }, [option, scheme]);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === undefined || onPoint === undefined) return undefined;
    const choose = ({ dataIndex }: { dataIndex: number }): void => onPoint(dataIndex);
    drawn.on('click', choose);
    return () => {
      drawn.off('click', choose);
    };
  }, [onPoint]);

  return <div ref={place} role="img" aria-label={summary} style={{ height: heightPx, width: '100%' }} />;
}

function coloursOf(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: colour('--mantine-color-text'),
    faint: colour('--mantine-color-dimmed'),
    client: colour('--ledger-client'),
    provider: colour('--ledger-provider'),
    joint: colour('--ledger-joint'),
    plus: colour('--ledger-plus'),
    minus: colour('--ledger-minus'),
  };
}
