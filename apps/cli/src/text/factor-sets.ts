import type { FactorSetRegister, Rubric } from '@app/ledger';
import { emphasis } from '../output';
import { oneDecimal } from './number';
import { plain } from './plain';
import { registerText } from './register';
import { knownText } from './score';
import { table } from './table';

type Version = FactorSetRegister['factorSets'][number];

/** The versions of the method on a terminal, then what each changed. */
export function factorSetsText(register: FactorSetRegister): string {
  const { factorSets: versions, inForce, builtIn } = register;
  const first =
    builtIn.inForceTo === null ? '' : `; before it ${builtIn.version}, built in, until ${builtIn.inForceTo}`;
  const holds = `In force: ${inForce}${inForce === builtIn.version ? ', built in' : first}.`;
  if (versions.length === 0) return registerText(register, holds);
  return registerText(
    register,
    holds,
    table(
      [
        { title: 'Version' },
        { title: 'Situation' },
        { title: 'Agreed by' },
        { title: 'Waits for' },
        { title: 'In force from' },
        { title: 'to' },
        { title: 'Before', align: 'right' },
        { title: 'After', align: 'right' },
        { title: 'Entries', align: 'right' },
      ],
      versions.map(({ version, situation, agreedBy, waitingFor, inForceFrom, inForceTo, methodEffect, entries }) => [
        version,
        situation,
        agreedBy.map(({ party, on }) => `${party} ${on}`).join(', ') || '–',
        waitingFor.join(', ') || '–',
        inForceFrom ?? '–',
        inForceTo ?? '–',
        oneDecimal(methodEffect?.before ?? null),
        oneDecimal(methodEffect?.after ?? null),
        String(entries.length),
      ]),
    ),
    ...versions.map(changeText),
  );
}

function changeText({ version, change, reason }: Version): string {
  const factors = (words: string, list: readonly { readonly code: number; readonly name: string }[]): string[] =>
    list.map(({ code, name }) => `  ${words} ${code} ${plain(name)}`);
  const lines = [
    ...factors('adds', change.added),
    ...factors('takes away', change.removed),
    ...change.reweighted.map(
      ({ code, name, weightBefore, weight }) => `  weighs ${code} ${plain(name)} ${weight} instead of ${weightBefore}`,
    ),
    ...change.parameters.map((name) => `  changes ${plain(name)}`),
  ];
  const why = reason === null ? '' : ` (${plain(reason)})`;
  return `${version}, against ${change.from}${why}:\n${lines.join('\n') || '  nothing that scores'}`;
}

/** What levels and factors mean, on a terminal. */
export function rubricText({ asOf, knownAt, factorSet, scale, factors }: Rubric): string {
  return [
    `As of ${asOf}, ${knownText(knownAt)}, under ${factorSet}`,
    scale.map(({ level, name, meaning }) => `  ${level} ${plain(name).padEnd(13)}${plain(meaning ?? '–')}`).join('\n'),
    factors
      .map(({ code, name, weight, aim, applicable }) => {
        const end = applicable ? '' : emphasis('yellow', '; not applicable, as all agree');
        return `${emphasis('bold', `${code} ${plain(name)}`)}, weight ${weight}${end}\n  ${plain(aim ?? '–')}`;
      })
      .join('\n'),
  ].join('\n\n');
}
