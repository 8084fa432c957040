/** A table as a file for spreadsheets has it. */
export interface DataTable {
  /** Of the file, or of the sheet: at most 31 characters, none of `[]/\:*?`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** A text, a number, nothing, a day (`YYYY-MM-DD`), or an exact decimal. */
export type DataCell = string | number | null | { readonly day: string } | { readonly amount: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A date as precise as it is: a day is one, a year or a month remains a text, of an instant its day is taken. */
export function dateCell(date: string | null): DataCell {
  if (date === null) return null;
  const day = date.slice(0, 10);
  return DAY.test(day) ? { day } : date;
}

/** What a spreadsheet may run, also behind spaces, line breaks and other characters that it does not show. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** Whether a spreadsheet could take a text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}
