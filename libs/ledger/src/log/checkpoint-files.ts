import { join, relative } from 'node:path';
import { formatCheckpoint, InvalidNote, parseCheckpoint, parseNote, type Checkpoint } from '@app/integrity';
import { Problem } from '../problems';
import {
  fileNameOf,
  moveDurably,
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

/** The file of a checkpoint is not as it was written. */
export class DamagedCheckpoint extends Problem {
  constructor(
    readonly relationship: string,
    /** Of the ledger, with what to do: in one sentence without a full stop. */
    readonly reason: string,
  ) {
    super('read-only', `the ledger of ${relationship} ${reason}`);
    this.name = 'DamagedCheckpoint';
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
  /** @throws DamagedCheckpoint */
  last(relationship: string): SignedCheckpoint | null;
  /** Every relationship of which a checkpoint was signed. */
  relationships(): string[];
  /**
   * All on disk when this returns.
   *
   * @throws CheckpointChanged where one is not the last any more; then none is written
   */
  replace(replacements: readonly Replacement[]): void;
  /** The last checkpoint that enough witnesses cosigned. @throws DamagedCheckpoint */
  cosigned(relationship: string): SignedCheckpoint | null;
  /** Keeps it, and the cosignatures beside the last checkpoint where it is that one. */
  keepCosigned(relationship: string, cosigned: SignedCheckpoint, quorum: boolean): void;
  /** Puts the last one of an incarnation aside, for ever: the next incarnation begins without one. */
  retire(relationship: string, last: SignedCheckpoint): void;
  /** The same of a file that is damaged, as it is. @param revision of the entry that declares the break */
  retireDamaged(relationship: string, revision: number): void;
}

const FORMAT = /^signed ([0-9]+)\n([^]*)$/;

export function checkpointFiles(dataDirectory: string): CheckpointFiles {
  const folder = join(dataDirectory, PRIVATE_DIRECTORY, 'checkpoints');
  const pathOf = (relationship: string): string => join(folder, fileNameOf(relationship));
  const cosignedPathOf = (relationship: string): string =>
    join(dataDirectory, PRIVATE_DIRECTORY, 'cosigned', fileNameOf(relationship));
  const asidePathOf = (relationship: string, suffix: string | number): string =>
    join(dataDirectory, PRIVATE_DIRECTORY, 'broken-off', `${fileNameOf(relationship)}.${suffix}`);
  const read = (path: string, relationship: string, whatToDo: string): SignedCheckpoint | null => {
    const text = readText(path);
    if (text === null) return null;
    const [, signed, note] = FORMAT.exec(text) ?? [];
    try {
      if (signed === undefined || note === undefined) throw new InvalidNote('it says not when it was signed');
      return { checkpoint: parseCheckpoint(parseNote(note).text), note, signedMs: Number(signed) };
    } catch (error) {
      if (!(error instanceof InvalidNote)) throw error;
      const file = relative(dataDirectory, path);
      const reason = `cannot be held against its last checkpoint: ${file} is damaged (${error.message}); ${whatToDo}`;
      throw new DamagedCheckpoint(relationship, reason);
    }
  };
  const last = (relationship: string): SignedCheckpoint | null => {
    const again = `bring it back from a backup and say "ledger recover ${relationship}"`;
    const never = `or, where there is none, "ledger recover ${relationship} --declare REASON"`;
    return read(pathOf(relationship), relationship, `${again}, ${never}`);
  };
  return {
    last,
    cosigned: (relationship) =>
      read(cosignedPathOf(relationship), relationship, 'take it away: the witnesses are asked anew'),
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
      writeDurably(asidePathOf(relationship, checkpoint.size), `signed ${signedMs}\n${note}`);
      if (readText(cosignedPathOf(relationship)) !== null) removeDurably(cosignedPathOf(relationship));
      removeDurably(pathOf(relationship));
    },
    retireDamaged: (relationship, revision) => {
      // What witnesses saw last is the best that is left to whoever looks into it later.
      const cosigned = cosignedPathOf(relationship);
      if (readText(cosigned) !== null) moveDurably(cosigned, asidePathOf(relationship, `cosigned-${revision}`));
      moveDurably(pathOf(relationship), asidePathOf(relationship, `damaged-${revision}`));
    },
  };
}

/** What was signed, whoever cosigned it since. */
function textOf(signed: SignedCheckpoint | null): string | null {
  return signed && formatCheckpoint(signed.checkpoint);
}
