import type { IssueRegister } from '@app/ledger';
import { registerText } from './register';
import { table } from './table';

type Issue = IssueRegister['issues'][number];

/** The issues on a terminal. */
export function issuesText(register: IssueRegister): string {
  const { issues } = register;
  if (issues.length === 0) return registerText(register, 'No issue yet.');
  // No clock runs of what was imported.
  const isTimed = issues.some(({ deadline }) => deadline !== null);
  return registerText(
    register,
    table(
      [
        { title: 'Issue' },
        { title: 'Title' },
        { title: 'Impact' },
        { title: 'Situation' },
        { title: 'Level', align: 'right' },
        ...(isTimed ? [{ title: 'Due' }] : []),
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
        ...(isTimed ? [dueCell(issue)] : []),
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

function dueCell({ deadline, levelName }: Issue): string {
  if (deadline === null) return '–';
  const { due, overdue, extendedFrom, statementDue } = deadline;
  const notes = [
    ...(levelName === null ? [] : [levelName.toLowerCase()]),
    ...(overdue ? ['overdue'] : []),
    ...(extendedFrom === null ? [] : [`extended from ${extendedFrom}`]),
    ...(statementDue === null ? [] : [`statement by ${statementDue}`]),
  ];
  return notes.length === 0 ? due : `${due} (${notes.join(', ')})`;
}
