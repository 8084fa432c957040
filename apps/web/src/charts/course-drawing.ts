/** A day of a course: what is known of the score on it. */
export interface CourseDay {
  readonly asOf: string;
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly factorSet: string;
}

/** A small course as SVG has it: positions in a box of `width` by `height`. */
export interface CourseDrawing {
  readonly width: number;
  readonly height: number;
  /** Room for the scale and the years; 0 for a mere trend line. */
  readonly left: number;
  readonly bottom: number;
  /** Where the score lies between, as a path; empty where nothing is known. */
  readonly band: string;
  /** The score, as a path, with a gap where there is none. */
  readonly line: string;
  /** Where the last score lies; null where there is none. */
  readonly end: { readonly x: number; readonly y: number } | null;
  readonly years: readonly { readonly x: number; readonly label: string }[];
  readonly scale: readonly { readonly y: number; readonly label: string }[];
  /** Where another version of the method begins. */
  readonly breaks: readonly { readonly x: number; readonly factorSet: string }[];
}

type Box = Pick<CourseDrawing, 'width' | 'height' | 'left' | 'bottom'>;

const SCALE = [0, 25, 50, 75, 100];
const MAX_YEARS = 16;
/** Room above the highest and below the lowest, so that no line is cut in half. */
const EDGE = 4;

/** Draws a course, in the order of its days. */
export function drawCourse(days: readonly CourseDay[], { width, height, left, bottom }: Box): CourseDrawing {
  const first = timeOf(days[0]?.asOf);
  const span = Math.max(timeOf(days.at(-1)?.asOf) - first, 1);
  const xOf = (day: string): number => round(left + ((timeOf(day) - first) / span) * (width - left - EDGE));
  const yOf = (score: number): number => round(EDGE + (1 - score / 100) * (height - bottom - 2 * EDGE));
  const at = ({ asOf }: CourseDay, value: number): string => `${xOf(asOf)} ${yOf(value)}`;
  // Before anything is known, the band would be all there is.
  const known = days.slice(
    Math.max(
      0,
      days.findIndex(({ low, high }) => high - low < 100),
    ),
  );
  const bounds = known.some(({ low, high }) => high - low < 100)
    ? [...known.map((day) => at(day, day.high)), ...known.toReversed().map((day) => at(day, day.low))]
    : [];
  const end = days.findLast(({ score }) => score !== null);
  return {
    width,
    height,
    left,
    bottom,
    band: bounds.length === 0 ? '' : `M${bounds.join('L')}Z`,
    line: days
      .map((day, index) => {
        if (day.score === null) return '';
        return `${(days[index - 1]?.score ?? null) === null ? 'M' : 'L'}${at(day, day.score)}`;
      })
      .join(''),
    end: end === undefined ? null : { x: xOf(end.asOf), y: yOf(end.score ?? 0) },
    years: yearsOf(days).map((label) => ({ x: xOf(`${label}-01-01`), label })),
    scale: SCALE.map((score) => ({ y: yOf(score), label: String(score) })),
    breaks: days
      .filter(({ factorSet }, index) => index > 0 && days[index - 1]?.factorSet !== factorSet)
      .map(({ asOf, factorSet }) => ({ x: xOf(asOf), factorSet })),
  };
}

/** The years that begin within the course; of many every second, or fifth. */
function yearsOf(days: readonly CourseDay[]): string[] {
  const years = [...new Set(days.map(({ asOf }) => asOf.slice(0, 4)))].slice(1);
  const every = [1, 2, 5, 10].find((step) => years.length / step <= MAX_YEARS) ?? 20;
  return years.filter((year) => Number(year) % every === 0);
}

function timeOf(day: string | undefined): number {
  return day === undefined ? 0 : Date.parse(day);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
