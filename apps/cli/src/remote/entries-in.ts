import { InvalidJson, parseJson } from '@app/integrity';
import { Problem } from '@app/ledger';
import type { EntryToLog } from '@app/ledger/signing';

/** An entry of a file, and where it stands: its line, or its place in a list, from 1. */
export interface PlacedEntry {
  readonly line: number;
  readonly body: EntryToLog;
}

/** What the command adds itself. */
const ADDED = ['signature', 'checkpointSeen'];

/**
 * The entries of a text: one as JSON, a list of them, or one a line (NDJSON).
 *
 * @throws Problem `invalid-json`, `invalid-entry` with the line at fault
 */
export function entriesIn(text: string): readonly PlacedEntry[] {
  const whole = parsed(text);
  const values = whole instanceof InvalidJson ? linesIn(text) : (Array.isArray(whole) ? whole : [whole]).map(placed);
  if (values.length === 0) throw new Problem('invalid-json', 'there is no entry to log');
  return values.map(({ line, value }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Problem('invalid-entry', 'expected an entry as a JSON object', undefined, line);
    }
    const added = ADDED.find((name) => Object.hasOwn(value, name));
    if (added !== undefined) throw new Problem('invalid-entry', `${added}: is added here, leave it out`, added, line);
    return { line, body: value as EntryToLog };
  });
}

interface Placed {
  readonly line: number;
  readonly value: unknown;
}

function placed(value: unknown, index: number): Placed {
  return { line: index + 1, value };
}

function linesIn(text: string): Placed[] {
  return text.split('\n').flatMap((each, index) => {
    if (each.trim() === '') return [];
    const value = parsed(each);
    if (value instanceof InvalidJson) throw new Problem('invalid-json', value.message, undefined, index + 1);
    return [placed(value, index)];
  });
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof InvalidJson) return error;
    throw error;
  }
}
