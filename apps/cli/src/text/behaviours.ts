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
  const { behaviours, factorSet, proposed } = register;
  const proposals =
    proposed.length === 0
      ? []
      : [`Proposed by ${factorSet}, for the parties to take up (principle.agreed): ${proposed.join('; ')}.`];
  if (behaviours.length === 0) return registerText(register, 'No principle yet.', ...proposals);
  return registerText(register, principlesTable(behaviours), observationsTable(behaviours), ...proposals);
}

function principlesTable(behaviours: readonly Behaviour[]): string {
  return table(
    [
      { title: 'Principle' },
      { title: 'Title' },
      { title: 'Situation' },
      { title: 'Agreed' },
      { title: 'Coaching', align: 'right' },
      { title: 'Entries', align: 'right' },
    ],
    behaviours.map(({ id, title, situation, agreed, coaching, entries }) => [
      id,
      title ?? '–',
      SITUATIONS[situation],
      agreed ?? '–',
      String(coaching.length),
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
        observations.map(({ effective, by, effect, discussed, status, entry }) => [
          id,
          about ?? '–',
          word,
          effective ?? '–',
          by,
          discussed ?? '–',
          status,
          entry,
          effect === null ? '' : shortened(effect, EFFECT_CHARACTERS),
        ]),
      ),
    ),
  );
  if (rows.length === 0) return 'No behaviour observed yet.';
  return table(
    ['Principle', 'About', 'Behaviour', 'Date', 'Seen by', 'Talked about', 'Status', 'Entry', 'Effect'].map(
      (title) => ({ title }),
    ),
    rows,
  );
}
