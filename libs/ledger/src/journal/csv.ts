import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { sha256OfJson } from '@app/integrity';
import { catalogue } from '../catalogue/catalogue';
import { Problem } from '../problems';
import { linesOf, type Source } from './lines';
import type { RawLine } from './raw-line';

const COLUMNS = ['date', 'party', 'category', 'polarity', 'summary', 'source'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Hex digits of the row's hash in its id. */
const ID_DIGITS = 16;

/**
 * The rows of a CSV journal (RFC 4180, header `date,party,category,polarity,summary,source`) as journal lines: a row is
 * a note on the factor of its category. Its id follows from its fields and from how many equal rows stand before it.
 *
 * @throws Problem where the text is no such CSV
 */
export async function* csvLines(source: Source, relationship: string): AsyncGenerator<RawLine> {
  const occurrences = new Map<string, number>();
  const parser = Readable.from(textOf(source)).pipe(parse({ columns: header, info: true, bom: true }));
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: Row; info: { lines: number } };
      const fields = COLUMNS.map((column) => record[column]);
      const hash = sha256OfJson(fields);
      const occurrence = occurrences.get(hash) ?? 0;
      occurrences.set(hash, occurrence + 1);
      const id = `csv-${sha256OfJson([...fields, occurrence]).slice(0, ID_DIGITS)}`;
      yield { line: info.lines, ...lineOf(record, id, relationship) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Problem('invalid-entry', error.message, undefined, Number(error['lines']));
    throw error;
  }
}

/** Decoded here, so that bytes that are no UTF-8 are refused and not replaced. */
async function* textOf(source: Source): AsyncGenerator<string> {
  for await (const { text } of linesOf(source)) yield `${text}\r\n`;
}

function header(names: readonly string[]): string[] {
  if (names.join() !== COLUMNS.join()) {
    throw new Problem('invalid-entry', `the first line must be ${COLUMNS.join()}`, undefined, 1);
  }
  return [...names];
}

function lineOf(row: Row, id: string, relationship: string): Pick<RawLine, 'raw' | 'problem'> {
  const category = catalogue.csvCategories[row.category];
  if (category === undefined || typeof category === 'string') {
    const known = Object.keys(catalogue.csvCategories).filter((name) => name !== 'note');
    return { problem: new Problem('invalid-entry', `category: expected one of ${known.join(', ')}`, 'category') };
  }
  const factor = typeof category === 'object' ? (category?.factor ?? null) : category;
  // Raising something costs nothing; what a court or an inquiry finds is not raised by a party.
  const noFault = typeof category === 'object' && category?.noFault === true && row.party !== 'third-party';
  return {
    raw: {
      id,
      relationship,
      kind: 'note.logged',
      effective: row.date,
      party: row.party,
      factor,
      sign: noFault ? '0' : row.polarity,
      severity: 'moderate',
      text: row.summary,
      data: { category: row.category },
      source: row.source === '' ? null : row.source,
    },
  };
}
