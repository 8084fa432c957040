import type { IssueRegister } from '@app/ledger';
import { registerText } from './register';
import { table } from './table';

type Deadline = IssueRegister['issues'][number]['deadline'];

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
        { title: 'Of' },
        { title: 'Due' },
        { title: 'Owner' },
        { title: 'Raised' },
        { title: 'By' },
        { title: 'Resolved' },
        { title: 'Reopened', align: 'right' },
        { title: 'Late', align: 'right' },
        { title: 'Entries', align: 'right' },
      ],
      issues.map((issue) => [
        issue.id,
        issue.title ?? '–',
        issue.impact ?? '–',
        issue.situation,
        String(issue.level),
        issue.levelName ?? '–',
        dueCell(issue.deadline),
        issue.owner ?? '–',
        issue.raised ?? '–',
        issue.raisedBy ?? '–',
        issue.resolved ?? '–',
        String(issue.reopened),
        String(issue.deadlinesMissed),
        String(issue.entries.length),
      ]),
    ),
  );
}

function dueCell(deadline: Deadline): string {
  if (deadline === null) return '–';
  const { due, overdue, extendedFrom, statementDue } = deadline;
  const notes = [
    ...(overdue ? ['overdue'] : []),
    ...(extendedFrom === null ? [] : [`extended from ${extendedFrom}`]),
    ...(statementDue === null ? [] : [`statement by ${statementDue}`]),
  ];
  return notes.length === 0 ? due : `${due} (${notes.join(', ')})`;
}
