import { strToU8, zipSync } from 'fflate';
import { looksLikeFormula, type DataCell, type DataTable } from './data-table';

/** The most characters that a cell holds (ECMA-376 leaves it open; spreadsheet programs do not). */
const MAX_CELL = 32_767;
const MAX_WIDTH = 60;
const MIN_WIDTH = 8;
/** Of every file within: the same tables make the same workbook. The oldest that a ZIP can say. */
const MODIFIED = '1980-01-01T00:00:00';
const MS_PER_DAY = 86_400_000;
/** Day 0 of the calendar of spreadsheets, right from March 1900 on. */
const DAY_0 = Date.UTC(1899, 11, 30);

/** Places in `cellXfs` of {@link STYLES}. */
const STYLE = { plain: 0, head: 1, day: 2, amount: 3, quoted: 4 } as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;

/**
 * Tables as an Office Open XML workbook (ECMA-376, XLSX), a sheet each. Numbers are numbers and days are days; texts are
 * texts, whatever they begin with: no cell has a formula.
 */
export function workbookOf(tables: readonly DataTable[]): Uint8Array<ArrayBuffer> {
  const numbered = tables.map((table, index) => ({ table, number: index + 1 }));
  const types = numbered.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  const sheets = numbered.map(
    ({ table, number }) => `<sheet name="${xmlText(table.name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  const relations = numbered.map(
    ({ number }) =>
      `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const files = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="rId${tables.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(
      numbered.map(({ table, number }) => [`xl/worksheets/sheet${number}.xml`, sheetOf(table)] as const),
    ),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(bytes, { mtime: MODIFIED });
}

function sheetOf({ columns, rows }: DataTable): string {
  const widths = columns.map((column, index) => {
    const longest = Math.max(column.length, ...rows.slice(0, 1_000).map((row) => lengthOf(row[index] ?? null)));
    return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + 2));
  });
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map((column, index) => textCell(placeOf(index, 1), column, STYLE.head));
  const lines = rows.map(
    (row, index) =>
      `<row r="${index + 2}">${row.map((cell, column) => cellOf(placeOf(column, index + 2), cell)).join('')}</row>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${head.join('')}</row>${lines.join('')}</sheetData></worksheet>`;
}

function cellOf(place: string, cell: DataCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textCell(place, cell, looksLikeFormula(cell) ? STYLE.quoted : STYLE.plain);
  if ('amount' in cell) return `<c r="${place}" s="${STYLE.amount}"><v>${cell.amount}</v></c>`;
  const serial = (Date.parse(cell.day) - DAY_0) / MS_PER_DAY;
  // Before March 1900 spreadsheets count a day that never was.
  return serial > 60 ? `<c r="${place}" s="${STYLE.day}"><v>${serial}</v></c>` : textCell(place, cell.day, STYLE.plain);
}

function textCell(place: string, text: string, style: number): string {
  const short = text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(short)}</t></is></c>`;
}

/** `A1`, `AA2`. */
function placeOf(column: number, row: number): string {
  const letters = (index: number): string =>
    (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
  return letters(column) + row;
}

function lengthOf(cell: DataCell): number {
  if (cell === null) return 0;
  if (typeof cell === 'object') return 'day' in cell ? cell.day.length : cell.amount.length;
  return String(cell).length;
}

/** As XML takes it; what XML has no way to say becomes a mark. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replaceAll('\r', '&#13;');
}
