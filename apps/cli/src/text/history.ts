import type { History } from '@app/ledger';
import { oneDecimal, percent } from './number';
import { knownText } from './score';
import { table } from './table';

/** Two points of the score to a character. */
const CHART_CHARACTERS = 50;

type Point = History['points'][number];
type FactorCourse = NonNullable<History['factors']>[number];

/** The course as a table with a small chart: `=` from the lower to the upper bound, `#` at the score. */
export function historyText(history: History, asKnown = false): string {
  const restated = new Map(history.restated.points.map((point) => [point.asOf, point]));
  const differs = history.points.some(
    (point) => point.factorSet !== history.restated.factorSet || point.score !== restated.get(point.asOf)?.score,
  );
  return [
    `The course of the score, ${asKnown ? 'each point as known at the end of its own day' : knownText(history.knownAt)}`,
    '',
    table(
      [
        { title: 'As of' },
        { title: 'Score', align: 'right' },
        ...(differs ? [{ title: `Under ${history.restated.factorSet}`, align: 'right' as const }] : []),
        { title: 'Level' },
        { title: 'Coverage', align: 'right' },
        { title: `0${'50'.padStart(CHART_CHARACTERS / 2)}${'100'.padStart(CHART_CHARACTERS / 2)}` },
      ],
      history.points.map((point) => [
        point.asOf,
        oneDecimal(point.score),
        ...(differs ? [oneDecimal(restated.get(point.asOf)?.score)] : []),
        point.level ?? 'insufficient evidence',
        percent(point.coverage),
        chart(point),
      ]),
    ),
    '',
    '= from the lower to the upper bound, # the score; no # where the evidence is insufficient for one.',
    ...(history.factors ?? []).flatMap((course) => ['', factorText(course)]),
  ].join('\n');
}

/** The course of one factor, as reported and restated. */
function factorText({ code, name, points, restated }: FactorCourse): string {
  const under = new Map(restated.map((point) => [point.asOf, point.score]));
  return [
    `${code} ${name}`,
    '',
    table(
      [
        { title: 'As of' },
        { title: 'Score', align: 'right' },
        { title: 'Restated', align: 'right' },
        { title: 'Status' },
      ],
      points.map(({ asOf, score, status }) => [asOf, oneDecimal(score), oneDecimal(under.get(asOf)), status]),
    ),
  ].join('\n');
}

function chart({ score, low, high }: Point): string {
  const from = place(low);
  const to = place(high);
  const line: string[] = Array.from({ length: CHART_CHARACTERS + 1 }, (_, index) =>
    index >= from && index <= to ? '=' : '.',
  );
  if (score !== null) line[place(score)] = '#';
  return line.join('');
}

function place(score: number): number {
  return Math.round((score / 100) * CHART_CHARACTERS);
}
