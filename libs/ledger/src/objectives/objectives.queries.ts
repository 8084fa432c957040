import type { JsonObject } from '@app/event-store';
import { dutyLedger, type Duty, type DutyLedger } from '../due/duty';
import { missedEntry } from '../due/duties';
import { lastDeciding, lastOf } from '../entry/rules';
import { knownIn } from '../known-at';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, textIn, thingsNamed, type Named, type RegisterDates } from '../register';
import { factsIn } from '../score/score.queries';
import { formatDay, parseDay } from '../scoring/days';
import { compareEntries, compareRecorded, type EntryReading, type StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';
import { milestoneRemedies } from './milestone-remedies';
import { OBJECTIVE_ENDS, objectiveOf } from './objective-reviews';
import { milestoneSituation, objectiveSituation, type MilestoneSituation, type ObjectiveSituation } from './objectives';

/** What one party wants of an objective. */
export interface Stake {
  readonly drivers: string | null;
  /** As the parties weigh it, unitless. */
  readonly weight: number | null;
}

export interface Milestone {
  readonly id: string;
  readonly title: string | null;
  /** As last moved by consensus. */
  readonly due: string | null;
  readonly situation: MilestoneSituation['is'];
  /** Of the entry that says so; null where it was never set. */
  readonly status: StatusWord | null;
  /** Effective date of the last miss; null without one. */
  readonly missed: string | null;
  /** Effective date of what was first done about it; null where nothing was, nothing missed, or its objective ended instead. */
  readonly remedied: string | null;
  /** `YYYY-MM-DD`: the day until which something has to be done about the last miss; null without one. */
  readonly remedyDue: string | null;
  /** Id of the entry that says that nothing was; null where there is none. */
  readonly unremedied: string | null;
  /** Effective date; null until it is met. */
  readonly met: string | null;
  /** Ids of the entries that name it. */
  readonly entries: readonly string[];
}

/** A change that all agreed to. */
export interface Amendment {
  readonly entry: string;
  readonly effective: string | null;
  readonly change: string | null;
}

export interface Objective {
  readonly id: string;
  readonly title: string | null;
  readonly situation: ObjectiveSituation['is'];
  /** Of the entry that says so; null where none proposed it. */
  readonly status: StatusWord | null;
  /** Effective date of the agreement that stands; null without one. */
  readonly agreed: string | null;
  readonly outcome: string | null;
  readonly measure: string | null;
  readonly due: string | null;
  /** As the last entry that reviewed it, or all objectives, names it; null once it is over. */
  readonly nextReview: string | null;
  readonly parties: { readonly client: Stake; readonly provider: Stake };
  /** By consensus, oldest first. */
  readonly amendments: readonly Amendment[];
  /** In the order in which they first appear. */
  readonly milestones: readonly Milestone[];
  /** Ids of all entries that name it, those of its milestones included, and of a review of all that names the next. */
  readonly entries: readonly string[];
}

export interface ObjectiveRegister extends RegisterDates {
  readonly objectives: readonly Objective[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function objectivesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ObjectiveRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'objective', clocks, now);
  const { reading } = knownIn(await factsIn(views, relationship), clocks);
  const ledger = dutyLedger(reading, parseDay(dates.asOf) ?? 0);
  const known = {
    ledger,
    remedies: new Map(milestoneRemedies(ledger, Infinity).map((remedy) => [remedy.setBy.fact.id, remedy])),
    reviewOfAll: lastReview(ledger.ofKinds(['objective.reviewed']).filter((entry) => objectiveOf(entry) === null)),
  };
  return { ...dates, objectives: things.map((objective) => objectiveRow(objective, known)) };
}

interface Known {
  readonly ledger: DutyLedger;
  /** Of every missed milestone, by the id of the entry that says so. */
  readonly remedies: ReadonlyMap<string, Duty>;
  /** The last review of all objectives at once that names the next; undefined where there is none. */
  readonly reviewOfAll: EntryReading | undefined;
}

function objectiveRow(objective: Named, known: Known): Objective {
  const { id, entries, dataOf } = objective;
  const { is: situation, by } = objectiveSituation(entries);
  const review = situation === 'achieved' || situation === 'retired' ? undefined : reviewOf(objective, known);
  const isOfAll = review !== undefined && objectiveOf(review) === null;
  const proposed = dataOf(lastOf(entries, 'objective.proposed'));
  return {
    id,
    title: textIn(proposed['title']),
    situation,
    status: by?.statusWord ?? null,
    agreed: lastOf(entries, 'objective.agreed')?.effective ?? null,
    outcome: textIn(proposed['outcome']),
    measure: textIn(proposed['measure']),
    due: textIn(proposed['due']),
    nextReview: textIn(review?.data['nextReview']),
    parties: { client: stakeOf(proposed, 'Client'), provider: stakeOf(proposed, 'Provider') },
    amendments: entries
      .filter(({ fact, inEffect }) => fact.kind === 'objective.amended' && inEffect)
      .map((entry) => ({
        entry: entry.fact.id,
        effective: entry.effective,
        change: textIn(dataOf(entry)['change']),
      })),
    milestones: milestoneRows(objective, known),
    entries: idsOf(isOfAll ? [...entries, review].sort(compareEntries) : entries),
  };
}

/** The last entry that names the day of the next review, of this objective or of all. */
function reviewOf({ entries }: Named, { reviewOfAll }: Known): EntryReading | undefined {
  const own = entries.filter(({ fact }) => fact.kind === 'objective.proposed' || fact.kind === 'objective.reviewed');
  return lastReview([...own, ...(reviewOfAll === undefined ? [] : [reviewOfAll])]);
}

function lastReview(entries: readonly EntryReading[]): EntryReading | undefined {
  return entries.toSorted(compareEntries).findLast(({ data }) => data['nextReview'] !== undefined);
}

function stakeOf(proposed: JsonObject, party: 'Client' | 'Provider'): Stake {
  const weight = proposed[`weight${party}`];
  return { drivers: textIn(proposed[`drivers${party}`]), weight: typeof weight === 'number' ? weight : null };
}

function milestoneRows({ entries, dataOf }: Named, { ledger, remedies }: Known): Milestone[] {
  return [...entriesById(entries, 'milestone')].map(([id, named]) => {
    const about = named.toSorted(compareRecorded);
    const { is: situation, by } = milestoneSituation(about);
    const missed = lastDeciding(about, 'milestone.missed');
    const remedy = missed && remedies.get(missed.fact.id);
    const act = remedy?.doneBy ?? null;
    return {
      id,
      title: textIn(dataOf(lastOf(about, 'milestone.set'))['title']),
      due: textIn(dataOf(lastOf(about, 'milestone.set', 'milestone.rescheduled'))['due']),
      situation,
      status: by?.statusWord ?? null,
      missed: missed?.effective ?? null,
      remedied: act !== null && !OBJECTIVE_ENDS.includes(act.fact.kind) ? act.effective : null,
      remedyDue: remedy === undefined ? null : formatDay(remedy.dueDay),
      unremedied: (remedy && missedEntry(ledger, remedy)?.fact.id) ?? null,
      met: lastDeciding(about, 'milestone.met')?.effective ?? null,
      entries: idsOf(named),
    };
  });
}
