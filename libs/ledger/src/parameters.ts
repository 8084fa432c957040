import { MAX_YEARS_AHEAD } from './limits';
import { Problem } from './problems';
import { afterMonths, dayOf, formatDay, parseDay, parseKnownAt } from './scoring/days';
import type { RecordedClock } from './scoring/knowledge';

/** The two clocks of a question, as text: what every read may be asked with. */
export interface Clocks {
  /** Effective clock, `YYYY-MM-DD`; absent: today (UTC). */
  readonly asOf?: string;
  /** Recorded clock, an RFC 3339 instant or a date; absent: everything known now. */
  readonly knownAt?: string;
  /** Which recorded time `knownAt` cuts on: claimed by an import (the default), or the ledger's own. */
  readonly clock?: string;
}

function invalidParameter(name: string, expected: string): Problem {
  return new Problem('invalid-parameter', `${name}: expected ${expected}`, name);
}

/** A day as `YYYY-MM-DD`, not further ahead than anybody plans; absent: the UTC day of `now`. */
export function dayParameter(value: string | undefined, name: string, now: number): string {
  if (value === undefined) return formatDay(dayOf(now));
  const day = parseDay(value);
  if (day === null) throw invalidParameter(name, 'a date that exists, as YYYY-MM-DD');
  const last = afterMonths(dayOf(now), 12 * MAX_YEARS_AHEAD);
  if (day > last) throw invalidParameter(name, `a date up to ${formatDay(last)}`);
  return value;
}

/** Milliseconds; null: everything. */
export function knownAtParameter(value: string | undefined): number | null {
  if (value === undefined) return null;
  const instant = parseKnownAt(value);
  if (instant === null) throw invalidParameter('knownAt', 'an RFC 3339 instant or a date as YYYY-MM-DD');
  return instant;
}

export function clockParameter(value: string | undefined): RecordedClock {
  if (value === undefined || value === 'claimed' || value === 'ledger') return value ?? 'claimed';
  throw invalidParameter('clock', 'claimed or ledger');
}

/** A whole number in digits. */
export function numberParameter(value: string | undefined, name: string, max: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value) || Number(value) > max) throw invalidParameter(name, `a whole number up to ${max}`);
  return Number(value);
}

/** The code of a factor, such as 609; whether there is such a factor is another question. */
export function factorParameter(value: string | undefined): number | undefined {
  if (value !== undefined && !/^\d{1,15}$/.test(value))
    throw invalidParameter('factor', 'the code of a factor, such as 609');
  return value === undefined ? undefined : Number(value);
}

/** One of the parties of a day. */
export function partyParameter(value: string | undefined, parties: readonly string[]): string | undefined {
  if (value !== undefined && !parties.includes(value))
    throw new Problem('unknown-party', 'party: there is no such party on that day', 'party');
  return value;
}

export function choiceParameter<Choice extends string>(
  value: string | undefined,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw invalidParameter(name, `one of ${choices.join(', ')}`);
  return chosen;
}
