/** One aim of a party, with its weight and how well the relationship is aligned with it (high, medium, low). */
export interface StrategicDriver {
  readonly weight: number;
  readonly alignment: string;
}

/**
 * Strategic driver alignment in per cent (vector V8): `sum(weight * points) / sum(weight * most points)`. Null without
 * any weight.
 *
 * @param alignmentPoints points per alignment, of the factor set: `{ H: 3, M: 2, L: 1 }`
 */
export function strategicDriverAlignment(
  drivers: readonly StrategicDriver[],
  alignmentPoints: Readonly<Record<string, number>>,
): number | null {
  const most = Math.max(...Object.values(alignmentPoints));
  let reached = 0;
  let reachable = 0;
  for (const { weight, alignment } of drivers) {
    reached += weight * (alignmentPoints[alignment] ?? 0);
    reachable += weight * most;
  }
  return reachable > 0 ? (100 * reached) / reachable : null;
}
