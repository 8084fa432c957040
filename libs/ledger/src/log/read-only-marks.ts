import { join } from 'node:path';
import { Problem } from '../problems';
import { fileNameOf, PRIVATE_DIRECTORY, readText, relationshipsIn, removeDurably, writeDurably } from './private-files';

/** Which ledgers take no entry any more, and why: one small file each, so that no restart forgets it. */
export interface ReadOnlyMarks {
  /** In one sentence without a full stop; null of a ledger that takes entries. */
  reason(relationship: string): string | null;
  relationships(): string[];
  mark(relationship: string, reason: string): void;
  /** The same, whatever was the reason before. */
  replace(relationship: string, reason: string): void;
  /** Does nothing where it is not marked. */
  clear(relationship: string): void;
}

export function readOnlyMarks(dataDirectory: string): ReadOnlyMarks {
  const folder = join(dataDirectory, PRIVATE_DIRECTORY, 'read-only');
  const pathOf = (relationship: string): string => join(folder, fileNameOf(relationship));
  const reason = (relationship: string): string | null => {
    try {
      return readText(pathOf(relationship))?.trimEnd() ?? null;
    } catch (error) {
      // One that is there says enough; where nobody can see whether it is, nobody knows.
      if (!relationshipsIn(folder).includes(relationship)) throw error;
      const why = error instanceof Error ? error.message : String(error);
      const file = `${PRIVATE_DIRECTORY}/read-only/${fileNameOf(relationship)}`;
      return `is marked read-only, and ${file}, which says why, cannot be read (${why})`;
    }
  };
  const replace = (relationship: string, why: string): void => writeDurably(pathOf(relationship), `${why}\n`);
  return {
    reason,
    relationships: () => relationshipsIn(folder),
    // The first reason is the one to look into; what is found later may follow from it.
    mark: (relationship, why) => {
      if (reason(relationship) === null) replace(relationship, why);
    },
    replace,
    clear: (relationship) => {
      if (reason(relationship) !== null) removeDurably(pathOf(relationship));
    },
  };
}

/** The marks while a ledger is compared once more: what was found before stays on disk, and counts only if found again. */
export function marksAnew(marks: ReadOnlyMarks): ReadOnlyMarks {
  const found = new Map<string, string>();
  return {
    ...marks,
    reason: (relationship) => found.get(relationship) ?? null,
    mark: (relationship, why) => {
      if (found.has(relationship)) return;
      found.set(relationship, why);
      marks.replace(relationship, why);
    },
  };
}

export function readOnlyProblem(relationship: string, reason: string): Problem {
  return new Problem('read-only', `the ledger of ${relationship} ${reason}`);
}
