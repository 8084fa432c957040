import type { Schemas } from '../api/client';
import { sumOf } from './amounts';

export type BenefitTotal = Schemas['BenefitTotalAnswer'];

/** What totals of benefits can be by. */
export const TOTALS_BY = ['financialYear', 'contractYear', 'type', 'to', 'cashability', 'currency'] as const;
export type TotalsBy = (typeof TOTALS_BY)[number];

export const FIGURES = ['forecast', 'realised', 'validated', 'missed'] as const;

export interface Figure {
  readonly amount: string;
  readonly entries: readonly string[];
}

export interface Total extends Readonly<Record<(typeof FIGURES)[number], Figure>> {
  /** What it is the total of; null where nobody said. */
  readonly of: string | null;
  readonly currency: string;
}

export function totalsByOf(asked: string | undefined): TotalsBy {
  return TOTALS_BY.find((by) => by === asked) ?? 'financialYear';
}

/** The totals by one of what they are given by, each currency by itself. */
export function totalsBy(totals: readonly BenefitTotal[], by: TotalsBy): Total[] {
  const groups = Map.groupBy(totals, (total) => JSON.stringify([total[by], total.currency]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const figure = (name: (typeof FIGURES)[number]): Figure => ({
      amount: sumOf(group.map((total) => total[name].amount)),
      entries: [...new Set(group.flatMap((total) => total[name].entries))],
    });
    return [
      {
        of: first[by],
        currency: first.currency,
        forecast: figure('forecast'),
        realised: figure('realised'),
        validated: figure('validated'),
        missed: figure('missed'),
      },
    ];
  });
}
