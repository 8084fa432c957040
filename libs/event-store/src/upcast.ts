import type { JsonObject } from './event-store';

/** The part of an event that a newer version of its type may shape otherwise. */
export interface Shaped {
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** By the type it reads: the same fact in the shape of the next version, one step. What is stored never changes. */
export type Upcasters = Readonly<Record<string, (event: Shaped) => Shaped>>;

/** Steps that lead from the oldest version of a type to the newest, more than any type will ever have. */
const MAX_STEPS = 100;

/**
 * The event in the newest shape of its type: step by step from the version that is stored.
 *
 * @throws Error where the steps lead in a circle
 */
export function upcast<Event extends Shaped>(event: Event, upcasters: Upcasters): Event {
  let current = event;
  for (let step = 0; ; step++) {
    const next = upcasters[current.type];
    if (next === undefined) return current;
    if (step === MAX_STEPS) throw new Error(`the upcasters of ${event.type} lead in a circle`);
    const { type, data, metadata } = next(current);
    current = { ...current, type, data, metadata };
  }
}
