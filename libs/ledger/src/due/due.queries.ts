import type { JsonObject } from '@app/event-store';
import { endOfLocalDay, TIME_ZONE } from '../calendar/working-days';
import { kindOf } from '../catalogue/catalogue';
import { knownIn } from '../known-at';
import { rolesIn } from '../leadership/roles';
import { dayParameter, numberParameter, partyParameter, type Clocks } from '../parameters';
import { proseOf, type RegisterDates } from '../register';
import { standInsOn } from '../relationship/novation';
import { factsIn } from '../score/score.queries';
import { formatDay, formatInstant, parseDay } from '../scoring/days';
import { showKnownAt } from '../scoring/knowledge';
import type { Views } from '../views';
import { kindThatDoes } from './done-by';
import { dutyLedger, isOfImportedPast, missedData, type Duty } from './duty';
import { MAX_DUE } from './limits';
import { dutiesOf, missedEntry } from './duties';
import { withoutReviewed } from './reviews';

/** Days ahead that are looked at where the question says nothing else, and at most. */
const WITHIN_DAYS = { default: 90, max: 3_660 } as const;

export interface DueParameters extends Clocks {
  /** Days ahead, in digits. */
  readonly within?: string;
  /** Only what this party has to do. */
  readonly party?: string;
}

/** Something that waits to be done. */
export interface DueItem {
  /** Kind of the entry that the ledger writes of it unless it is done in time; null of a reminder. */
  readonly kind: string | null;
  /** Title of that kind, or what a reminder asks for. */
  readonly title: string;
  /** Kind of the entry by which the parties do it; null where several may, and none comes first. */
  readonly doneBy: string | null;
  /** Ids of what it is about, the date, and the post of a leader, as that entry holds them. */
  readonly data: JsonObject;
  /** `YYYY-MM-DD`, where the relationship is: it can be done until the end of that day. */
  readonly due: string;
  /** The last millisecond of it, RFC 3339. */
  readonly until: string;
  /** Never of a reminder, which nobody owes, nor while the entry that it follows from is disputed. */
  readonly overdue: boolean;
  /** Parties that have to do it, as the day of the question has them. */
  readonly parties: readonly string[];
  /** Id of the entry that it follows from. */
  readonly entry: string;
  /** Id of the entry that says it was missed; null where there is none. */
  readonly missed: string | null;
}

export interface Due extends RegisterDates {
  /** Where its days begin and end. */
  readonly zone: string;
  /** The last day that was looked at, `YYYY-MM-DD`. */
  readonly to: string;
  /** How many duties of the imported past are left out: an import may not tell that they were done. */
  readonly leftOut: number;
  /** How many come behind the last one that is named. */
  readonly notShown: number;
  /** The earliest first. */
  readonly due: readonly DueItem[];
}

/**
 * What is due, and what was due and still is not done, at any pair of dates: computed from what was asked of the parties,
 * without waiting for the clock to say that it was missed. Of what an import tells, nothing was left undone in its past.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`, `unknown-party`
 */
export async function dueOf(views: Views, relationship: string, parameters: DueParameters, now: number): Promise<Due> {
  const asOf = dayParameter(parameters.asOf, 'asOf', now);
  const within = numberParameter(parameters.within, 'within', WITHIN_DAYS.max) ?? WITHIN_DAYS.default;
  const day = parseDay(asOf) ?? 0;
  const { reading, knownAt } = knownIn(await factsIn(views, relationship), parameters);
  const only = partyParameter(parameters.party, reading.parties(day));
  const ledger = dutyLedger(reading, day, await rolesIn(views, relationship, reading.entries));
  const untilMs = endOfLocalDay(day + within);
  const nowMs = parameters.asOf === undefined ? now : endOfLocalDay(day);
  const undone = dutiesOf(ledger, untilMs).filter(
    ({ doneBy, dueMs, parties }) =>
      doneBy === null && dueMs <= untilMs && (only === undefined || parties.includes(only)),
  );
  // A reminder is nobody's fault: it stays until it is done.
  const isLeftOut = (duty: Duty): boolean => duty.missed !== null && duty.dueMs < nowMs && isOfImportedPast(duty);
  const open = undone.filter((duty) => !isLeftOut(duty));
  const waiting = await withoutReviewed(open, ledger, (entries) => proseOf(views, relationship, entries));
  const standInsFor = standInsOn(reading, day);
  const due = waiting.slice(0, MAX_DUE).map((duty) => ({
    kind: duty.missed,
    title: duty.title ?? kindOf(duty.missed ?? '')?.title ?? '',
    doneBy: kindThatDoes(duty),
    data: missedData(duty),
    due: formatDay(duty.dueDay),
    until: formatInstant(duty.dueMs),
    overdue: duty.missed !== null && duty.dueMs < nowMs && duty.setBy.status !== 'disputed',
    parties: standInsFor(duty.parties),
    entry: duty.setBy.fact.id,
    missed: missedEntry(ledger, duty)?.fact.id ?? null,
  }));
  const to = formatDay(day + within);
  return {
    relationship,
    asOf,
    knownAt: showKnownAt(knownAt),
    zone: TIME_ZONE,
    to,
    leftOut: undone.length - open.length,
    notShown: waiting.length - due.length,
    due,
  };
}
