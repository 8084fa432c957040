import { endOfLocalDay } from '../calendar/working-days';
import { dutyLedger, isOfImportedPast } from '../due/duty';
import { decides } from '../entry/rules';
import { meetingsOf, type MeetingRegister } from '../governance/governance.queries';
import { ASSESSMENTS } from '../leadership/leadership';
import { leadersOf, type LeaderRegister } from '../leadership/leadership.queries';
import { objectivesOf, type ObjectiveRegister } from '../objectives/objectives.queries';
import type { Clocks } from '../parameters';
import { indicatorActs } from '../performance/indicator-duties';
import { visibleIn, type RegisterDates, type Visible } from '../register';
import type { EntryReading } from '../scoring/entry-reading';
import { factorSetInForce } from '../scoring/factor-sets';
import { sponsorSituation } from '../sponsorship/sponsorship';
import type { Views } from '../views';
import {
  backing,
  conditionOf,
  ofKinds,
  openReviews,
  planEntries,
  type Condition,
  type Conditions,
  type Part,
} from './condition';

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
  const { leaders } = await leadersOf(views, relationship, clocks, now);
  const { meetings } = await meetingsOf(views, relationship, clocks, now);
  const readiness = conditions(visible, { objectives, leaders, meetings }).map(
    // Half a condition is not met.
    (condition): Condition => (condition.state === 'partly' ? { ...condition, state: 'not-met' } : condition),
  );
  return { ...visible.dates, met: readiness.filter(({ state }) => state === 'met').length, readiness };
}

/** What the registers say of the same question. */
interface Rows {
  readonly objectives: ObjectiveRegister['objectives'];
  readonly leaders: LeaderRegister['leaders'];
  readonly meetings: MeetingRegister['meetings'];
}

function entriesOf(
  { entries }: Visible,
  rows: readonly { readonly entries: readonly string[] }[],
): readonly EntryReading[] {
  const ids = new Set(rows.flatMap((row) => row.entries));
  return entries.filter(({ fact }) => ids.has(fact.id));
}

function conditions(visible: Visible, { objectives, leaders, meetings }: Rows): readonly Condition[] {
  const { day, reading } = visible;
  const { staleAfterDays } = factorSetInForce(reading, day).parameters;
  const on: Conditions = { day, reviews: openReviews(visible), staleAfterDays };
  const entries = backing(visible.entries);
  const part = (what: string, ...kinds: readonly string[]): Part => ({ what, entries: ofKinds(entries, ...kinds) });
  const perParty = (what: string, of: (party: string) => readonly EntryReading[]): Part[] =>
    reading.parties(day).map((party) => ({ what: `${what}: ${party}`, entries: of(party) }));
  const joint = objectives.filter(
    ({ situation, parties }) =>
      (situation === 'agreed' || situation === 'achieved') &&
      parties.client.drivers !== null &&
      parties.provider.drivers !== null,
  );
  return [
    conditionOf(on, 'governance', 'A joint governance structure that meets', [
      part('a governance body', 'governance.established'),
      part('a meeting held', 'meeting.held'),
      ...missing(meetings),
    ]),
    conditionOf(
      on,
      'sponsors',
      'An executive sponsor on each side',
      perParty('a sponsor in post', (party) => sponsorsInPost(party, visible.entries)),
    ),
    conditionOf(on, 'systems', 'Management systems and expected behaviours, set by the sponsors', [
      part('systems, authorities, roles and behaviours that all agreed to', 'framework.set'),
    ]),
    conditionOf(
      on,
      'leaders',
      'Competent leaders on each side',
      perParty('a leader in post, assessed', (party) => leadersInPost(party, leaders, visible.entries)),
    ),
    conditionOf(on, 'objectives', 'Joint objectives with the drivers of both parties', [
      { what: 'an agreed objective with the drivers of both', entries: entriesOf(visible, joint) },
    ]),
    conditionOf(on, 'behaviours', 'Behaviours and trust monitored, and acted on', [
      part('a principle that all agreed to', 'principle.agreed'),
      part('a trust indicator', 'trust.defined'),
      part('a behaviour observed or trust measured', 'behaviour.observed', 'trust.measured'),
      ...unacted(visible),
    ]),
    conditionOf(on, 'improvement', 'Continual improvement', [
      part('an opportunity to improve', 'improvement.identified'),
      part('a target', 'target.set'),
      part('a result, or a lesson', 'target.met', 'target.missed', 'lesson.captured', 'lesson.applied'),
    ]),
    conditionOf(on, 'plan', 'A joint relationship management plan', [
      { what: 'a plan that all agreed to', entries: planEntries(entries) },
    ]),
  ];
}

/** A part that is lacking of each body whose last meeting was missed. */
function missing(meetings: Rows['meetings']): Part[] {
  const known = meetings.filter(
    ({ situation, status }) => (situation === 'held' || situation === 'missed') && status !== 'disputed',
  );
  const last = [...Map.groupBy(known, ({ body }) => body)].map(([body, rows]) => ({ body, last: rows.at(-1) }));
  return last
    .filter((each) => each.last?.situation === 'missed')
    .map(({ body }) => ({ what: `a meeting since one was missed: ${body}`, entries: [] }));
}

/** Entries about the sponsors of a party that has one whom nobody denies. */
function sponsorsInPost(party: string, all: readonly EntryReading[]): readonly EntryReading[] {
  const own = all.filter(({ data }) => data['about'] === party);
  // That somebody left is not undone by a denial, as that somebody came is.
  const undenied = own.filter((entry) => entry.fact.kind !== 'sponsor.appointed' || decides(entry));
  return sponsorSituation(party, undenied) === 'in-post'
    ? ofKinds(backing(own), 'sponsor.appointed', 'sponsor.changed', 'sponsor.engaged')
    : [];
}

/** Entries about the leaders of a party of whom one at least was assessed in all. */
function leadersInPost(party: string, leaders: Rows['leaders'], all: readonly EntryReading[]): readonly EntryReading[] {
  const inPost = leaders.filter(
    (leader) => leader.party === party && leader.situation === 'in-post' && leader.status !== 'disputed',
  );
  if (!inPost.some(({ assessed }) => assessed === ASSESSMENTS.length)) return [];
  const ids = new Set(inPost.flatMap(({ entries }) => entries));
  const isDevelopment = ({ fact, data }: EntryReading): boolean =>
    fact.kind === 'development.completed' && data['about'] === party;
  return backing(all).filter((entry) => ids.has(entry.fact.id) || isDevelopment(entry));
}

/** A part that is lacking where a figure of trust missed its target and nobody acted on it in its window. */
function unacted({ day, reading }: Visible): Part[] {
  const endMs = endOfLocalDay(day);
  const open = indicatorActs(dutyLedger(reading, day), endMs).some(
    (duty) =>
      duty.missed === 'trust.unacted' &&
      duty.setBy.status !== 'disputed' &&
      duty.doneBy === null &&
      duty.dueMs < endMs &&
      !isOfImportedPast(duty),
  );
  return open ? [{ what: 'action on what was missed', entries: [] }] : [];
}
