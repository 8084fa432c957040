import type { Json } from '@app/event-store';
import { SEVERITIES, builtInFactorSet, kindOf, type Fact, type FactorSet, type Severity, type Sign } from '@app/ledger';

/**
 * How the facts of a ledger are read before anything is computed: "Reading the entries" of scoring.md, taken literally
 * and folded afresh every time. Written from the text alone, as a second opinion on the scoring library.
 */

export type Clock = 'claimed' | 'ledger';
export type Status = 'agreed' | 'asserted' | 'disputed' | 'voided';

/** One entry that is no answer, as it counts at the instant of the reading. */
export interface Entry {
  readonly fact: Fact;
  readonly day: number;
  readonly factor: number | null;
  readonly sign: Sign | null;
  /** The lowest severity that the author and the standing agreements name. */
  readonly severity: Severity;
  readonly level: number | null;
  readonly evidenced: boolean;
  readonly data: Readonly<Record<string, Json | undefined>>;
  readonly status: Status;
  readonly remedied: boolean;
  /** Has effect, and weight, only while agreed. */
  readonly needsAll: boolean;
  /** The UTC day on which the youngest standing dispute was first recorded. */
  readonly disputedSince: number | null;
  /** The first UTC day on which all had agreed, unbroken since. */
  readonly agreedSince: number | null;
}

/** Everything known at one instant. */
export interface Reading {
  readonly entries: readonly Entry[];
  partiesOn(day: number): readonly string[];
  inForceOn(day: number): FactorSet;
}

const DAY_MS = 86_400_000;
const ENVELOPE_KEYS = 'effective factor sign severity level evidenced text tags evidence'.split(' ');
const OPINIONS = ['entry.agreed', 'entry.noted', 'entry.disputed'];

export const dayOf = (instantMs: number): number => Math.floor(instantMs / DAY_MS);
export const parseDay = (date: string): number => dayOf(Date.parse(`${date}T00:00:00Z`));
export const formatDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const endOfDay = (day: number): number => (day + 1) * DAY_MS - 1;

/** The last day that a date of any precision covers. */
export function lastDayOf(date: string): number {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (/^\d{4}$/.test(date)) return dayOf(Date.UTC(year + 1, 0, 1)) - 1;
  if (/^\d{4}-\d{2}$/.test(date)) return dayOf(Date.UTC(year, month, 1)) - 1;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? parseDay(date) : dayOf(Date.parse(date));
}

/** Reading 1: only a coarse date is held back to the day on which the entry was recorded. */
function effectiveDay(effective: string, recorded: number): number {
  const last = lastDayOf(effective);
  return effective.length < 10 ? Math.min(last, dayOf(recorded)) : last;
}

/** Reading 3, facts: effective day, recorded time, order in the ledger. */
export function inOrder(one: Entry, other: Entry): number {
  return one.day - other.day || one.fact.recorded - other.fact.recorded || one.fact.revision - other.fact.revision;
}

/** Reading 3, answers: recorded time, order in the ledger. */
function answersInOrder(one: Fact, other: Fact): number {
  return one.recorded - other.recorded || one.revision - other.revision;
}

/** Reading 6: what the corrections, in their order, make of the entry. */
function corrected(fact: Fact, answers: readonly Fact[]) {
  const envelope: Record<string, Json | undefined> = {
    effective: fact.effective,
    factor: fact.factor,
    sign: fact.sign,
    severity: fact.severity,
    level: fact.level,
    evidenced: fact.evidenced,
  };
  const data: Record<string, Json | undefined> = { ...fact.data };
  const kind = kindOf(fact.kind);
  const ownFields = kind?.fields.map((field) => field.name) ?? [];
  for (const correction of answers.filter((answer) => answer.kind === 'entry.corrected'))
    for (const [key, value] of Object.entries(correction.data)) {
      if (ENVELOPE_KEYS.includes(key) && !ownFields.includes(key)) envelope[key] = value;
      else if (value === null) delete data[key];
      else data[key] = value;
    }
  // Reading 8: what the entry does not give, or no longer gives, is the catalogue's default. Ratings bear no sign.
  if (kind?.rating !== true) {
    envelope.factor ??= kind?.factor;
    envelope.sign ??= kind?.sign;
    envelope.severity ??= kind?.severity;
  }
  return { envelope, data };
}

/** Reading 5: the status of an entry after these answers, when these are the parties of its effective day. */
function judged(fact: Fact, answers: readonly Fact[], parties: readonly string[]) {
  const corrections = answers.filter((answer) => answer.kind === 'entry.corrected');
  const lastCorrection = corrections.at(-1);
  // A correction starts over: earlier answers no longer count.
  const counting = answers.slice(lastCorrection === undefined ? 0 : answers.indexOf(lastCorrection) + 1);
  const opinions = counting.filter((answer) => OPINIONS.includes(answer.kind));
  const latest = new Map(opinions.map((answer) => [answer.party, answer]));

  // Each standing dispute counts from the first of the party's disputes in a row.
  const disputeDays = [...latest.values()]
    .filter((answer) => answer.kind === 'entry.disputed')
    .map(({ party }) => {
      const own = opinions.filter((answer) => answer.party === party);
      const before = own.findLastIndex((answer) => answer.kind !== 'entry.disputed');
      return dayOf(own[before + 1]?.recorded ?? Number.NaN);
    });
  const agreements = [...latest.values()].filter((answer) => answer.kind === 'entry.agreed');

  const startsAgreed = lastCorrection?.party === 'joint' || fact.party === 'joint' || fact.party === 'ledger';
  const others = parties.filter((party) => party !== fact.party);
  // One side alone never makes a fact agreed: where all others have left, somebody must have agreed all the same.
  const allAgreed =
    agreements.length > 0 && others.every((party) => agreements.some((answer) => answer.party === party));
  const voided = answers.some((answer) => answer.kind === 'entry.voided');
  const status: Status = voided
    ? 'voided'
    : disputeDays.length > 0
      ? 'disputed'
      : startsAgreed || allAgreed
        ? 'agreed'
        : 'asserted';
  return {
    status,
    disputedSince: disputeDays.length > 0 ? Math.max(...disputeDays) : null,
    remedied: counting.some((answer) => answer.kind === 'entry.remedied'),
    namedSeverities: agreements.map((answer) => answer.data.severity as Severity | undefined),
  };
}

/** Reading 13: replays the answers one after another and notes the day on which the agreement that stands began. */
function agreedSince(fact: Fact, answers: readonly Fact[], parties: readonly string[]): number | null {
  let since = judged(fact, [], parties).status === 'agreed' ? dayOf(fact.recorded) : null;
  for (const [index, answer] of answers.entries()) {
    if (judged(fact, answers.slice(0, index + 1), parties).status !== 'agreed') since = null;
    else if (since === null || answer.kind === 'entry.corrected')
      since = Math.max(dayOf(answer.recorded), dayOf(fact.recorded));
  }
  return since;
}

function entryOf(fact: Fact, answers: readonly Fact[], partiesFor: (day: number) => readonly string[]): Entry {
  const { envelope, data } = corrected(fact, answers);
  const day = effectiveDay(envelope.effective as string, fact.recorded);
  const parties = partiesFor(day);
  const { namedSeverities, ...judgement } = judged(fact, answers, parties);
  // Reading 8: a sign without severity counts moderate. Reading 5: an agreement names a lower severity, never a higher.
  const severities = [(envelope.severity ?? 'moderate') as Severity, ...namedSeverities];
  return {
    fact,
    day,
    factor: (envelope.factor ?? null) as number | null,
    sign: (envelope.sign ?? null) as Sign | null,
    severity: SEVERITIES.find((severity) => severities.includes(severity)) ?? 'moderate',
    level: (envelope.level ?? null) as number | null,
    evidenced: envelope.evidenced === true,
    data,
    ...judgement,
    // Only what was negative can have been put right.
    remedied: judgement.remedied && envelope.sign === '-',
    needsAll: kindOf(fact.kind)?.needsAll === true,
    agreedSince: agreedSince(fact, answers, parties),
  };
}

/**
 * Reading 4: client and provider, plus those joined, minus those left, by entries in effect. Who must agree to a
 * joining or leaving are the parties by those before it in the order, so that no entry decides its own status.
 */
function partiesAfter(membership: readonly Entry[], day: number): readonly string[] {
  return membership
    .filter((entry) => entry.day <= day && entry.status === 'agreed')
    .reduce<readonly string[]>(
      (parties, entry) => {
        const rest = parties.filter((party) => party !== entry.data.party);
        return entry.fact.kind === 'party.joined' ? [...rest, entry.data.party as string] : rest;
      },
      ['client', 'provider'],
    );
}

/** All that is known at the instant `knownAt` (milliseconds; null: everything) by the clock asked for. */
export function readFacts(facts: readonly Fact[], knownAt: number | null, clock: Clock): Reading {
  // Reading 2, the recorded half; the effective half is asked at each use.
  const known = facts.filter(
    (fact) => knownAt === null || (clock === 'ledger' ? fact.ledgerRecorded : fact.recorded) <= knownAt,
  );
  const isAnswer = (fact: Fact) => kindOf(fact.kind)?.answer === true;
  const answersTo = (id: string) => known.filter((fact) => isAnswer(fact) && fact.answers === id).sort(answersInOrder);
  const own = known.filter((fact) => !isAnswer(fact));

  const isMembership = (fact: Fact) => fact.kind === 'party.joined' || fact.kind === 'party.left';
  const membership: Entry[] = [];
  for (const entry of own
    .filter(isMembership)
    .map((fact) => entryOf(fact, answersTo(fact.id), () => []))
    .sort(inOrder))
    membership.push(entryOf(entry.fact, answersTo(entry.fact.id), (day) => partiesAfter(membership, day)));

  const partiesOn = (day: number) => partiesAfter(membership, day);
  const entries = own
    .map((fact) => membership.find((entry) => entry.fact === fact) ?? entryOf(fact, answersTo(fact.id), partiesOn))
    .sort(inOrder);

  // Reading 13: in force from the later of its effective day and the day on which all had agreed.
  const versions = entries
    .filter((entry) => entry.fact.kind === 'factorset.agreed' && entry.agreedSince !== null)
    .map((entry) => ({ entry, from: Math.max(entry.day, entry.agreedSince ?? 0) }))
    .sort((one, other) => one.from - other.from || inOrder(one.entry, other.entry));
  const inForceOn = (day: number) =>
    (versions.findLast((version) => version.from <= day)?.entry.data.factorSet as FactorSet | undefined) ??
    builtInFactorSet;

  return { entries, partiesOn, inForceOn };
}
