import type { EventTerm, RatingTerm, Terms } from '../why/factor-terms';

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** What lies between a factor’s terms at one end and at the other. */
export interface FactorChanges {
  /** Ratings given anew; `before` null for the first of a party. */
  readonly ratings: readonly { readonly before: RatingTerm | null; readonly after: RatingTerm }[];
  /** Entries that are terms at the later end alone, the heaviest first. */
  readonly events: readonly EventTerm[];
  /** Entries that say otherwise, or are answered otherwise, than at the earlier end; `after` null where it is gone. */
  readonly changed: readonly { readonly before: EventTerm; readonly after: EventTerm | null }[];
  /** What the other entries weighed and weigh, together. */
  readonly aged: Change<number>;
}

export function changesOf(before: Terms, after: Terms): FactorChanges {
  const earlier = new Map(before.events.map((event) => [event.entry, event]));
  const later = new Map(after.events.map((event) => [event.entry, event]));
  const changed = before.events
    .map((event) => ({ before: event, after: later.get(event.entry) ?? null }))
    .filter((change) => change.after === null || says(change.before) !== says(change.after));
  const isChanged = new Set(changed.map((change) => change.before.entry));
  const aged = before.events.filter(({ entry }) => !isChanged.has(entry));
  return {
    ratings: after.ratings
      .map((rating) => ({ before: before.ratings.find(({ party }) => party === rating.party) ?? null, after: rating }))
      .filter((change) => change.before?.entries.join() !== change.after.entries.join()),
    events: after.events.filter(({ entry }) => !earlier.has(entry)).sort((a, b) => b.weight - a.weight),
    changed,
    aged: {
      before: weightOf(aged),
      after: weightOf(aged.flatMap(({ entry }) => later.get(entry) ?? [])),
    },
  };
}

function says({ sign, severity, status, effective }: EventTerm): string {
  return [sign, severity, status, effective].join();
}

function weightOf(events: readonly EventTerm[]): number {
  return events.reduce((sum, { weight }) => sum + weight, 0);
}
