import type { Json } from '@app/event-store';
import { dayIn, dutyLedger, type Duty } from '../due/duty';
import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, proseOf, textIn, visibleIn, type DataOf, type RegisterDates } from '../register';
import { oneEntry, saidIn, stepOf, type OneEntry, type Step } from '../register-entry';
import { formatDay } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import { moneyIn, sumsOf, type Money } from '../value/money';
import type { Views } from '../views';
import { lastOfRisk, riskSituation, type RiskSituation } from './risk';
import { riskReviews } from './risk-reviews';

/** How likely a risk was thought to be, and how bad, each from 1 to 5. */
export interface RiskAssessment extends Step {
  readonly likelihood: number | null;
  readonly impact: number | null;
  /** Their product, 1 to 25. */
  readonly exposure: number | null;
}

export interface RiskMitigation extends Step {
  readonly action: string | null;
}

/** What came of a risk. */
export interface RiskEvent extends Step {
  readonly effect: string | null;
  /** Id of the issue that it became. */
  readonly issue: string | null;
  readonly amount: Money | null;
}

/** Who bears a risk, and why; one side’s word until its status says that the others agree. */
export interface RiskAllocation extends Step {
  readonly owner: string | null;
  readonly shared: boolean;
  readonly basis: string | null;
}

export interface Risk {
  readonly id: string;
  readonly title: string | null;
  readonly category: string | null;
  readonly situation: RiskSituation;
  /** Of the entry that says so. */
  readonly status: StatusWord | null;
  /** As last assessed undisputed, as `impact` and `exposure`. */
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly exposure: number | null;
  /** As it was raised. */
  readonly firstExposure: number | null;
  /** Party that deals with it: as last allocated undisputed, otherwise as raised. */
  readonly owner: string | null;
  readonly shared: boolean;
  /** Effective date, as precise as it was given. */
  readonly raised: string | null;
  readonly raisedBy: string | null;
  /** `YYYY-MM-DD`: until the end of that day somebody looks at it again; null where nobody has to. */
  readonly nextReview: string | null;
  readonly reviewOverdue: boolean;
  /** Oldest first, that of raising it among them; as all lists of a row. */
  readonly assessments: readonly RiskAssessment[];
  readonly mitigations: readonly RiskMitigation[];
  readonly allocations: readonly RiskAllocation[];
  readonly happened: readonly RiskEvent[];
  /** What it cost when it happened, one sum for each currency. */
  readonly amounts: readonly Money[];
  /** Ids of the early warnings of it. */
  readonly warnings: readonly string[];
  /** Ids of the entries that say that it was disclosed late. */
  readonly disclosedLate: readonly string[];
  /** Effective date; null unless it is closed. */
  readonly closed: string | null;
  readonly outcome: string | null;
  readonly entries: readonly string[];
}

/** An early warning. */
export interface Warning extends OneEntry {
  readonly matter: string | null;
  /** `safety`, `cost`, `time` … */
  readonly couldAffect: readonly string[];
  /** Of the notice under the contract, where there is one: a warning is none. */
  readonly contractNotice: string | null;
  /** Id of the risk in the register; null where it names none. */
  readonly risk: string | null;
}

/** That a party told late of a risk. */
export interface Disclosure extends OneEntry {
  readonly risk: string | null;
  /** Who should have told. */
  readonly about: string | null;
  readonly knownSince: string | null;
  /** Days for which it was known, at least; null where the entry does not say since when. */
  readonly daysKnown: number | null;
}

export interface RiskRegister extends RegisterDates {
  readonly risks: readonly Risk[];
}
export interface WarningRegister extends RegisterDates {
  readonly warnings: readonly Warning[];
}
export interface DisclosureRegister extends RegisterDates {
  readonly disclosures: readonly Disclosure[];
}

/** What may name a risk, by a correction, before the day on which it was raised. */
const BEFORE_RISK: readonly string[] = ['warning.given', 'risk.disclosed-late'];

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function risksOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<RiskRegister> {
  const { dates, day, reading, entries: visible } = await visibleIn(views, relationship, clocks, now);
  // What was only warned of on that day is not in the register yet.
  const risks = [...entriesById(visible, 'risk')].filter(
    ([, entries]) => !entries.every(({ fact }) => BEFORE_RISK.includes(fact.kind)),
  );
  const dataOf = await proseOf(
    views,
    relationship,
    risks.flatMap(([, entries]) => entries),
  );
  const waiting = riskReviews(dutyLedger(reading, day), Infinity).filter(({ doneBy }) => doneBy === null);
  const reviews = Map.groupBy(waiting, ({ data }) => data['risk']);
  const rows = risks.map(([id, entries]) => {
    const review = reviews.get(id)?.[0] ?? null;
    return riskRow({ id, entries, dataOf, review, day });
  });
  return { ...dates, risks: rows };
}

interface KnownRisk {
  readonly id: string;
  readonly entries: readonly EntryReading[];
  readonly dataOf: DataOf;
  /** The one that waits. */
  readonly review: Duty | null;
  /** Of the effective clock. */
  readonly day: number;
}

function riskRow({ id, entries, dataOf, review, day }: KnownRisk): Risk {
  const ofKind = (...kinds: readonly string[]): readonly EntryReading[] =>
    entries.filter(({ fact }) => kinds.includes(fact.kind));
  const situation = riskSituation(entries);
  const raised = lastOf(entries, 'risk.raised');
  const { title, category, owner } = dataOf(raised);
  const assessments = ofKind('risk.raised', 'risk.assessed').map(assessmentOf);
  const assessed = assessments.findLast(isUndisputed) ?? assessments[0];
  const allocations = ofKind('risk.allocated').map((entry) => allocationOf(entry, dataOf));
  const allocated = allocations.findLast(isUndisputed);
  const happened = ofKind('risk.materialised').map((entry) => eventOf(entry, dataOf));
  const closed = situation === 'closed' ? lastOfRisk(entries) : undefined;
  return {
    id,
    title: textIn(title),
    category: textIn(category),
    situation,
    status: lastOfRisk(entries)?.statusWord ?? null,
    likelihood: assessed?.likelihood ?? null,
    impact: assessed?.impact ?? null,
    exposure: assessed?.exposure ?? null,
    firstExposure: assessments[0]?.exposure ?? null,
    owner: allocated?.owner ?? textIn(owner),
    shared: allocated?.shared ?? false,
    raised: raised?.effective ?? null,
    raisedBy: raised?.fact.party ?? null,
    nextReview: review === null ? null : formatDay(review.dueDay),
    reviewOverdue: review !== null && review.dueDay < day,
    assessments,
    mitigations: ofKind('risk.mitigated').map((entry) => ({
      ...stepOf(entry),
      action: textIn(dataOf(entry)['action']),
    })),
    allocations,
    happened,
    amounts: sumsOf(happened.flatMap(({ amount }) => amount ?? [])),
    warnings: idsOf(ofKind('warning.given')),
    disclosedLate: idsOf(ofKind('risk.disclosed-late')),
    closed: closed?.effective ?? null,
    outcome: textIn(dataOf(closed)['outcome']),
    entries: idsOf(entries),
  };
}

function isUndisputed({ status }: Step): boolean {
  return status !== 'disputed';
}

function assessmentOf(entry: EntryReading): RiskAssessment {
  const [likelihood, impact] = [scaleIn(entry, 'likelihood'), scaleIn(entry, 'impact')];
  const exposure = likelihood === null || impact === null ? null : likelihood * impact;
  return { ...stepOf(entry), likelihood, impact, exposure };
}

/** A choice of 1 to 5; null where an import leaves it out. */
function scaleIn({ data }: EntryReading, field: string): number | null {
  const said = textIn(data[field]);
  return said === null ? null : Number(said);
}

function allocationOf(entry: EntryReading, dataOf: DataOf): RiskAllocation {
  const { owner, shared, basis } = dataOf(entry);
  return { ...stepOf(entry), owner: textIn(owner), shared: shared === true, basis: textIn(basis) };
}

function eventOf(entry: EntryReading, dataOf: DataOf): RiskEvent {
  const { effect, issue, amount } = dataOf(entry);
  return { ...stepOf(entry), effect: textIn(effect), issue: textIn(issue), amount: moneyIn(amount) };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function warningsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<WarningRegister> {
  const { dates, said } = await saidIn(views, relationship, ['warning.given'], clocks, now);
  const warnings = said.map(({ entry, data }) => {
    const { matter, couldAffect, contractNotice, risk } = data;
    return {
      matter: textIn(matter),
      couldAffect: Array.isArray(couldAffect)
        ? (couldAffect as readonly Json[]).flatMap((each) => textIn(each) ?? [])
        : [],
      contractNotice: textIn(contractNotice),
      risk: textIn(risk),
      ...oneEntry(entry),
    };
  });
  return { ...dates, warnings };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function disclosuresOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<DisclosureRegister> {
  const { dates, said } = await saidIn(views, relationship, ['risk.disclosed-late'], clocks, now);
  const disclosures = said.map(({ entry, data }) => {
    const knownDay = dayIn(entry, 'knownSince');
    return {
      risk: textIn(data['risk']),
      about: textIn(data['about']),
      knownSince: textIn(data['knownSince']),
      daysKnown: knownDay === null ? null : Math.max(0, entry.day - knownDay),
      ...oneEntry(entry),
    };
  });
  return { ...dates, disclosures };
}
