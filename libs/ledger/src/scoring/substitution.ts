import type { FactorSet } from '../catalogue/factor-set';
import { compareEntries, type EntryReading } from './entry-reading';
import { eventWeight, isEvent } from './event-weight';
import { FactorEvents } from './factor-events';
import { assessmentWeight, factorValue, jointRating } from './factor-score';
import { Ratings } from './ratings';

/**
 * What the factors come to when only certain entries are looked at: a step of the difference between two dates. Where a
 * factor has no rating its value is that of rule 7 with the prior, so that a step always has one.
 */
export class Substitution {
  private readonly ratings = new Ratings();
  private readonly events = new Map<number, FactorEvents>();

  constructor(
    entries: readonly EntryReading[],
    private readonly parties: readonly string[],
    private readonly asOf: number,
    private readonly set: FactorSet,
  ) {
    // In the order of facts, so that the same entries add up to the same number whichever reading they come from.
    for (const entry of [...entries].sort(compareEntries)) {
      if (Ratings.isRating(entry)) {
        if (entry.inEffect) this.ratings.add(entry);
      } else if (isEvent(entry) && entry.factor !== null) {
        this.eventsOf(entry.factor).add(entry, eventWeight(entry, asOf, set.parameters));
      }
    }
  }

  /** F, unrounded. */
  value(code: number): number {
    const { parameters } = this.set;
    const side = this.ratings.side(code, this.parties);
    const { positive, negative } = this.eventsOf(code).sums(1);
    return side.latest.length === 0
      ? factorValue(parameters.eventsOnlyPriorWeight, parameters.eventsOnlyPriorMean, positive, negative)
      : factorValue(assessmentWeight(side, this.asOf, parameters), jointRating(side, parameters), positive, negative);
  }

  private eventsOf(code: number): FactorEvents {
    const known = this.events.get(code) ?? new FactorEvents(this.set.parameters, this.asOf);
    this.events.set(code, known);
    return known;
  }
}
