import { csvOf } from './csv';
import { dateCell } from './data-table';

const rows = (...cells: Parameters<typeof csvOf>[0]['rows'][number]) =>
  csvOf({ name: 'x', columns: ['a'], rows: [cells] })
    .split('\r\n')
    .slice(1)
    .join('\r\n');

describe('a table as CSV', () => {
  it('has a line of names, and lines that end as RFC 4180 says', () => {
    expect(csvOf({ name: 'x', columns: ['Day', 'Score'], rows: [[{ day: '2026-03-31' }, 60.4753]] })).toBe(
      'Day,Score\r\n2026-03-31,60.4753\r\n',
    );
  });

  it('quotes what would break a row, and keeps formulas from being any', () => {
    expect(
      csvOf({
        name: 'x',
        columns: ['a', 'b'],
        rows: [
          ['x,y', 'he said "no"'],
          ['=1+1', -2],
          [null, 'two\nlines'],
        ],
      }),
    ).toBe('a,b\r\n"x,y","he said ""no"""\r\n\'=1+1,-2\r\n,"two\nlines"\r\n');
  });

  it('quotes what would end a cell', () => {
    expect(rows('a, b', 'say "no"', 'two\nlines', 'a\rb')).toBe('"a, b","say ""no""","two\nlines","a\rb"\r\n');
  });

  it.each(['=1+1', '+44', '-x', '@SUM(A1)', ' =1', '\t=1', '\u200b=1', '＝1'])('keeps %j a text', (text) => {
    expect(rows(text).replaceAll('"', '').startsWith(`'${text}`)).toBe(true);
  });

  it('leaves numbers as they are, exact ones too', () => {
    expect(rows(-1.5, { amount: '-151500.00' }, null, 0)).toBe('-1.5,-151500.00,,0\r\n');
  });
});

it('a date is as precise as it was said', () => {
  expect(['2019', '2019-06', '2019-06-20', '2019-06-20T10:00:00Z', null].map(dateCell)).toEqual([
    '2019',
    '2019-06',
    { day: '2019-06-20' },
    { day: '2019-06-20' },
    null,
  ]);
});
