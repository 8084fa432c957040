import type { BehaviourRegister } from '@app/ledger';
import { shortened } from './plain';
import { registerText } from './register';
import { table } from './table';

const EFFECT_CHARACTERS = 60;
const SITUATIONS: Readonly<Record<Behaviour['situation'], string>> = {
  agreed: 'agreed',
  waiting: 'waiting for agreement',
  none: 'never proposed',
};

type Behaviour = BehaviourRegister['behaviours'][number];

/** The principles on a terminal, then what was observed of each party. */
export function behavioursText(register: BehaviourRegister): string {
  const { behaviours } = register;
  if (behaviours.length === 0) return registerText(register, 'No principle yet.');
  return registerText(register, principlesTable(behaviours), observationsTable(behaviours));
}

function principlesTable(behaviours: readonly Behaviour[]): string {
  return table(
    [
      { title: 'Principle' },
      { title: 'Title' },
      { title: 'Situation' },
      { title: 'Agreed' },
      { title: 'Entries', align: 'right' },
    ],
    behaviours.map(({ id, title, situation, agreed, entries }) => [
      id,
      title ?? '–',
      SITUATIONS[situation],
      agreed ?? '–',
      String(entries.length),
    ]),
  );
}

function observationsTable(behaviours: readonly Behaviour[]): string {
  const rows = behaviours.flatMap(({ id, observed }) =>
    observed.flatMap(({ about, inLine, fellShort }) =>
      [
        { word: 'in line', observations: inLine },
        { word: 'fell short', observations: fellShort },
      ].flatMap(({ word, observations }) =>
        observations.map(({ effective, by, effect, status, entry }) => [
          id,
          about ?? '–',
          word,
          effective ?? '–',
          by,
          status,
          entry,
          effect === null ? '' : shortened(effect, EFFECT_CHARACTERS),
        ]),
      ),
    ),
  );
  if (rows.length === 0) return 'No behaviour observed yet.';
  return table(
    ['Principle', 'About', 'Behaviour', 'Date', 'Seen by', 'Status', 'Entry', 'Effect'].map((title) => ({ title })),
    rows,
  );
}
