interface Point {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** 0 to 100 */
  readonly score: number | null;
}

/** A course as the path of an SVG: time from left to right, 100 on top; it is broken where there is no score. */
export function lineOf(points: readonly Point[], width: number, height: number): string {
  const times = points.map(({ asOf }) => Date.parse(asOf));
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0];
  const span = Math.max(1, to - from);
  let isDrawing = false;
  return points
    .flatMap(({ score }, index) => {
      if (score === null) {
        isDrawing = false;
        return [];
      }
      const x = (((times[index] ?? from) - from) / span) * width;
      const y = height - (score / 100) * height;
      const step = `${isDrawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
      isDrawing = true;
      return [step];
    })
    .join(' ');
}
