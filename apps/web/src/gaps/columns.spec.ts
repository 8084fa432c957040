import { columnsOf, type Gap } from './columns';

describe('the columns of the gap board', () => {
  const gap = (factor: number, seen: string, urgency: number | null) => ({ factor, seen, urgency }) as Gap;

  it('hold each factor once, the widest gap by weight first', () => {
    const columns = columnsOf([
      gap(601, 'seen-differently', 5000),
      gap(602, 'not-seen-by-all', null),
      gap(603, 'seen-differently', 7500),
      gap(604, 'in-hand', 0),
      gap(605, 'not-seen-by-all', 0),
    ]);
    expect(Object.entries(columns).map(([seen, gaps]) => [seen, gaps.map(({ factor }) => factor)])).toEqual([
      ['agreed-strength', []],
      ['agreed-weakness', []],
      ['seen-differently', [603, 601]],
      ['not-seen-by-all', [605, 602]],
      ['in-hand', [604]],
    ]);
  });
});
