import { join } from 'node:path';
import { formatCheckpoint, InvalidNote, parseCheckpoint, parseNote, type Checkpoint } from '@app/integrity';
import {
  fileNameOf,
  PRIVATE_DIRECTORY,
  readText,
  relationshipsIn,
  removeDurably,
  writeAllDurably,
  writeDurably,
} from './private-files';

/** The last checkpoint that was signed of a relationship. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** The signed note, with the cosignatures of witnesses as they came. */
  readonly note: string;
  /** When, in milliseconds. */
  readonly signedMs: number;
}

/** Another process has signed since, or the file is not what this one knows. */
export class CheckpointChanged extends Error {
  constructor(relationship: string) {
    super(`another process signed a checkpoint of ${relationship}`);
    this.name = 'CheckpointChanged';
  }
}

/** A new checkpoint of a relationship. */
export interface Replacement {
  readonly relationship: string;
  /** What `last` answered when the new one was decided. */
  readonly before: SignedCheckpoint | null;
  readonly next: SignedCheckpoint;
}

/** One small file a relationship, outside the database: what a database brought back from a backup is held against. */
export interface CheckpointFiles {
  /** @throws Error where the file is damaged */
  last(relationship: string): SignedCheckpoint | null;
  /** Every relationship of which a checkpoint was signed. */
  relationships(): string[];
  /**
   * All on disk when this returns.
   *
   * @throws CheckpointChanged where one is not the last any more; then none is written
   */
  replace(replacements: readonly Replacement[]): void;
  /** The last checkpoint that enough witnesses cosigned. */
  cosigned(relationship: string): SignedCheckpoint | null;
  /** Keeps it, and the cosignatures beside the last checkpoint where it is that one. */
  keepCosigned(relationship: string, cosigned: SignedCheckpoint, quorum: boolean): void;
  /** Puts the last one of an incarnation aside, for ever: the next incarnation begins without one. */
  retire(relationship: string, last: SignedCheckpoint): void;
}

const FORMAT = /^signed ([0-9]+)\n([^]*)$/;

export function checkpointFiles(dataDirectory: string): CheckpointFiles {
  const folder = join(dataDirectory, PRIVATE_DIRECTORY, 'checkpoints');
  const pathOf = (relationship: string): string => join(folder, fileNameOf(relationship));
  const cosignedPathOf = (relationship: string): string =>
    join(dataDirectory, PRIVATE_DIRECTORY, 'cosigned', fileNameOf(relationship));
  const read = (path: string, relationship: string): SignedCheckpoint | null => {
    const text = readText(path);
    if (text === null) return null;
    const [, signed, note] = FORMAT.exec(text) ?? [];
    try {
      if (signed === undefined || note === undefined) throw new InvalidNote('it says not when it was signed');
      return { checkpoint: parseCheckpoint(parseNote(note).text), note, signedMs: Number(signed) };
    } catch (error) {
      throw new Error(`${path} is no signed checkpoint of ${relationship}`, { cause: error });
    }
  };
  const last = (relationship: string): SignedCheckpoint | null => read(pathOf(relationship), relationship);
  return {
    last,
    cosigned: (relationship) => read(cosignedPathOf(relationship), relationship),
    keepCosigned: (relationship, cosigned, quorum) => {
      const text = `signed ${cosigned.signedMs}\n${cosigned.note}`;
      if (quorum) writeDurably(cosignedPathOf(relationship), text);
      if (textOf(last(relationship)) === textOf(cosigned)) writeDurably(pathOf(relationship), text);
    },
    relationships: () => relationshipsIn(folder),
    replace: (replacements) => {
      for (const { relationship, before } of replacements) {
        if (textOf(last(relationship)) !== textOf(before)) throw new CheckpointChanged(relationship);
      }
      writeAllDurably(
        folder,
        replacements.map(({ relationship, next: { signedMs, note } }) => ({
          name: fileNameOf(relationship),
          text: `signed ${signedMs}\n${note}`,
        })),
      );
    },
    retire: (relationship, { checkpoint, note, signedMs }) => {
      const name = `${fileNameOf(relationship)}.${checkpoint.size}`;
      writeDurably(join(dataDirectory, PRIVATE_DIRECTORY, 'broken-off', name), `signed ${signedMs}\n${note}`);
      if (read(cosignedPathOf(relationship), relationship) !== null) removeDurably(cosignedPathOf(relationship));
      removeDurably(pathOf(relationship));
    },
  };
}

/** What was signed, whoever cosigned it since. */
function textOf(signed: SignedCheckpoint | null): string | null {
  return signed && formatCheckpoint(signed.checkpoint);
}
