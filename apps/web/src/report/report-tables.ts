import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import { asItReads } from '../frame/as-it-reads';
import { dateCell, type DataCell, type DataTable } from '../tables/data-table';
import { dayOf } from '../replay/film';
import { less, publicAlone } from './public-edition';
import type texts from '../texts/en/report.json';
import type { Report } from './report';
import type { Answers, Made } from './answers';

type Entry = Schemas['EntryAnswer'];
type Column = keyof typeof texts.columns;

/** The tables of a report in full, for spreadsheets: the unrounded numbers of the answers. */
export function tablesOf(
  answers: Answers,
  { isPublic }: Made,
  t: TFunction,
): Readonly<Record<'factors' | 'course' | 'difference' | 'brought', DataTable>> {
  const { score, points, difference, brought } = answers;
  const nameOf = (code: number): string => score.factors.find((factor) => factor.code === code)?.name ?? '';
  return {
    factors: table(
      t('report.tables.factors'),
      ['code', 'factor', 'weight', 'score', 'status', 'client', 'provider', 'gap', 'confidence'],
      score.factors.map(({ code, name, weight, score: at, status, ratings, gap, confidence }) => [
        code,
        name,
        weight,
        at,
        status,
        ratings['client']?.level ?? null,
        ratings['provider']?.level ?? null,
        gap,
        confidence,
      ]),
      t,
    ),
    course: table(
      t('report.tables.course'),
      ['day', 'score', 'low', 'high', 'coverage', 'confidence', 'alignment', 'level', 'factor-set'],
      points
        .filter(({ asOf }) => asOf <= score.asOf)
        .map(({ asOf, score: at, low, high, coverage, confidence, alignment, level, factorSet }) => [
          dateCell(asOf),
          at,
          low,
          high,
          coverage,
          confidence,
          alignment,
          level,
          factorSet,
        ]),
      t,
    ),
    difference: table(
      t('report.tables.difference'),
      ['code', 'factor', 'change', 'ratings', 'events', 'corrections', 'time'],
      [
        ...difference.factors.map(({ code, contribution, ratings, events, corrections, time }): DataCell[] => [
          code,
          nameOf(code),
          contribution,
          ratings,
          events,
          corrections,
          time,
        ]),
        [null, t('report.coverage-effect'), difference.coverageEffect, null, null, null, null],
        [null, t('report.method-effect'), difference.methodEffect, null, null, null, null],
        [null, t('report.all'), difference.change, null, null, null, null],
      ],
      t,
    ),
    brought: table(
      t('report.tables.brought'),
      [
        ...(['year', 'from', 'to', 'score', 'currency', 'forecast', 'realised', 'agreed', 'disputed'] as const),
        ...(['cashable', 'missed', 'disbenefit', 'cost'] as const),
      ],
      brought.financialYears.flatMap(({ year, from, to, score: at, totals }) =>
        totals.map(({ currency, forecast, realised, cashable, missed, disbenefit, cost }): DataCell[] => {
          const amount = (figure: Schemas['FigureAnswer']): DataCell => ({
            amount: isPublic ? less(figure.amount, figure.disputed) : figure.amount,
          });
          return [
            year,
            dateCell(from),
            dateCell(to),
            at,
            currency,
            amount(forecast),
            amount(realised),
            { amount: realised.agreed },
            isPublic ? null : { amount: realised.disputed },
            ...[cashable, missed, disbenefit, cost].map(amount),
          ];
        }),
      ),
      t,
    ),
  };
}

/** What a workbook says of itself on its first sheet: all that stands at the foot of the report. */
export function aboutTable(report: Report, relationship: string, t: TFunction): DataTable {
  return {
    name: t('report.tables.about'),
    columns: [t('report.tables.name'), t('report.tables.value')],
    rows: [
      [report.title, relationship],
      ...report.madeFrom.map(({ label, value }) => [label, value]),
      ...[...report.notices, ...report.leftOut].map((text) => [text, null]),
    ],
  };
}

/**
 * The entries of a period as they read now: after its first day and up to its last. Nobody's name is among it. The public edition leaves
 * out what the report leaves out, and says at its end how many.
 */
export function trailTable(
  logged: readonly Entry[],
  { compare, isPublic }: Made,
  inReplyTime: ReadonlySet<string>,
  t: TFunction,
): DataTable {
  const entries = logged.map(asItReads);
  const all = isPublic ? publicAlone(entries, inReplyTime).listed : entries;
  const isWithin = (entry: Entry): boolean => dayOf(entry) > compare;
  const within = all.filter(isWithin);
  const rows = within.map(
    ({ revision, id, kind, effective, recorded, party, factor, sign, severity, status, text }): DataCell[] => [
      revision,
      id,
      kind,
      dateCell(effective),
      dateCell(recorded),
      party,
      factor,
      sign,
      severity,
      status,
      text,
    ],
  );
  const leftOut = entries.filter(isWithin).length - within.length;
  const last: DataCell[] = [leftOut, t('report.tables.left-out'), ...Array<null>(9).fill(null)];
  return table(
    t('report.tables.trail'),
    ['revision', 'id', 'kind', 'effective', 'recorded', 'party', 'factor', 'sign', 'severity', 'status', 'text'],
    isPublic ? [...rows, last] : rows,
    t,
  );
}

function table(name: string, columns: readonly Column[], rows: DataTable['rows'], t: TFunction): DataTable {
  return { name, columns: columns.map((column) => t(`report.columns.${column}`)), rows };
}
