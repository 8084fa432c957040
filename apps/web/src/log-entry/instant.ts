import { ZONE } from '../texts/format';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/**
 * The instant of a time that was typed, as of the relationship's place: there it is shown, wherever the browser is.
 *
 * @param typed `YYYY-MM-DDTHH:MM`
 * @returns RFC 3339 in UTC; null where it is no time
 */
export function instantOf(typed: string): string | null {
  const there = LOCAL.test(typed) ? Date.parse(`${typed}Z`) : NaN;
  if (Number.isNaN(there)) return null;
  // The clocks may change between the guess and the instant itself: the second look is at the right side of it.
  const near = there - aheadAt(there);
  return new Date(there - aheadAt(near)).toISOString();
}

/** Milliseconds that the clocks of the place are ahead of UTC. */
function aheadAt(instant: number): number {
  return Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) - instant;
}
