import type { JsonObject } from '@app/event-store';
import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, textIn, thingsNamed, type Named, type RegisterDates } from '../register';
import type { Views } from '../views';
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
  /** Ids of the entries that name it. */
  readonly entries: readonly string[];
}

export interface Objective {
  readonly id: string;
  readonly title: string | null;
  readonly situation: ObjectiveSituation['is'];
  readonly outcome: string | null;
  readonly measure: string | null;
  readonly due: string | null;
  readonly parties: { readonly client: Stake; readonly provider: Stake };
  /** In the order in which they first appear. */
  readonly milestones: readonly Milestone[];
  /** Ids of all entries that name it, those of its milestones included. */
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
  return { ...dates, objectives: things.map(objectiveRow) };
}

function objectiveRow(objective: Named): Objective {
  const { id, entries, dataOf } = objective;
  const proposed = dataOf(lastOf(entries, 'objective.proposed'));
  return {
    id,
    title: textIn(proposed['title']),
    situation: objectiveSituation(entries).is,
    outcome: textIn(proposed['outcome']),
    measure: textIn(proposed['measure']),
    due: textIn(proposed['due']),
    parties: { client: stakeOf(proposed, 'Client'), provider: stakeOf(proposed, 'Provider') },
    milestones: milestoneRows(objective),
    entries: idsOf(entries),
  };
}

function stakeOf(proposed: JsonObject, party: 'Client' | 'Provider'): Stake {
  const weight = proposed[`weight${party}`];
  return { drivers: textIn(proposed[`drivers${party}`]), weight: typeof weight === 'number' ? weight : null };
}

function milestoneRows({ entries, dataOf }: Named): Milestone[] {
  return [...entriesById(entries, 'milestone')].map(([id, about]) => ({
    id,
    title: textIn(dataOf(lastOf(about, 'milestone.set'))['title']),
    due: textIn(dataOf(lastOf(about, 'milestone.set', 'milestone.rescheduled'))['due']),
    situation: milestoneSituation(about).is,
    entries: idsOf(about),
  }));
}
