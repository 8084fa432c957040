import type { Json } from '@app/event-store';
import { builtInAlignmentPoints } from '../catalogue/factor-set';
import { decides, isWordOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, objectIn, proseOf, textIn, visibleIn, type RegisterDates } from '../register';
import { wordsOf } from '../register-entry';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import { agreedFactorSets } from '../scoring/factor-sets';
import { fourDecimals, fourDecimalsOrNull } from '../scoring/rounding';
import { strategicDriverAlignment } from '../scoring/strategic-drivers';
import type { Views } from '../views';

/** How one side weighs a driver, as it last said. */
export interface DriverWeight {
  /** `client`, `provider` or `joint`. */
  readonly of: string;
  readonly weight: number;
  /** How well the relationship serves it: `H`, `M` or `L`. */
  readonly alignment: string;
  readonly entry: string;
  readonly status: StatusWord;
}

export interface Driver {
  readonly driver: string;
  /** Of one side as itself said or agreed, of all as all agreed; none that anybody disputes. */
  readonly weights: readonly DriverWeight[];
  /** Between the client's and the provider's weight; null unless both gave one. */
  readonly gap: number | null;
  /** Ids of all entries that weigh it, those that do not count yet included. */
  readonly entries: readonly string[];
}

export interface DriverAlignment {
  /** `client`, `provider` or `joint`. */
  readonly of: string;
  /** 0 to 100; null without any weight. */
  readonly alignment: number | null;
  readonly entries: readonly string[];
}

export interface Drivers extends RegisterDates {
  readonly alignment: readonly DriverAlignment[];
  /** Mean gap over the drivers that both weighed; null without one. */
  readonly meanGap: number | null;
  /** The widest gap first, then those of one side alone. */
  readonly drivers: readonly Driver[];
}

/**
 * Strategic driver alignment of each side (`sum(weight * points) / sum(weight * most points)`), and where their weights
 * differ.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function driversOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Drivers> {
  const { dates, day, reading, entries } = await visibleIn(views, relationship, clocks, now);
  const weighted = entries.filter(({ fact }) => fact.kind === 'driver.weighted');
  const method = agreedFactorSets(reading).findLast(({ from }) => from <= day)?.entry;
  const dataOf = await proseOf(views, relationship, method === undefined ? weighted : [...weighted, method]);
  const points = pointsIn(dataOf(method)['factorSet']) ?? builtInAlignmentPoints;
  const said = weighted.flatMap((entry) => {
    const weight = weightOf(entry);
    // Erased prose still counts; under which name it stood nobody can say any more.
    const name = textIn(dataOf(entry)['driver']) ?? entry.fact.id;
    return weight === null ? [] : [{ name, weight, entry }];
  });
  const byName = [...Map.groupBy(said, ({ name }) => wordsOf(name)).values()];
  const drivers = byName.map((own): Driver => {
    const counting = own.filter(({ entry, weight }) => counts(entry, weight.of));
    const latest = new Map(counting.map(({ weight }) => [weight.of, weight]));
    const [client, provider] = [latest.get('client'), latest.get('provider')];
    const gap = client === undefined || provider === undefined ? null : Math.abs(client.weight - provider.weight);
    const weights = [...latest.values()].sort((a, b) => (a.of < b.of ? -1 : 1));
    const driver = own[0]?.name ?? '';
    return { driver, weights, gap: fourDecimalsOrNull(gap), entries: idsOf(own.map(({ entry }) => entry)) };
  });
  const latest = drivers.flatMap(({ weights }) => weights);
  const sides = [...new Set(latest.map(({ of }) => of))].sort();
  const gaps = drivers.flatMap(({ gap }) => gap ?? []);
  return {
    ...dates,
    alignment: sides.map((of) => {
      const own = latest.filter((each) => each.of === of);
      const alignment = strategicDriverAlignment(own, points);
      const ids = new Set(own.map(({ entry }) => entry));
      const entriesBehind = idsOf(weighted.filter(({ fact }) => ids.has(fact.id)));
      return { of, alignment: fourDecimalsOrNull(alignment), entries: entriesBehind };
    }),
    meanGap: gaps.length === 0 ? null : fourDecimals(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
    drivers: drivers.sort((a, b) => (b.gap ?? -1) - (a.gap ?? -1)),
  };
}

/** The points that a version of the method names itself; null where it names none. */
function pointsIn(set: Json | undefined): Readonly<Record<string, number>> | null {
  const points = objectIn(objectIn(objectIn(set)['strategicDrivers'])['alignmentPoints']);
  const named = Object.entries(points).flatMap(([name, value]): [string, number][] =>
    typeof value === 'number' ? [[name, value]] : [],
  );
  return named.length === 0 ? null : Object.fromEntries(named);
}

/** What one side weighs, itself says or agrees to; what all weigh, all. */
function counts(entry: EntryReading, of: string): boolean {
  return decides(entry) && (of === 'joint' ? entry.status === 'agreed' : isWordOf(of, entry));
}

function weightOf({ data, fact, statusWord }: EntryReading): DriverWeight | null {
  const { of, weight, alignment } = data;
  if (typeof of !== 'string' || typeof weight !== 'number' || typeof alignment !== 'string') return null;
  return { of, weight, alignment, entry: fact.id, status: statusWord };
}
