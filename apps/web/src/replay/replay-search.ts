import { SPEEDS } from './film';

/** What the address says of the film. */
export interface ReplaySearch {
  /** `happened`: in the order in which it happened; absent: in which it was recorded. */
  readonly order?: 'happened';
  /** How many entries have appeared; absent: all. */
  readonly at?: number;
  /** Entries a second; absent: the slowest. */
  readonly speed?: number;
}

export function replaySearchOf({ order, at, speed }: Readonly<Record<string, unknown>>): ReplaySearch {
  return {
    ...(order === 'happened' ? { order } : {}),
    ...(typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 ? { at } : {}),
    ...(SPEEDS.some((each) => each === speed) && speed !== SPEEDS[0] ? { speed: speed as number } : {}),
  };
}
