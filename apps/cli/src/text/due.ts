import type { Due } from '@app/ledger';
import { registerText } from './register';
import { table } from './table';

/** What is due on a terminal. */
export function dueText(register: Due): string {
  const { due, asOf, to, zone, leftOut, notShown } = register;
  const imported =
    leftOut === 0 ? [] : [`${leftOut} of the imported past left out: an import may not tell that something was done.`];
  if (due.length === 0) return registerText(register, [`Nothing is due until ${to}.`, ...imported].join('\n'));
  const rows = due.map(({ due: day, overdue, kind, title, data, parties, missed }) => [
    day,
    // A reminder is nobody's fault.
    overdue ? 'overdue' : kind === null && day < asOf ? 'not done' : 'open',
    title,
    Object.entries(data)
      .filter(([name]) => name !== 'due')
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', '),
    parties.join(', '),
    missed ?? '–',
  ]);
  const columns = ['Due', 'Situation', 'If not done', 'About', 'Parties', 'Missed'].map((title) => ({ title }));
  return registerText(
    register,
    table(columns, rows),
    [
      `Until ${to}; days end where the contract is (${zone}).`,
      ...(notShown === 0 ? [] : [`${notShown} more come behind these.`]),
      ...imported,
    ].join('\n'),
  );
}
