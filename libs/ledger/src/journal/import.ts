import type { EventStore } from '@app/event-store';
import { ID_EXPECTED, ID_PATTERN } from '../entry/limits';
import { Problem, type ProblemCode } from '../problems';
import { appendLines } from './append-lines';
import { checkLines } from './check-lines';
import { csvLines } from './csv';
import type { Source } from './lines';
import { journalLines, type RawLine } from './raw-line';

export type ImportFormat = 'journal' | 'csv';

export interface ImportOptions {
  readonly format: ImportFormat;
  /** Required of a CSV journal; of a journal, the relationship of lines that name none, and of no other line. */
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
  readonly line: number;
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
}

/**
 * Imports a file: the whole of it is checked first, then appended in chunks. Running it again appends nothing, and
 * completes one that was interrupted.
 *
 * @throws Problem of the first bad line, with its number, unless the import keeps going
 */
export async function importJournal(store: EventStore, source: Source, options: ImportOptions): Promise<ImportReport> {
  const lines = linesIn(source, options);
  const checked = await checkLines(store, lines, options);
  const [first] = checked.rejected;
  if (first !== undefined && options.keepGoing !== true) {
    throw new Problem(first.code, first.detail, first.field ?? undefined, first.line);
  }
  const appended = await appendLines(store, lines, checked, options);
  return {
    lines: checked.lines,
    appended,
    known: checked.lines - checked.rejectedCount - appended,
    rejected: checked.rejected,
  };
}

function linesIn(source: Source, { format, relationship }: ImportOptions): () => AsyncIterable<RawLine> {
  if (relationship !== undefined && !ID_PATTERN.test(relationship)) {
    throw new Problem('invalid-parameter', `relationship: expected an id of ${ID_EXPECTED}`, 'relationship');
  }
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
