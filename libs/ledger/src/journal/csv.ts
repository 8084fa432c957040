import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { sha256OfJson } from '@app/integrity';
import { catalogue } from '../catalogue/catalogue';
import { Problem } from '../problems';
import { MAX_IMPORT_LINE_LENGTH } from './limits';
import type { Source } from './lines';
import type { RawLine } from './raw-line';

const COLUMNS = ['date', 'party', 'category', 'polarity', 'summary', 'source'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** The columns of the fields that they become. */
const COLUMN_OF = { effective: 'date', sign: 'polarity', text: 'summary' } as const;

const POLARITIES: ReadonlySet<string> = new Set(['+', '-', '0']);

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
  const parser = parse({
    info: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: MAX_IMPORT_LINE_LENGTH,
  });
  // What goes wrong before the parser is thrown where its rows are read.
  pipeline(Readable.from(textOf(source)), parser, () => undefined);
  let headed = false;
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: readonly string[]; info: { lines: number } };
      if (!headed) {
        checkHeader(record);
        headed = true;
        continue;
      }
      yield { line: info.lines, columns: COLUMN_OF, ...rowLine(record, relationship, occurrences) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Problem('invalid-entry', error.message, undefined, Number(error['lines']));
    throw error;
  }
}

/** Decoded here, so that bytes that are no UTF-8 are refused and not replaced. */
async function* textOf(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new Problem('invalid-entry', 'the text is not UTF-8; save it as CSV in UTF-8');
    }
  };
  for await (const bytes of source()) yield decoded(bytes);
  yield decoded();
}

function checkHeader(names: readonly string[]): void {
  if (names.join() === COLUMNS.join()) return;
  throw new Problem('invalid-entry', `the first line must be ${COLUMNS.join()}`, undefined, 1);
}

function rowLine(
  fields: readonly string[],
  relationship: string,
  occurrences: Map<string, number>,
): Pick<RawLine, 'raw' | 'problem'> {
  if (fields.length !== COLUMNS.length) {
    return {
      problem: new Problem('invalid-entry', `expected ${COLUMNS.length} columns, not ${fields.length}`),
    };
  }
  const hash = sha256OfJson(fields);
  const occurrence = occurrences.get(hash) ?? 0;
  occurrences.set(hash, occurrence + 1);
  const id = `csv-${sha256OfJson([...fields, occurrence]).slice(0, ID_DIGITS)}`;
  const row = Object.fromEntries(COLUMNS.map((column, place) => [column, fields[place] ?? ''])) as Row;
  return lineOf(row, id, relationship);
}

function lineOf(row: Row, id: string, relationship: string): Pick<RawLine, 'raw' | 'problem'> {
  const category = Object.hasOwn(catalogue.csvCategories, row.category)
    ? catalogue.csvCategories[row.category]
    : undefined;
  if (category === undefined || typeof category === 'string') {
    const known = Object.keys(catalogue.csvCategories).filter((name) => name !== 'note');
    return { problem: new Problem('invalid-entry', `category: expected one of ${known.join(', ')}`, 'category') };
  }
  if (!POLARITIES.has(row.polarity)) {
    return { problem: new Problem('invalid-entry', 'polarity: expected one of +, -, 0', 'polarity') };
  }
  if (row.summary.trim() === '') {
    return { problem: new Problem('invalid-entry', 'summary: expected what happened, in words', 'summary') };
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
