import { Readable } from 'node:stream';
import type { EventStore } from '@app/event-store';
import { ID_EXPECTED, ID_PATTERN } from '../entry/limits';
import { ocdsLines, type OcdsLines } from '../ocds/lines';
import { Problem, type ProblemCode } from '../problems';
import { appendLines } from './append-lines';
import { checkLines } from './check-lines';
import { csvLines } from './csv';
import type { Source } from './lines';
import { journalLines, type RawLine } from './raw-line';

export type ImportFormat = 'journal' | 'csv' | 'ocds';

export interface ImportOptions {
  readonly format: ImportFormat;
  /**
   * Required of a CSV journal; of a journal, the relationship of lines that name none, and of no other line; of an OCDS
   * package, that of every contract of its one process.
   */
  readonly relationship?: string;
  /** Appends the good lines and lists the bad ones, instead of nothing. */
  readonly keepGoing?: boolean;
  /** Time of the import, in milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number;
  /** Throws where a relationship takes no entries. */
  readonly assertWritable?: (relationship: string) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly phase: 'checking' | 'appending';
  readonly lines: number;
  /** Of all lines, once they have been counted. */
  readonly total: number | null;
}

export interface RejectedLine {
  /** Null in an OCDS package, whose fields are named by their path. */
  readonly line: number | null;
  readonly field: string | null;
  readonly code: ProblemCode;
  readonly detail: string;
}

export interface ImportReport {
  readonly lines: number;
  readonly appended: number;
  /** Lines that say what is recorded already. */
  readonly known: number;
  /** Empty unless the import kept going. */
  readonly rejected: readonly RejectedLine[];
  /** Of an OCDS package. */
  readonly ocds?: Pick<OcdsLines, 'relationships' | 'notTaken'>;
}

/**
 * Imports a file: the whole of it is checked first, then appended in chunks. Running it again appends nothing, and
 * completes one that was interrupted.
 *
 * @throws Problem of the first bad line, with its number, unless the import keeps going
 */
export async function importJournal(store: EventStore, source: Source, options: ImportOptions): Promise<ImportReport> {
  const { format, relationship } = options;
  if (relationship !== undefined && !ID_PATTERN.test(relationship)) {
    throw new Problem('invalid-parameter', `relationship: expected an id of ${ID_EXPECTED}`, 'relationship');
  }
  if (format !== 'ocds') return importLines(store, linesIn(source, options), options);
  const { lines, known, relationships, notTaken } = await ocdsLines(store, source, relationship);
  const report = await importLines(store, () => Readable.from(lines), options);
  return { ...report, lines: report.lines + known, known: report.known + known, ocds: { relationships, notTaken } };
}

async function importLines(
  store: EventStore,
  lines: () => AsyncIterable<RawLine>,
  options: ImportOptions,
): Promise<ImportReport> {
  const checked = await checkLines(store, lines, options);
  const rejected =
    options.format === 'ocds' ? checked.rejected.map((each) => ({ ...each, line: null })) : checked.rejected;
  const [first] = rejected;
  if (first !== undefined && options.keepGoing !== true) {
    throw new Problem(first.code, first.detail, first.field ?? undefined, first.line ?? undefined);
  }
  const appended = await appendLines(store, lines, checked, options);
  return {
    lines: checked.lines,
    appended,
    known: checked.lines - checked.rejectedCount - appended,
    rejected,
  };
}

function linesIn(source: Source, { format, relationship }: ImportOptions): () => AsyncIterable<RawLine> {
  if (format === 'journal') return () => journalLines(source, relationship);
  if (relationship === undefined) {
    throw new Problem(
      'invalid-parameter',
      'a CSV journal names no relationship: say which one it is of',
      'relationship',
    );
  }
  return () => csvLines(source, relationship);
}
