import { isForItsAuthor, isOwn } from './going-on';

const entry = (party: string, loggedBy: string | null = null) => ({ party, loggedBy });

it('offers an auditor the audits of auditors, and a party those that it reported', () => {
  const auditor = { party: null, role: 'auditor' } as const;
  const client = { party: 'client', role: 'member' } as const;
  expect(isOwn(entry('third-party', 'auditor'), auditor)).toBe(true);
  expect(isOwn(entry('third-party', 'client'), auditor)).toBe(false);
  expect(isOwn(entry('third-party'), auditor)).toBe(false);
  expect(isOwn(entry('client'), auditor)).toBe(false);
  expect(isOwn(entry('third-party', 'client'), client)).toBe(true);
  expect(isOwn(entry('client'), client)).toBe(true);
  expect(isOwn(entry('provider'), client)).toBe(false);
});

it('asks so of the audit of a finding and of the finding that is closed alone', () => {
  expect(isForItsAuthor('finding.raised', 'audit')).toBe(true);
  expect(isForItsAuthor('finding.closed', 'finding')).toBe(true);
  expect(isForItsAuthor('finding.answered', 'finding')).toBe(false);
});
