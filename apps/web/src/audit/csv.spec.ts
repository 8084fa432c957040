import { csvOf } from './csv';

describe('rows for spreadsheets', () => {
  it('quotes what would break a row, and keeps formulas from being any', () => {
    expect(csvOf(['a', 'b'], [['x,y', 'he said "no"'], ['=1+1', -2], [null, 'two\nlines']])).toBe(
      'a,b\r\n"x,y","he said ""no"""\r\n\'=1+1,-2\r\n,"two\nlines"\r\n',
    ); // prettier-ignore
  });
});
