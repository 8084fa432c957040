import './course-svg.css';
import type { CourseDrawing } from './course-drawing';

/** A drawn course with its years and its scale: for print, where a chart of pixels is not sharp. */
export function CourseSvg({ drawing, summary }: { readonly drawing: CourseDrawing; readonly summary: string }) {
  const { width, height, band, line, end, years, scale, breaks, left, bottom } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="course-svg" role="img" aria-label={summary}>
      {scale.map(({ y, label }) => (
        <g key={label}>
          <path d={`M${left} ${y}H${width}`} className="rule" />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {years.map(({ x, label }) => (
        <text key={label} x={x} y={height - 4} textAnchor="middle">
          {label}
        </text>
      ))}
      <path d={band} className="band" />
      <path d={line} className="line" />
      {breaks.map(({ x, factorSet }) => (
        <path key={x} d={`M${x} 0V${height - bottom}`} className="break">
          <title>{factorSet}</title>
        </path>
      ))}
      {end !== null && <circle cx={end.x} cy={end.y} r="3" className="mark" />}
    </svg>
  );
}

/** The same as a mere line, as small as a word. */
export function TrendSvg({ drawing, summary }: { readonly drawing: CourseDrawing; readonly summary: string }) {
  const { width, height, band, line, end } = drawing;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="course-svg trend"
      role="img"
      aria-label={summary}
    >
      <path d={band} className="band" />
      <path d={line} className="line" />
      {end !== null && <circle cx={end.x} cy={end.y} r="2.5" className="mark" />}
    </svg>
  );
}
