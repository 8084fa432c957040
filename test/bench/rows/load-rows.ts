import type { Row } from '../benchmark';
import type { Load } from '../load';
import { median } from '../measure';

/** Throughput with its target, and the latencies that came with it. */
export function loadRows(
  name: string,
  { ours, baseline }: { readonly ours: readonly Load[]; readonly baseline: readonly Load[] },
  target: number,
): Row[] {
  const middle = (loads: readonly Load[], of: (each: Load) => number): number => median(loads.map(of));
  const perSecond = (loads: readonly Load[]): number => middle(loads, (each) => each.perSecond);
  const latency = (short: string, of: (each: Load) => number): Row => ({
    name: `${name}-${short}`,
    value: middle(ours, of),
    unit: 'ms',
    baseline: middle(baseline, of),
    ratio: middle(baseline, of) / middle(ours, of),
    target: null,
  });
  return [
    {
      name,
      value: perSecond(ours),
      unit: 'appends/s',
      baseline: perSecond(baseline),
      ratio: perSecond(ours) / perSecond(baseline),
      target,
    },
    latency('p50', ({ p50Ms }) => p50Ms),
    latency('p99', ({ p99Ms }) => p99Ms),
  ];
}
