import type { Due } from '@app/ledger';
import { registerText } from './register';
import { table } from './table';

/** What is due on a terminal. */
export function dueText(register: Due): string {
  const { due, to, zone } = register;
  if (due.length === 0) return registerText(register, `Nothing is due until ${to}.`);
  const rows = due.map(({ due: day, overdue, kind, title, data, parties, missed }) => [
    day,
    overdue ? 'overdue' : 'open',
    kind ?? title,
    Object.entries(data)
      .filter(([name]) => name !== 'due')
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', '),
    parties.join(', '),
    missed ?? '–',
  ]);
  const columns = ['Due', 'Situation', 'If not done', 'About', 'Parties', 'Missed'].map((title) => ({ title }));
  return registerText(register, table(columns, rows), `Until ${to}; days end where the contract is (${zone}).`);
}
