import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import { drawCourse } from '../charts/course-drawing';
import { isGapBeforeJointLevel } from '../gaps/own-gap';
import { formatChange, formatCount, formatDate, formatMoney, formatScore, formatShare } from '../texts/format';
import type { Answers } from './answers';
import { less } from './public-edition';
import type { Block, ReportRow } from './report';

type Score = Schemas['ScoreAnswer'];
type Money = Schemas['FigureAnswer'];

const MAX_CAUSES = 7;
const COURSE = { width: 720, height: 220, left: 30, bottom: 18 };

export function changedOf({ difference, score }: Answers, t: TFunction): Block[] {
  const { from, to, change, factors, coverageEffect, methodEffect } = difference;
  if (change === null) return [{ is: 'text', text: t('report.changed-not') }];
  const said = t('report.changed-from-to', {
    from: formatScore(from.score),
    fromDay: formatDate(from.asOf),
    to: formatScore(to.score),
    toDay: formatDate(to.asOf),
    change: formatChange(change),
  });
  const byEffect = factors.toSorted((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution));
  const rest = byEffect.slice(MAX_CAUSES);
  const nameOf = (code: number): string => score.factors.find((factor) => factor.code === code)?.name ?? '';
  const row = (label: string, sum: number, causes: readonly number[]): ReportRow => ({
    cells: [label, formatChange(sum), ...causes.map(formatChange)],
  });
  const causesOf = ({ ratings, events, corrections, time }: Schemas['FactorDifferenceAnswer']): number[] => [
    ratings,
    events,
    corrections,
    time,
  ];
  const sums = [0, 1, 2, 3].map((cause) => sumOf(rest.map((factor) => causesOf(factor)[cause] ?? 0)));
  const rows = [
    ...byEffect
      .slice(0, MAX_CAUSES)
      .map((factor) => row(`${factor.code} ${nameOf(factor.code)}`, factor.contribution, causesOf(factor))),
    ...(rest.length === 0
      ? []
      : [
          row(
            t('report.causes-rest', { count: rest.length }),
            sumOf(rest.map(({ contribution }) => contribution)),
            sums,
          ),
        ]),
    ...(shows(coverageEffect) ? [row(t('report.coverage-effect'), coverageEffect, [])] : []),
    ...(shows(methodEffect) ? [row(t('report.method-effect'), methodEffect, [])] : []),
    row(t('report.all'), change, []),
  ];
  return [
    { is: 'text', text: said },
    {
      is: 'table',
      table: {
        label: t('report.causes'),
        columns: [
          t('words.factor'),
          ...(['sum', 'ratings', 'events', 'corrections', 'time'] as const).map((cause) => t(`report.cause.${cause}`)),
        ],
        words: 1,
        rows: rows.map(({ cells }) => ({ cells: [...cells, ...Array<string>(6 - cells.length).fill('')] })),
      },
    },
  ];
}

/** The difference of two scores as they are shown: rows and sentence say the same. */
export function shownChange(before: number, after: number): number {
  return (Math.round(after * 10) - Math.round(before * 10)) / 10;
}

/** Whether anything of it is left in points with one decimal. */
export function shows(change: number | null): change is number {
  return change !== null && formatChange(change) !== formatChange(0);
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

export function courseOf({ points, score }: Answers, t: TFunction): Block[] {
  const until = points.filter(({ asOf }) => asOf <= score.asOf);
  const first = until.find((point) => point.score !== null);
  const last = until.findLast((point) => point.score !== null);
  const summary =
    first === undefined || last === undefined
      ? t('relationship.course-none')
      : t('relationship.course-summary', {
          from: formatDate(first.asOf),
          fromScore: formatScore(first.score),
          to: formatDate(last.asOf),
          toScore: formatScore(last.score),
        });
  const breaks = until.some(({ factorSet }) => factorSet !== until[0]?.factorSet);
  return [
    { is: 'course', summary, drawing: drawCourse(until, COURSE) },
    {
      is: 'table',
      table: {
        label: t('report.course-years'),
        columns: [
          t('report.day'),
          t('words.level'),
          ...(breaks ? [t('report.method')] : []),
          t('words.score'),
          t('report.low-high'),
          t('words.coverage'),
        ],
        words: breaks ? 3 : 2,
        rows: yearEnds(until).map(({ asOf, score: at, level, low, high, coverage, factorSet }) => ({
          cells: [
            formatDate(asOf),
            level ?? '–',
            ...(breaks ? [factorSet] : []),
            formatScore(at),
            `${formatScore(low)}–${formatScore(high)}`,
            formatShare(coverage),
          ],
        })),
      },
    },
  ];
}

/** The last point of each calendar year. */
export function yearEnds<T extends { readonly asOf: string }>(points: readonly T[]): T[] {
  return points.filter(({ asOf }, index) => points[index + 1]?.asOf.slice(0, 4) !== asOf.slice(0, 4));
}

export function factorsOf({ factors }: Score, t: TFunction): Block {
  return {
    is: 'table',
    table: {
      label: t('report.factors-label'),
      columns: [
        t('words.factor'),
        t('words.weight'),
        t('words.score'),
        t('words.client'),
        t('words.provider'),
        t('report.gap'),
        t('words.confidence'),
      ],
      words: 1,
      rows: factors.map(({ code, name, weight, score, status, counted, ratings, gap, confidence }) => ({
        cells: [
          `${code} ${name}${counted ? '' : ` ${t(`relationship.status.${status}`)}`}`,
          formatCount(weight),
          formatScore(score),
          levelOf(ratings['client']?.level),
          levelOf(ratings['provider']?.level),
          formatScore(gap),
          formatShare(confidence),
        ],
      })),
    },
  };
}

/** Which ratings a gap is of, where both agreed on a joint level since. */
export function jointGapsOf({ factors }: Score, t: TFunction): Block[] {
  const joint = factors.filter(isGapBeforeJointLevel).map(({ code, name }) => `${code} ${name}`);
  return joint.length === 0 ? [] : [{ is: 'text', text: t('gaps.before-joint-of', { factors: joint.join(', ') }) }];
}

function levelOf(level: number | undefined): string {
  return level === undefined ? '–' : String(level);
}

const SEEN = ['agreed-strength', 'agreed-weakness', 'seen-differently', 'not-seen-by-all', 'in-hand'] as const;

export function gapsOf({ gaps }: Answers, t: TFunction): Block {
  return {
    is: 'table',
    table: {
      label: t('report.gaps-label'),
      columns: [t('report.gaps'), t('report.gaps-factors')],
      words: 2,
      rows: SEEN.map((seen) => ({
        cells: [
          t(`report.seen.${seen}`),
          gaps
            .filter((gap) => gap.seen === seen)
            .map(({ factor, name }) => `${factor} ${name}`)
            .toSorted()
            .join(', ') || t('report.seen-none'),
        ],
      })),
    },
  };
}

const AMOUNTS = ['forecast', 'realised', 'agreed', 'cashable', 'missed', 'cost'] as const;

export function broughtOf({ brought }: Answers, isPublic: boolean, t: TFunction): Block[] {
  const { financialYears, note } = brought;
  const amount = (figure: Money, currency: string): string => {
    const shown = isPublic ? less(figure.amount, figure.disputed) : figure.amount;
    return Number(shown) === 0 ? '–' : formatMoney({ amount: shown, currency });
  };
  const rows = financialYears.flatMap(({ year, score, totals }) =>
    totals.map(({ currency, ...total }) => ({
      cells: [
        year,
        formatScore(score),
        ...AMOUNTS.map((name) =>
          name === 'agreed'
            ? amount({ ...total.realised, amount: total.realised.agreed, disputed: '0' }, currency)
            : amount(total[name], currency),
        ),
      ],
    })),
  );
  if (rows.length === 0) return [{ is: 'text', text: t('report.brought-none') }];
  return [
    {
      is: 'table',
      table: {
        label: t('report.brought-label'),
        columns: [t('report.year'), t('words.score'), ...AMOUNTS.map((name) => t(`report.amounts.${name}`))],
        words: 1,
        rows,
      },
    },
    { is: 'text', text: isPublic ? `${note} ${t('report.brought-public')}` : note },
  ];
}

export function aheadOf({ forecast: { forecast } }: Answers, t: TFunction): Block {
  return {
    is: 'table',
    table: {
      label: t('report.ahead'),
      columns: [t('report.day'), t('report.stale'), t('words.score'), t('report.effect')],
      words: 2,
      rows: forecast.map(({ on, score, effect, goingStale }) => ({
        cells: [
          formatDate(on),
          goingStale.map(({ factor, name }) => `${factor} ${name}`).join(', ') || '–',
          formatScore(score),
          formatChange(effect),
        ],
      })),
    },
  };
}
