import type { IssueRegister } from '@app/ledger';
import { registerText } from './register';
import { table } from './table';

/** The issues on a terminal. */
export function issuesText(register: IssueRegister): string {
  const { issues } = register;
  if (issues.length === 0) return registerText(register, 'No issue yet.');
  return registerText(
    register,
    table(
      [
        { title: 'Issue' },
        { title: 'Title' },
        { title: 'Impact' },
        { title: 'Situation' },
        { title: 'Level', align: 'right' },
        { title: 'Owner' },
        { title: 'Raised' },
        { title: 'By' },
        { title: 'Resolved' },
        { title: 'Reopened', align: 'right' },
        { title: 'Entries', align: 'right' },
      ],
      issues.map((issue) => [
        issue.id,
        issue.title ?? '–',
        issue.impact ?? '–',
        issue.situation,
        String(issue.level),
        issue.owner ?? '–',
        issue.raised ?? '–',
        issue.raisedBy ?? '–',
        issue.resolved ?? '–',
        String(issue.reopened),
        String(issue.entries.length),
      ]),
    ),
  );
}
