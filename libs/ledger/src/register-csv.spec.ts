import { parse } from 'csv-parse/sync';
import { registerCsv } from './register-csv';

const dates = { relationship: 'road', asOf: '2026-03-31', knownAt: null };
const csv = (rows: readonly object[]): string => registerCsv('issues', { ...dates, issues: rows } as never);
const cells = (rows: readonly object[]): Record<string, string>[] => parse(csv(rows), { columns: true });

describe('a register as CSV', () => {
  it('has a line for each row, a column for whatever any of them says, and the dates of the question', () => {
    expect(
      csv([
        { id: 'keys', level: 1 },
        { id: 'gully', isOpen: true, owner: null },
      ]),
    ).toBe(
      [
        'relationship,asOf,knownAt,id,level,isOpen,owner',
        'road,2026-03-31,,keys,1,,',
        'road,2026-03-31,,gully,,true,',
        '',
      ].join('\r\n'),
    );
  });

  it('is a line of titles where nothing is there', () => {
    expect(csv([])).toBe('relationship,asOf,knownAt\r\n');
  });

  it('names what is within with a dot, and puts lists of words and of amounts into one cell', () => {
    const pounds = { amount: '1.50', currency: 'GBP' };
    const reports = [{ entry: 'e-1', amount: pounds }];
    expect(
      cells([{ forecast: pounds, realised: [pounds, pounds], entries: ['e-1', 'e-2'], reports, none: [] }]),
    ).toEqual([
      {
        ...{ relationship: 'road', asOf: '2026-03-31', knownAt: '', none: '' },
        ...{ 'forecast.amount': '1.50', 'forecast.currency': 'GBP' },
        ...{ realised: '1.50 GBP; 1.50 GBP', entries: 'e-1; e-2', reports: JSON.stringify(reports) },
      },
    ]);
  });

  it('keeps quotes, commas and line breaks, and gives a spreadsheet no formula', () => {
    const title = 'He said "no",\r\nthen left';
    const formulas = ['=1+1', '+1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];
    expect(cells([{ title, ...Object.fromEntries(formulas.map((text, index) => [`f${index}`, text])) }])).toMatchObject(
      [{ title, ...Object.fromEntries(formulas.map((text, index) => [`f${index}`, `'${text}`])) }],
    );
    expect(cells([{ reason: { text: '=cmd' }, list: ['=a', 'b'] }])).toMatchObject([
      { 'reason.text': "'=cmd", list: "'=a; b" },
    ]);
  });

  it('keeps every row whole, and gives no formula behind spaces or line breaks', () => {
    const rows = ['harmless\n=1+1', 'harmless\r=1+1', 'one\ntwo', ' =1', '\n=1', '\r\n+1', '\u00a0@x', '-2+3'];
    const read = [...rows.slice(0, 3), ...rows.slice(3).map((title) => `'${title}`)];
    expect(cells(rows.map((title) => ({ title }))).map(({ title }) => title)).toEqual(read);
  });

  it('leaves an amount below zero as it is', () => {
    const loss = { amount: '-1.50', currency: 'GBP' };
    expect(cells([{ change: -2, tiny: -1e-7, forecast: loss, realised: [loss, loss] }])).toMatchObject([
      { change: '-2', tiny: '-1e-7', 'forecast.amount': '-1.50', realised: '-1.50 GBP; -1.50 GBP' },
    ]);
  });

  it('has no column for what is null in one row and within in another', () => {
    const [first, second] = cells([{ forecast: null }, { forecast: { amount: '1.50', currency: 'GBP' } }]);
    expect(Object.keys(first ?? {})).not.toContain('forecast');
    expect([first?.['forecast.amount'], second?.['forecast.amount']]).toEqual(['', '1.50']);
  });
});
