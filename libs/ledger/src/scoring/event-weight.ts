import type { FactorSetParameters } from '../catalogue/factor-set';
import type { EntryReading } from './entry-reading';
import { Ratings } from './ratings';

/** Which limit of rule 6 takes hold of an event first: (a), (b), (c) or, for agreed moderate ones, (d) alone. */
export type LimitGroup = 'minor' | 'unagreed' | 'agreed-heavy' | 'agreed-moderate';

/** Never events, whatever sign they carry (reading rule 10). */
const NEVER_EVENTS: ReadonlySet<string> = new Set(['rating.independent', 'candidate.rated']);

/** Whether an entry bears on its factor as an event: it has one, a sign + or -, and is no rating. */
export function isEvent(entry: EntryReading): boolean {
  if (entry.factor === null || (entry.sign !== '+' && entry.sign !== '-')) return false;
  return !Ratings.isRating(entry) && !NEVER_EVENTS.has(entry.fact.kind);
}

/** From the day after `disputeReviewDays` a dispute weighs as asserted (reading rule 5). */
function isReviewed(entry: EntryReading, asOf: number, parameters: FactorSetParameters): boolean {
  return entry.disputedSinceDay !== null && asOf - entry.disputedSinceDay > parameters.disputeReviewDays;
}

/** The first day on which a disputed entry weighs as asserted; null where it is not disputed. */
export function reviewDay(entry: EntryReading, parameters: FactorSetParameters): number | null {
  return entry.status === 'disputed' && entry.disputedSinceDay !== null
    ? entry.disputedSinceDay + Math.floor(parameters.disputeReviewDays) + 1
    : null;
}

function corroboration(entry: EntryReading, asOf: number, parameters: FactorSetParameters): number {
  const weights = parameters.corroboration;
  if (entry.status === 'voided') return weights.voided;
  if (isRemedied(entry)) return weights.remedied;
  if (entry.status === 'agreed') return weights.agreed;
  return entry.status === 'disputed' && !isReviewed(entry, asOf, parameters) ? weights.disputed : weights.asserted;
}

/** Put right: only what is negative can be. */
export function isRemedied(entry: EntryReading): boolean {
  return entry.remedied && entry.sign === '-';
}

/** Praise of oneself weighs nothing until agreed (reading rule 5), what needs all parties only while agreed (rule 7). */
function isSilent(entry: EntryReading): boolean {
  if (entry.status === 'agreed') return false;
  if (entry.kind?.needsAll === true) return true;
  return entry.sign === '+' && entry.data['about'] === entry.fact.party;
}

/** `severity * corroboration` of rule 6, before freshness and limits. */
export function eventWeight(entry: EntryReading, asOf: number, parameters: FactorSetParameters): number {
  if (entry.severity === null || isSilent(entry)) return 0;
  return parameters.severity[entry.severity] * corroboration(entry, asOf, parameters);
}

/** The limit of rule 6 that an event falls under: what is put right is limited like what is not agreed. */
export function limitGroup(entry: EntryReading): LimitGroup {
  if (entry.severity === 'minor') return 'minor';
  if (entry.status !== 'agreed' || isRemedied(entry)) return 'unagreed';
  return entry.severity === 'moderate' ? 'agreed-moderate' : 'agreed-heavy';
}
