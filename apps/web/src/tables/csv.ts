import { looksLikeFormula, type DataCell, type DataTable } from './data-table';

/**
 * A table as CSV (RFC 4180), as the API writes its registers: UTF-8, lines end in CR LF, and a text that a spreadsheet
 * would take for a formula gets an apostrophe; a number does not.
 */
export function csvOf({ columns, rows }: DataTable): string {
  return [columns, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: DataCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.amount;
  const text = looksLikeFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
