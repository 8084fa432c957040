import type { Clocks } from '../parameters';
import { backing, conditionOf, ofKinds, openReviews, planEntries, type Condition } from '../readiness/condition';
import { idsOf, visibleIn, type RegisterDates } from '../register';
import type { Views } from '../views';

export interface Stage extends Condition {
  /** Effective date, as precise as it was given, on which it was first entered; null where nobody said so. */
  readonly entered: string | null;
}

export interface Stages extends RegisterDates {
  /** The stage that was entered last; null where none was. */
  readonly current: string | null;
  /** All eight, in their order. */
  readonly stages: readonly Stage[];
}

/** The life cycle of ISO 44001, and by which kinds the record shows that a stage was gone through. */
const STAGES: readonly (readonly [id: string, title: string, parts: Readonly<Record<string, readonly string[]>>])[] = [
  [
    'operational-awareness',
    'Operational awareness',
    {
      'the case for collaborating': ['case.recorded'],
      'a sponsor': ['sponsor.appointed'],
      'a vision': ['vision.agreed'],
    },
  ],
  [
    'knowledge',
    'Knowledge',
    { 'what value means': ['value.defined'], risks: ['risk.raised'], 'a knowledge plan': ['knowledge.planned'] },
  ],
  [
    'internal-assessment',
    'Internal assessment',
    { competencies: ['competencies.agreed'], leaders: ['leader.appointed', 'development.planned'] },
  ],
  // Candidates stand in the ledger of a selection: of a relationship its own word says that its partner was selected.
  ['partner-selection', 'Partner selection', { 'a partner selected': ['candidate.selected', 'stage.entered'] }],
  [
    'working-together',
    'Working together',
    {
      'joint governance': ['governance.established'],
      'joint objectives': ['objective.agreed'],
      'joint systems': ['framework.set', 'process.adopted', 'systems.merged'],
      'a relationship management plan': ['plan.agreed'],
    },
  ],
  [
    'value-creation',
    'Value creation',
    {
      'ideas or improvements': ['idea.proposed', 'improvement.identified'],
      'results checked': ['benefit.realised', 'benefit.missed', 'target.met', 'target.missed'],
    },
  ],
  [
    'staying-together',
    'Staying together',
    {
      measurement: ['indicator.measured'],
      'behaviours and trust': ['behaviour.observed', 'trust.measured'],
      'the plan reviewed': ['plan.reviewed'],
    },
  ],
  [
    'exit-strategy-activation',
    'Exit strategy activation',
    { 'an exit strategy': ['exit.agreed'], 'its review': ['exit.reviewed'] },
  ],
];

/**
 * Stage coverage: what the record holds of each stage, whether or not anybody said that it was entered. The exit is
 * listed from the first day on.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function stagesOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Stages> {
  const visible = await visibleIn(views, relationship, clocks, now);
  const entries = backing(visible.entries);
  const on = { day: visible.day, reviews: openReviews(visible) };
  const entering = ofKinds(entries, 'stage.entered');
  const stages = STAGES.map(([id, title, parts]): Stage => {
    const own = entering.filter(({ data }) => data['stage'] === id);
    const showing = entries.filter((entry) => entry.fact.kind !== 'stage.entered' || own.includes(entry));
    const condition = conditionOf(
      on,
      id,
      title,
      Object.entries(parts).map(([what, kinds]) => ({
        what,
        entries: kinds.includes('plan.agreed') ? planEntries(entries) : ofKinds(showing, ...kinds),
      })),
    );
    return {
      ...condition,
      entered: own[0]?.effective ?? null,
      entries: [...new Set([...idsOf(own), ...condition.entries])],
    };
  });
  const last = entering.at(-1)?.data['stage'];
  return { ...visible.dates, current: typeof last === 'string' ? last : null, stages };
}
