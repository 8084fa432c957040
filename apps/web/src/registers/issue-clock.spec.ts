import type { Schemas } from '../api/client';
import { byClock, daysLeft } from './issue-clock';

type Issue = Schemas['IssueAnswer'];

describe('the clock of an issue', () => {
  it.each([
    ['2026-03-31', '2026-03-31', 0],
    ['2026-03-27', '2026-04-02', 6],
    ['2026-04-03', '2026-04-02', -1],
  ])('leaves from %s to %s %d days, also where clocks change', (asOf, due, days) => {
    expect(daysLeft(asOf, due)).toBe(days);
  });

  it('puts what ends first first', () => {
    const issue = (id: string, situation: string, due: string | null) =>
      ({ id, situation, deadline: due === null ? null : { due } }) as Issue;
    const { open, settled } = byClock([
      issue('none', 'open', null),
      issue('late', 'open', '2026-04-09'),
      issue('over', 'resolved', null),
      issue('soon', 'open', '2026-04-02'),
    ]);
    expect(open.map(({ id }) => id)).toEqual(['soon', 'late', 'none']);
    expect(settled.map(({ id }) => id)).toEqual(['over']);
  });
});
