import type { FactorSet } from '../catalogue/factor-set';
import { dayOf, formatDay } from './days';
import type { Fact } from './fact';
import { factorSetInForce } from './factor-sets';
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

/** The latest effective day among the entries of a reading that keeps learning. */
class LatestDay {
  private readonly days: number[] = [];
  private latest = -Infinity;
  private seen = 0;

  constructor(private readonly reading: Reading) {}

  day(): number {
    const { changes } = this.reading;
    for (; this.seen < changes.length; this.seen += 1) {
      const entry = changes[this.seen];
      if (entry === undefined) continue;
      const before = this.days[entry.index];
      this.days[entry.index] = entry.day;
      if (entry.day >= this.latest) this.latest = entry.day;
      // Only a correction that moves the latest entry back makes us look at all of them again.
      else if (before === this.latest) this.latest = this.days.reduce((a, b) => Math.max(a, b), -Infinity);
    }
    return this.latest;
  }
}

/**
 * The history entry by entry, in ledger order: each step sees the entries up to its revision, at the latest effective day
 * among them, under the factor set then in force.
 */
export function* replay(facts: readonly Fact[]): Generator<ReplayStep> {
  const reading = new Reading();
  const latest = new LatestDay(reading);
  const standings = new Map<FactorSet, Standing>();
  for (const fact of facts) {
    reading.learn(fact);
    const known = latest.day();
    const asOf = known === -Infinity ? dayOf(fact.recorded) : known;
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
