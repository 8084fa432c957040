import './chart.css';
import { useEffect, useRef, useState } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import type { ChartColours, ChartProps } from './chart';
import { init, type EChartsType } from './echarts';

/** What a chart is laid out for; where the text of the page is larger, all of it grows alike. */
const TEXT_PX = 16;

/** The chart itself: redrawn when its option, its size or the colour scheme changes. */
export default function DrawnChart({ summary, heightPx, option, onPoint }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme('light');
  const [widthPx, setWidth] = useState(0);

  useEffect(() => {
    const [around, element] = [frame.current, place.current];
    if (around === null || element === null) return undefined;
    fit(element, around);
    const drawn = init(element, null, { devicePixelRatio: window.devicePixelRatio * textScale() });
    chart.current = drawn;
    const sizes = new ResizeObserver(() => {
      fit(element, around);
      drawn.resize();
      setWidth(element.clientWidth);
    });
    sizes.observe(around);
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
    const given = option(coloursOf(element), element.clientWidth);
    chart.current?.setOption(
      { ...base, ...given, tooltip: { ...base.tooltip, ...(given['tooltip'] as object | undefined) } },
      { notMerge: true },
    );
  }, [option, scheme, widthPx]);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === undefined || onPoint === undefined) return undefined;
    const choose = ({ dataIndex }: { dataIndex: number }): void => onPoint(dataIndex);
    drawn.on('click', choose);
    return () => {
      drawn.off('click', choose);
    };
  }, [onPoint]);

  return (
    <div ref={frame} className="chart" role="img" aria-label={summary} style={{ height: `${heightPx / TEXT_PX}rem` }}>
      <div ref={place} className="chart-drawing" />
    </div>
  );
}

const textScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / TEXT_PX;

/** As large as what stands around it, once it is scaled. */
function fit(element: HTMLElement, { clientWidth, clientHeight }: HTMLElement): void {
  const scale = textScale();
  element.style.width = `${clientWidth / scale}px`;
  element.style.height = `${clientHeight / scale}px`;
  element.style.transform = scale === 1 ? '' : `scale(${scale})`;
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
