import type { IssueRegister } from '@app/ledger';
import { issuesText } from './issues';

const ISSUE: IssueRegister['issues'][number] = {
  id: 'keys',
  title: 'No keys',
  situation: 'open',
  impact: 'low',
  level: 3,
  levelName: 'Senior representatives',
  deadline: null,
  owner: 'client',
  raised: '2026-06-01',
  raisedBy: 'provider',
  resolved: null,
  reopened: 0,
  deadlinesMissed: 0,
  dispute: null,
  entries: ['e-1'],
};
const DEADLINE = {
  workingDays: 20,
  due: '2026-07-10',
  until: '2026-07-10T22:59:59.999Z',
  extendedFrom: '2026-06-29',
  statementDue: '2026-06-08',
  overdue: true,
  missed: null,
};

describe('the issues on a terminal', () => {
  const textOf = (issue: IssueRegister['issues'][number]): string =>
    issuesText({ relationship: 'road', asOf: '2026-07-11', knownAt: null, issues: [issue] });

  it('say until when there is time, and by whom', () => {
    expect(textOf({ ...ISSUE, deadline: DEADLINE })).toContain(
      '2026-07-10 (senior representatives, overdue, extended from 2026-06-29, statement by 2026-06-08)',
    );
  });

  it('say nothing of it where no clock runs', () => {
    expect(textOf(ISSUE)).not.toContain('Due');
  });
});
