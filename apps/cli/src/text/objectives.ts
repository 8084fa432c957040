import type { ObjectiveRegister } from '@app/ledger';
import { registerText } from './register';
import { shortened } from './plain';
import { table } from './table';

const DRIVERS_CHARACTERS = 32;

type Objective = ObjectiveRegister['objectives'][number];
type Stake = Objective['parties']['client'];

/** The objectives on a terminal, then their milestones. */
export function objectivesText(register: ObjectiveRegister): string {
  const { objectives } = register;
  if (objectives.length === 0) return registerText(register, 'No objective yet.');
  return registerText(register, objectivesTable(objectives), milestonesTable(objectives));
}

function objectivesTable(objectives: readonly Objective[]): string {
  return table(
    [
      { title: 'Objective' },
      { title: 'Title' },
      { title: 'Situation' },
      { title: 'Status' },
      { title: 'Due' },
      { title: 'Next review' },
      { title: 'Drivers of the client' },
      { title: 'Weight', align: 'right' },
      { title: 'Drivers of the provider' },
      { title: 'Weight', align: 'right' },
      { title: 'Entries', align: 'right' },
    ],
    objectives.map(({ id, title, situation, status, due, nextReview, parties, entries }) => [
      id,
      title ?? '–',
      situation,
      status ?? '–',
      due ?? '–',
      nextReview ?? '–',
      ...stakeCells(parties.client),
      ...stakeCells(parties.provider),
      String(entries.length),
    ]),
  );
}

function stakeCells({ drivers, weight }: Stake): [string, string] {
  return [drivers === null ? '–' : shortened(drivers, DRIVERS_CHARACTERS), weight === null ? '–' : String(weight)];
}

function milestonesTable(objectives: readonly Objective[]): string {
  const rows = objectives.flatMap((objective) =>
    objective.milestones.map(({ id, title, due, situation, status, missed, remedied, remedyDue, met, entries }) => [
      objective.id,
      id,
      title ?? '–',
      situation === 'none' ? 'never set' : situation,
      status ?? '–',
      due ?? '–',
      missed ?? '–',
      remedied ?? (remedyDue === null ? '–' : `by ${remedyDue}`),
      met ?? '–',
      String(entries.length),
    ]),
  );
  if (rows.length === 0) return 'No milestone yet.';
  return table(
    [
      { title: 'Objective' },
      { title: 'Milestone' },
      { title: 'Title' },
      { title: 'Situation' },
      { title: 'Status' },
      { title: 'Due' },
      { title: 'Missed' },
      { title: 'Remedied' },
      { title: 'Met' },
      { title: 'Entries', align: 'right' },
    ],
    rows,
  );
}
