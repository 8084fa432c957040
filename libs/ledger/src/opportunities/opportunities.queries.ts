import { lastOf } from '../entry/rules';
import { isOpenImprovement } from '../improvement/improvement';
import type { Clocks } from '../parameters';
import { idsOf, textIn, thingsNamed, type Named } from '../register';
import { entriesBehind, scoredIn, type ScoredDates } from '../scored';
import type { FactorStatus } from '../scoring/factor-score';
import { fourDecimals, fourDecimalsOrNull } from '../scoring/rounding';
import { moneyIn, sumsOf, type Money } from '../value/money';
import type { Views } from '../views';

/** What a factor is brought to: where the rating 3 (Established) lies. */
const AIM = 75;

/** An improvement that was identified, and neither reached its target nor was given up. */
export interface OpenImprovement {
  readonly improvement: string;
  readonly title: string | null;
  readonly expectedBenefit: string | null;
  readonly amount: Money | null;
  /** `low`, `medium` or `high`. */
  readonly effort: string | null;
  readonly owner: string | null;
  /** Of its last target; null while it has none. */
  readonly due: string | null;
  readonly entries: readonly string[];
}

export interface Opportunity {
  /** Code of the factor. */
  readonly factor: number;
  readonly name: string;
  readonly weight: number;
  readonly status: FactorStatus;
  readonly score: number | null;
  /** Points up to 75; null where there is no score. */
  readonly distance: number | null;
  /** Weight times distance; by it they are ordered. */
  readonly priority: number | null;
  /** What the open improvements are said to be worth, one sum for each currency. */
  readonly worth: readonly Money[];
  readonly improvements: readonly OpenImprovement[];
  /** Ids of what the score rests on, and of the entries about those improvements. */
  readonly entries: readonly string[];
}

export interface Opportunities extends ScoredDates {
  /** Without factors that are not applicable; those without a score last. */
  readonly opportunities: readonly Opportunity[];
}

/**
 * Where better collaboration would pay: how far each factor is from Established, and what is open to improve it.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function opportunitiesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<Opportunities> {
  const { dates, set, standing, standings } = await scoredIn(views, relationship, clocks, now);
  const { things } = await thingsNamed(views, relationship, 'improvement', clocks, now);
  const codes = new Set(set.factors.map(({ code }) => code));
  const open = Map.groupBy(things.filter(isOpen), (improvement) => factorOf(improvement, codes));
  const opportunities = standings.factors.flatMap((factor): Opportunity[] => {
    if (factor.status === 'not-applicable') return [];
    const { code, name, weight } = factor.factor;
    const improvements = (open.get(code) ?? []).map(improvementRow);
    const distance = factor.score === null ? null : Math.max(0, AIM - factor.score);
    return [
      {
        ...{ factor: code, name, weight, status: factor.status, score: fourDecimalsOrNull(factor.score) },
        distance: fourDecimalsOrNull(distance),
        priority: distance === null ? null : fourDecimals(weight * distance),
        worth: sumsOf(improvements.flatMap(({ amount }) => amount ?? [])),
        improvements,
        entries: [...entriesBehind(factor, standing), ...improvements.flatMap(({ entries }) => entries)],
      },
    ];
  });
  return { ...dates, opportunities: opportunities.sort((a, b) => (b.priority ?? -1) - (a.priority ?? -1)) };
}

function isOpen({ entries }: Named): boolean {
  return lastOf(entries, 'improvement.identified') !== undefined && isOpenImprovement(entries);
}

/** The factor that it names, or else the one it was logged on. */
function factorOf({ entries }: Named, codes: ReadonlySet<number>): number | null {
  const identified = lastOf(entries, 'improvement.identified');
  const improves = identified?.data['improvesFactor'];
  return typeof improves === 'number' && codes.has(improves) ? improves : (identified?.factor ?? null);
}

function improvementRow({ id, entries, dataOf }: Named): OpenImprovement {
  const { title, expectedBenefit, amount, effort, owner } = dataOf(lastOf(entries, 'improvement.identified'));
  return {
    improvement: id,
    title: textIn(title),
    expectedBenefit: textIn(expectedBenefit),
    amount: moneyIn(amount),
    effort: textIn(effort),
    owner: textIn(owner),
    due: textIn(lastOf(entries, 'target.set')?.data['due']),
    entries: idsOf(entries),
  };
}
