import type { FactorSet } from '../catalogue/factor-set';
import { dayOf, formatDay } from './days';
import type { Fact } from './fact';
import { factorSetInForce } from './factor-sets';
import { readingAt } from './knowledge';
import { Reading } from './reading';
import { fourDecimals, fourDecimalsOrNull } from './rounding';
import { Standing } from './standing';

/** The score after one entry of the ledger, rounded. */
export interface ReplayStep {
  readonly revision: number;
  readonly id: string;
  readonly kind: string;
  readonly asOf: string;
  readonly score: number | null;
  readonly level: string | null;
  readonly coverage: number;
}

export interface ReplayOptions {
  /** The last day: what happened after it is no step, and never seen. Absent or null: no day is too late. */
  readonly asOf?: number | null;
  /** Steps up to this revision are left out; what they brought is known all the same. */
  readonly after?: number;
}

/** The latest effective day among the entries of a reading that keeps learning. */
class LatestDay {
  private readonly days: number[] = [];
  private latest = -Infinity;
  private seen = 0;

  constructor(
    private readonly reading: Reading,
    private readonly last: number,
  ) {}

  day(): number {
    const { changes } = this.reading;
    for (; this.seen < changes.length; this.seen += 1) {
      const entry = changes[this.seen];
      if (entry === undefined) continue;
      const before = this.days[entry.index];
      const day = entry.day <= this.last ? entry.day : -Infinity;
      this.days[entry.index] = day;
      if (day >= this.latest) this.latest = day;
      // Only a correction that moves the latest entry back makes us look at all of them again.
      else if (before === this.latest) this.latest = this.days.reduce((a, b) => Math.max(a, b), -Infinity);
    }
    return this.latest;
  }
}

/**
 * The history entry by entry, in ledger order: each step sees the entries up to its revision, at the latest effective day
 * among them, under the factor set then in force.
 *
 * @param facts that are known
 */
export function* replay(
  facts: readonly Fact[],
  { asOf: last = null, after = -1 }: ReplayOptions = {},
): Generator<ReplayStep> {
  const reading = new Reading();
  const lastDay = last ?? Infinity;
  const latest = new LatestDay(reading, lastDay);
  // Hidden is what a trail of the same dates does not show: by the day that an entry has in the end.
  const end = last === null ? reading : readingAt(facts, null);
  const standings = new Map<FactorSet, Standing>();
  for (const fact of facts) {
    reading.learn(fact);
    if (fact.revision <= after || (end.entry(fact.id)?.day ?? -Infinity) > lastDay) continue;
    const known = latest.day();
    const asOf = known === -Infinity ? Math.min(dayOf(fact.recorded), lastDay) : known;
    const set = factorSetInForce(reading, asOf);
    const standing = standings.get(set) ?? new Standing(reading, set);
    standings.set(set, standing);
    const { overall } = standing.at(asOf);
    yield {
      revision: fact.revision,
      id: fact.id,
      kind: fact.kind,
      asOf: formatDay(asOf),
      score: fourDecimalsOrNull(overall.score),
      level: overall.level,
      coverage: fourDecimals(overall.coverage),
    };
  }
}
