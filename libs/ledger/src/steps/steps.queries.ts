import { SYSTEM_KINDS, lastOfSystem, systemAfter } from '../joint-systems/joint-systems';
import type { Clocks } from '../parameters';
import { backing, conditionOf, ofKinds, openReviews, planEntries, type Condition } from '../readiness/condition';
import { visibleIn, type RegisterDates } from '../register';
import type { EntryReading } from '../scoring/entry-reading';
import type { Views } from '../views';

export interface Steps extends RegisterDates {
  /** The five, in their order. */
  readonly steps: readonly Condition[];
}

/** Systems that both sides have, as `systems.merged` and `systems.reviewed` name them. */
const SYSTEMS: Readonly<Record<string, string>> = {
  knowledge: 'knowledge',
  communication: 'communication',
  'issue-resolution': 'issue resolution',
  risk: 'risk',
};

/**
 * The five steps towards a joint relationship, each with what the record holds of it.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function stepsOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Steps> {
  const visible = await visibleIn(views, relationship, clocks, now);
  const entries = backing(visible.entries);
  const on = { day: visible.day, reviews: openReviews(visible) };
  const reviews = ofKinds(entries, 'arrangements.reviewed');
  const reviewed = (what: 'governance' | 'sponsorship'): readonly EntryReading[] =>
    reviews.filter(({ data }) => data['covers'] === what || data['covers'] === 'both');
  const steps = [
    conditionOf(on, 'vision', 'Vision and commitment', [
      { what: 'a joint vision, with how added value is measured', entries: ofKinds(entries, 'vision.agreed') },
    ]),
    conditionOf(on, 'competencies', 'Behavioural and cultural competencies', [
      { what: 'competencies, coaching and trust indicators', entries: ofKinds(entries, 'competencies.agreed') },
    ]),
    conditionOf(on, 'arrangements', 'Governance and sponsorship reviewed', [
      { what: 'governance reviewed', entries: reviewed('governance') },
      { what: 'sponsorship reviewed', entries: reviewed('sponsorship') },
    ]),
    conditionOf(
      on,
      'systems',
      'Disparate systems merged',
      Object.entries(SYSTEMS).map(([system, what]) => ({ what, entries: settled(entries, system) })),
    ),
    conditionOf(on, 'plan', 'Relationship management plan', [
      { what: 'a plan, with how it is reviewed', entries: planEntries(entries) },
    ]),
  ];
  return { ...visible.dates, steps };
}

/** Merged, linked, or kept apart for a reason; what was only meant to be merged is not. */
function settled(entries: readonly EntryReading[], system: string): readonly EntryReading[] {
  const own = ofKinds(entries, ...SYSTEM_KINDS).filter(({ data }) => data['system'] === system);
  const last = lastOfSystem(own);
  return last === undefined || systemAfter(last) === 'to-merge' ? [] : own;
}
