import { portfolioSearchOf, rowsShown } from './portfolio-search';

describe('the address of the portfolio', () => {
  it('holds both clocks and what is looked for', () => {
    const search = { asOf: '2026-03-31', knownAt: '2026-04-30', find: 'north' };
    expect(portfolioSearchOf({ ...search, other: 1 })).toEqual(search);
  });

  it('takes digits, and leaves out what is nothing', () => {
    expect(portfolioSearchOf({ find: 2016 })).toEqual({ find: '2016' });
    expect(portfolioSearchOf({ find: '', asOf: 'soon' })).toEqual({});
  });
});

describe('the rows of the portfolio', () => {
  const rows = [
    { id: 'south', title: 'South Road' },
    { id: 'b', title: 'North Road' },
    { id: 'a', title: 'North Road' },
  ];

  it('stand by title', () => {
    expect(rowsShown(rows, undefined).map(({ id }) => id)).toEqual(['a', 'b', 'south']);
  });

  it('are those that hold all words, in title or id', () => {
    expect(rowsShown(rows, 'road SOUTH').map(({ id }) => id)).toEqual(['south']);
    expect(rowsShown(rows, 'east')).toEqual([]);
  });
});
