import { strFromU8, unzipSync } from 'fflate';
import { workbookOf } from './workbook';

const filesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

describe('tables as a workbook', () => {
  const bytes = workbookOf([
    {
      name: 'Course & factors',
      columns: ['Day', 'Score', 'Amount', 'Text'],
      rows: [
        [{ day: '2026-03-31' }, 60.4753, { amount: '151500.00' }, 'Shared <early> & "openly"'],
        [{ day: '1850-01-01' }, -1, null, '=HYPERLINK("x")'],
      ],
    },
    { name: 'Empty', columns: ['Only'], rows: [] },
  ]);
  const files = filesOf(bytes);
  const sheet = files['xl/worksheets/sheet1.xml'] ?? '';

  it('has a sheet for each, under its name', () => {
    expect(files['xl/workbook.xml']).toContain(
      '<sheet name="Course &#38; factors" sheetId="1" r:id="rId1"/><sheet name="Empty"',
    );
    expect(Object.keys(files)).toContain('xl/worksheets/sheet2.xml');
  });

  it('has numbers as numbers and days as days', () => {
    expect(sheet).toContain('<c r="A2" s="2"><v>46112</v></c>');
    expect(sheet).toContain('<c r="B2"><v>60.4753</v></c>');
    expect(sheet).toContain('<c r="C2" s="3"><v>151500.00</v></c>');
  });

  it('has texts as texts, and no formula', () => {
    expect(sheet).toContain('Shared &#60;early&#62; &#38; &#34;openly&#34;');
    expect(sheet).toContain(
      '<c r="D3" s="4" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&#34;x&#34;)</t></is></c>',
    );
    expect(sheet).not.toContain('<f');
    // A day that spreadsheets cannot count stays one to read.
    expect(sheet).toContain('1850-01-01');
  });

  it('takes any text, and cuts what no cell holds', () => {
    const long = 'x'.repeat(40_000);
    const { 'xl/worksheets/sheet1.xml': xml = '' } = filesOf(
      workbookOf([{ name: 'x', columns: Array<string>(28).fill('c'), rows: [['a\u0000b\ud800c\r\nd', long]] }]),
    );
    expect(xml).toContain('a\uFFFDb\uFFFDc&#13;\nd');
    expect(xml).toContain('x…</t>');
    expect(xml).toContain('r="AB1"');
  });

  it('is the same of the same tables', () => {
    const again = workbookOf([{ name: 'x', columns: ['c'], rows: [[1]] }]);
    expect(workbookOf([{ name: 'x', columns: ['c'], rows: [[1]] }])).toEqual(again);
  });
});
