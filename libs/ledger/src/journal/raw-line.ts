import { InvalidJson, parseJson } from '@app/integrity';
import * as shape from '../entry/shape';
import { Problem } from '../problems';
import { linesOf, type Source } from './lines';

/** One line of a file before anything of it is believed: an object, or why it is none. */
export interface RawLine {
  /** From 1. */
  readonly line: number;
  readonly raw?: Readonly<Record<string, unknown>>;
  readonly problem?: Problem;
  /** What the file calls a field of the line, where it has another name for it. */
  readonly columns?: Readonly<Record<string, string>>;
}

/**
 * The lines of an NDJSON journal; empty ones are passed over.
 *
 * @param relationship for lines that name none; a line that names another is a problem
 */
export async function* journalLines(source: Source, relationship?: string): AsyncGenerator<RawLine> {
  for await (const { line, text } of linesOf(source)) {
    if (text.trim() === '') continue;
    yield { line, ...parsed(text, relationship) };
  }
}

function parsed(text: string, relationship?: string): Pick<RawLine, 'raw' | 'problem'> {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    if (error instanceof InvalidJson) return { problem: new Problem('invalid-json', error.message) };
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: new Problem('invalid-json', 'expected one JSON object a line') };
  }
  const raw = value as Record<string, unknown>;
  if (relationship === undefined) return { raw };
  const named = raw['relationship'] ?? relationship;
  if (named !== relationship) return { problem: shape.invalid('relationship', `${relationship}, or none`) };
  return { raw: { ...raw, relationship } };
}
