import { endOfLocalDay } from '../calendar/working-days';
import { dutyLedger, isOfImportedPast } from '../due/duty';
import { objectivesOf } from '../objectives/objectives.queries';
import type { Clocks } from '../parameters';
import { indicatorActs } from '../performance/indicator-duties';
import { visibleIn, type RegisterDates, type Visible } from '../register';
import { parseDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { factorSetInForce } from '../scoring/factor-sets';
import type { Views } from '../views';
import { agreedPlan, backing, conditionOf, ofKinds, type Condition, type Part } from './condition';

export interface Readiness extends RegisterDates {
  /** How many of the conditions are met. */
  readonly met: number;
  readonly readiness: readonly Condition[];
}

/**
 * The eight conditions of a mutual relationship, each met, ageing or not met. One ages when the day named for its next
 * review is over, or when nothing upheld it for as long as makes a rating stale.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function readinessOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Readiness> {
  const visible = await visibleIn(views, relationship, clocks, now);
  const { objectives } = await objectivesOf(views, relationship, clocks, now);
  const { day, reading } = visible;
  const { staleAfterDays } = factorSetInForce(reading, day).parameters;
  const joint = objectives.filter(
    ({ situation, parties }) =>
      situation === 'agreed' && parties.client.drivers !== null && parties.provider.drivers !== null,
  );
  const readiness = conditions(visible, entriesOf(visible, joint)).map((condition) =>
    aged(condition, day, staleAfterDays),
  );
  return { ...visible.dates, met: readiness.filter(({ state }) => state === 'met').length, readiness };
}

function entriesOf(
  { entries }: Visible,
  rows: readonly { readonly entries: readonly string[] }[],
): readonly EntryReading[] {
  const ids = new Set(rows.flatMap((row) => row.entries));
  return entries.filter(({ fact }) => ids.has(fact.id));
}

/** Half a condition is not met; one that is met ages. */
function aged(condition: Condition, day: number, staleAfterDays: number): Condition {
  if (condition.state !== 'met') return { ...condition, state: 'not-met' };
  const { upheld, nextReview } = condition;
  const isOld = upheld !== null && day - (parseDay(upheld) ?? day) > staleAfterDays;
  const isDue = nextReview !== null && (parseDay(nextReview) ?? day) < day;
  return isOld || isDue ? { ...condition, state: 'ageing' } : condition;
}

function conditions(visible: Visible, joint: readonly EntryReading[]): readonly Condition[] {
  const { day, reading } = visible;
  const entries = backing(visible.entries);
  const part = (what: string, ...kinds: readonly string[]): Part => ({ what, entries: ofKinds(entries, ...kinds) });
  const perParty = (what: string, of: (own: readonly EntryReading[]) => readonly EntryReading[]): Part[] =>
    reading.parties(day).map((party) => ({
      what: `${what}: ${party}`,
      entries: of(entries.filter(({ data }) => data['about'] === party)),
    }));
  return [
    conditionOf('governance', 'A joint governance structure that meets', [
      part('a governance body', 'governance.established'),
      part('a meeting held', 'meeting.held'),
    ]),
    conditionOf('sponsors', 'An executive sponsor on each side', perParty('a sponsor in post', sponsorsInPost)),
    conditionOf('systems', 'Management systems and expected behaviours, set by the sponsors', [
      part('systems, authorities, roles and behaviours that all agreed to', 'framework.set'),
    ]),
    conditionOf('leaders', 'Competent leaders on each side', perParty('a leader in post, assessed', leadersInPost)),
    conditionOf('objectives', 'Joint objectives with the drivers of both parties', [
      { what: 'an agreed objective with the drivers of both', entries: joint },
    ]),
    conditionOf('behaviours', 'Behaviours and trust monitored, and acted on', [
      part('a principle that all agreed to', 'principle.agreed'),
      part('a trust indicator', 'trust.defined'),
      part('a behaviour observed or trust measured', 'behaviour.observed', 'trust.measured'),
      ...unacted(visible),
    ]),
    conditionOf('improvement', 'Continual improvement', [
      part('an opportunity to improve', 'improvement.identified'),
      part('a target', 'target.set'),
      part('a result, or a lesson', 'target.met', 'target.missed', 'lesson.captured', 'lesson.applied'),
    ]),
    conditionOf('plan', 'A joint relationship management plan', [
      {
        what: 'a plan that all agreed to',
        entries: agreedPlan(entries),
      },
    ]),
  ];
}

/** Who was appointed and did not leave, and what they were seen to do; none where as many left as came. */
function sponsorsInPost(own: readonly EntryReading[]): readonly EntryReading[] {
  const appointed = ofKinds(own, 'sponsor.appointed');
  return appointed.length > ofKinds(own, 'sponsor.changed').length
    ? ofKinds(own, 'sponsor.appointed', 'sponsor.changed', 'sponsor.engaged')
    : [];
}

/** Likewise; at least one of them with all assessments made, which is what gives that entry its plus. */
function leadersInPost(own: readonly EntryReading[]): readonly EntryReading[] {
  const appointed = ofKinds(own, 'leader.appointed');
  const isLed = appointed.length > ofKinds(own, 'leader.departed').length;
  return isLed && appointed.some(({ sign }) => sign === '+')
    ? ofKinds(own, 'leader.appointed', 'leader.departed', 'development.completed')
    : [];
}

/** A part that is lacking where a figure of trust missed its target and nobody acted on it in its window. */
function unacted({ day, reading }: Visible): Part[] {
  const endMs = endOfLocalDay(day);
  const open = indicatorActs(dutyLedger(reading, day), endMs).some(
    (duty) => duty.missed === 'trust.unacted' && duty.doneBy === null && duty.dueMs < endMs && !isOfImportedPast(duty),
  );
  return open ? [{ what: 'action on what was missed', entries: [] }] : [];
}
