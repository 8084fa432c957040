import type { JsonObject } from '@app/event-store';
import { canonicalJson } from '@app/integrity';
import { isDeepStrictEqual } from 'node:util';
import { findingDates } from '../assurance/finding-dates';
import { kindOf, makersOf } from '../catalogue/catalogue';
import { exitReviews, planReviews } from '../documents/review-dates';
import { dateIn } from '../entry/plausible';
import { answeredBy, notNow, type Rule } from '../entry/rules';
import { decisionDates } from '../governance/decision-dates';
import { meetings } from '../governance/meetings';
import { targetDates } from '../improvement/target-dates';
import { issueDeadlines } from '../issues/issue-deadlines';
import { leaderVacancies } from '../leadership/leader-vacancies';
import { roleAmong } from '../leadership/roles';
import { milestoneRemedies } from '../objectives/milestone-remedies';
import { objectiveReviews } from '../objectives/objective-reviews';
import { indicatorActs, indicatorReports, trustReadings } from '../performance/indicator-duties';
import { riskReviews } from '../risk/risk-reviews';
import { wordsOf } from '../register-entry';
import { parseEffective } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { vacancies } from '../sponsorship/vacancies';
import { benefitReports, ideaAnswers } from '../value/value-duties';
import { dayIn, dutyLedger, isMissed, missedData, type Duties, type Duty, type DutyLedger } from './duty';
import { reviews } from './reviews';

/** Every slice, with the kinds of entry that the ledger writes of its duties: none of those that only remind. */
const SLICES: readonly { readonly duties: Duties; readonly missed: readonly string[] }[] = [
  { duties: meetings, missed: ['meeting.missed'] },
  { duties: decisionDates, missed: [] },
  { duties: vacancies, missed: ['sponsor.vacant'] },
  { duties: milestoneRemedies, missed: ['milestone.unremedied'] },
  { duties: objectiveReviews, missed: ['objective.review-overdue'] },
  { duties: leaderVacancies, missed: ['leader.vacant'] },
  { duties: riskReviews, missed: [] },
  { duties: issueDeadlines, missed: ['issue.deadline-missed'] },
  { duties: ideaAnswers, missed: ['idea.unanswered'] },
  { duties: benefitReports, missed: ['benefit.unreported'] },
  { duties: targetDates, missed: [] },
  { duties: indicatorReports, missed: ['report.overdue'] },
  { duties: indicatorActs, missed: ['indicator.unacted', 'trust.unacted'] },
  { duties: trustReadings, missed: [] },
  { duties: reviews, missed: ['communication.review-overdue', 'knowledge.review-overdue'] },
  { duties: exitReviews, missed: ['exit.review-overdue'] },
  { duties: planReviews, missed: ['plan.review-overdue'] },
  { duties: findingDates, missed: [] },
];

/** Every duty of a ledger, the earliest first. */
export function dutiesOf(ledger: DutyLedger, untilMs: number): readonly Duty[] {
  return SLICES.flatMap(({ duties }) => duties(ledger, untilMs))
    .filter((duty) => hadBegun(ledger, duty))
    .sort((a, b) => a.dueMs - b.dueMs);
}

/** The duties of which the ledger writes such an entry. */
function dutiesMissedAs(kind: string, ledger: DutyLedger, untilMs: number): readonly Duty[] {
  return SLICES.filter(({ missed }) => missed.includes(kind)).flatMap(({ duties }) =>
    duties(ledger, untilMs).filter((duty) => duty.missed === kind && hadBegun(ledger, duty)),
  );
}

/**
 * Whether all that it names was there on its day: what is voided, or what a correction lets begin later, nobody owed
 * anything, and no entry of that day could name it.
 */
function hadBegun({ byId }: DutyLedger, { data, dueDay }: Duty): boolean {
  return Object.entries(data).every(([field, id]) => {
    const makers = makersOf(field);
    if (makers.length === 0 || typeof id !== 'string') return true;
    return (byId(field, makers).get(id) ?? []).some(({ effective }) => firstDayOf(effective) <= dueDay);
  });
}

function firstDayOf(effective: string | null): number {
  return (effective === null ? null : parseEffective(effective))?.firstDay ?? -Infinity;
}

/** The entry that says a duty was missed, the ledger’s or a person’s; undefined where there is none. */
export function missedEntry(ledger: DutyLedger, duty: Duty): EntryReading | undefined {
  const { missed, data, once } = duty;
  if (missed === null) return undefined;
  const { byData, byThing } = saidMissed(ledger, missed);
  const same = byData.get(canonicalJson(data))?.find((entry) => isSaidBy(duty, entry));
  if (same !== undefined) return same;
  const said = (byThing.get(canonicalJson(thingOf(data))) ?? []).filter(({ entry }) => isSaidBy(duty, entry));
  if (once === true) return said[0]?.entry;
  return said.find(({ entry, day }) => entry.fact.party !== 'ledger' && isNamed(duty, day))?.entry;
}

/** Whether nothing is to be said of a duty any more: that it was missed is said, or was, and the ledger took it back. */
export function isSettled(ledger: DutyLedger, duty: Duty): boolean {
  const { missed, data, once } = duty;
  if (missed === null || missedEntry(ledger, duty) !== undefined) return true;
  return ledger
    .ownOf(missed)
    .filter((entry) => entry.status === 'voided' && isSaidBy(duty, entry))
    .some(({ fact }) => isDeepStrictEqual(fact.data, data) || (once === true && isSameThing(fact.data, data)));
}

/** Entries of the ledger that say that a meeting was missed, of which all agree that it was held in time; with that one. */
export function takenBack(
  ledger: DutyLedger,
  duties: readonly Duty[],
): readonly (readonly [missed: EntryReading, act: EntryReading])[] {
  return duties.flatMap((duty) => {
    const { doneBy, toldLate } = duty;
    const missed = toldLate === true ? missedEntry(ledger, duty) : undefined;
    if (doneBy === null || missed?.fact.party !== 'ledger' || missed.fact.imported) return [];
    return [[missed, doneBy] as const];
  });
}

/** What a duty is about, whenever it is due. */
function thingOf({ due: _due, ...thing }: JsonObject): JsonObject {
  return thing;
}

function isSameThing(a: JsonObject, b: JsonObject): boolean {
  return isDeepStrictEqual(thingOf(a), thingOf(b));
}

function isSaidBy({ isSaidBy: isMeant }: Duty, entry: EntryReading): boolean {
  return isMeant === undefined || isMeant(entry);
}

/** Whether what a person logs is about what a duty is about, whenever that is due. */
function isAbout({ data: own, prose }: Duty, data: JsonObject): boolean {
  const named = prose?.data ?? {};
  const facts = Object.fromEntries(Object.entries(data).filter(([field]) => !(field in named)));
  return (
    isSameThing(own, facts) && Object.entries(named).every(([field, text]) => wordsOf(text) === wordsOf(data[field]))
  );
}

/** Whether a day that a person names for what was missed is of this duty. */
function isNamed({ nameable }: Duty, day: number | null): boolean {
  return nameable !== undefined && day !== null && day >= nameable[0] && day <= nameable[1];
}

/** What was said to be missed, as a kind of entry says it; keys in canonical JSON. */
interface SaidMissed {
  /** The entries of these data, the first first. */
  readonly byData: ReadonlyMap<string, readonly EntryReading[]>;
  /** All that are about a thing, with the day that each names. */
  readonly byThing: ReadonlyMap<string, readonly { readonly entry: EntryReading; readonly day: number | null }[]>;
}

const SAID = new WeakMap<DutyLedger, Map<string, SaidMissed>>();

function saidMissed(ledger: DutyLedger, kind: string): SaidMissed {
  const ofLedger = SAID.get(ledger) ?? new Map<string, SaidMissed>();
  SAID.set(ledger, ofLedger);
  const known = ofLedger.get(kind);
  if (known !== undefined) return known;
  const byData = Map.groupBy(ledger.ofKinds([kind]), ({ fact }) => canonicalJson(fact.data));
  const byThing = new Map<string, { entry: EntryReading; day: number | null }[]>();
  for (const entry of ledger.ofKinds([kind])) {
    const thing = canonicalJson(thingOf(entry.fact.data));
    const ofThing = byThing.get(thing) ?? [];
    ofThing.push({ entry, day: dayIn(entry, 'due') });
    byThing.set(thing, ofThing);
  }
  const said = { byData, byThing };
  ofLedger.set(kind, said);
  return said;
}

/**
 * The ledger says of nothing that it was missed but of what was: whoever asks it to may have read an older state. Of every
 * derived kind, and beside the rules that slices have for those that a person may log too. What was missed is said once,
 * by whomever.
 */
export const mustBeMissed: Rule = ({ reading, roles }, { kind, data, party }, now) => {
  const derived = kindOf(kind)?.derived;
  if (derived === undefined) return;
  const ledger = dutyLedger(
    reading,
    Infinity,
    roleAmong((id) => roles.get(id)),
  );
  const duties = dutiesMissedAs(kind, ledger, now);
  if (party === 'ledger') {
    // Several may have the same data, where two entries name one day: the earlier ones were done by those behind them.
    const isNew = (each: Duty): boolean => isMissed(each, now) && !isSettled(ledger, each);
    if (!duties.some((each) => isDeepStrictEqual(missedData(each), data) && isNew(each)))
      throw notNow('nothing of this kind was missed');
    return;
  }
  const day = dateIn(data['due'])?.lastDay ?? null;
  const meant = duties.find((each) => isAbout(each, data) && isNamed(each, day));
  const said = meant && missedEntry(ledger, meant);
  if (said !== undefined) throw notNow(`entry ${said.fact.id} says so already; the others answer it`, 'data.due');
};

/** The ledger takes back what it derived, and only where that was no miss. */
export const mustBeTakenBack: Rule = (state, content, now) => {
  if (content.kind !== 'entry.voided' || content.party !== 'ledger') return;
  const missed = answeredBy(state, content);
  const ledger = dutyLedger(state.reading);
  const duties = dutiesMissedAs(missed?.fact.kind ?? '', ledger, now);
  if (!takenBack(ledger, duties).some(([entry]) => entry === missed)) throw notNow('nobody agrees that it was no miss');
};
