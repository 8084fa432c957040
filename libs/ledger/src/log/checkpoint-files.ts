import { join } from 'node:path';
import { formatCheckpoint, InvalidNote, parseCheckpoint, parseNote, type Checkpoint } from '@app/integrity';
import { parseOrigin } from './origin';
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
  /** Every relationship of which a checkpoint is kept. */
  relationships(): string[];
  /**
   * Every relationship of which a checkpoint was ever signed here, whether one is kept or not.
   *
   * @remarks As far as this directory remembers it: in a file of its own, so that whoever loses the checkpoints does not
   * lose the knowledge that there were some.
   */
  signedOnce(): string[];
  /** Number of the last incarnation that was ever signed here; 0 where none was. */
  signedIncarnation(relationship: string): number;
  /**
   * All on disk when this returns.
   *
   * @throws CheckpointChanged where one is not the last any more; then none is written
   */
  replace(replacements: readonly Replacement[]): void;
  /** Adds what was signed, and is on disk, to `signedOnce`. */
  remember(checkpoints: readonly (SignedCheckpoint & { readonly relationship: string })[]): void;
  /** The last checkpoint that enough witnesses cosigned. */
  cosigned(relationship: string): SignedCheckpoint | null;
  /** Keeps it, and the cosignatures beside the last checkpoint where it is that one. */
  keepCosigned(relationship: string, cosigned: SignedCheckpoint, quorum: boolean): void;
  /** Puts the last one known of an incarnation aside, for ever: the next incarnation begins without one. */
  retire(relationship: string, last: SignedCheckpoint): void;
}

/** One line for each relationship of which a checkpoint was ever signed: its last incarnation, and its id. */
const SIGNED_LOGS = 'signed-logs';
const SIGNED_LOG = /^([1-9][0-9]*) (.+)$/;
const FORMAT = /^signed ([0-9]+)\n([^]*)$/;

export function checkpointFiles(dataDirectory: string): CheckpointFiles {
  const folder = join(dataDirectory, PRIVATE_DIRECTORY, 'checkpoints');
  const pathOf = (relationship: string): string => join(folder, fileNameOf(relationship));
  const cosignedPathOf = (relationship: string): string =>
    join(dataDirectory, PRIVATE_DIRECTORY, 'cosigned', fileNameOf(relationship));
  const signedPath = join(dataDirectory, PRIVATE_DIRECTORY, SIGNED_LOGS);
  let signed: Map<string, number> | null = null;
  const signedLogs = (): Map<string, number> => (signed ??= incarnationsIn(readText(signedPath) ?? ''));
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
  const cosigned = (relationship: string): SignedCheckpoint | null => read(cosignedPathOf(relationship), relationship);
  const incarnationCosigned = (relationship: string): number => {
    try {
      const found = cosigned(relationship);
      return found === null ? 0 : incarnationOf(found);
    } catch (error) {
      if (!(error instanceof Error && error.cause instanceof InvalidNote)) throw error;
      // A damaged one does not say which it was of.
      return 0;
    }
  };
  return {
    last,
    cosigned,
    signedOnce: () => [...signedLogs().keys()],
    signedIncarnation: (relationship) =>
      Math.max(signedLogs().get(relationship) ?? 0, incarnationCosigned(relationship)),
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
    remember: (checkpoints) => {
      const logs = signedLogs();
      const fresh = checkpoints.filter((each) => incarnationOf(each) !== logs.get(each.relationship));
      if (fresh.length === 0) return;
      const now = new Map([...logs, ...fresh.map((each) => [each.relationship, incarnationOf(each)] as const)]);
      writeDurably(signedPath, textOfIncarnations(now));
      signed = now;
    },
    retire: (relationship, { checkpoint, note, signedMs }) => {
      const name = `${fileNameOf(relationship)}.${checkpoint.size}`;
      writeDurably(join(dataDirectory, PRIVATE_DIRECTORY, 'broken-off', name), `signed ${signedMs}\n${note}`);
      if (cosigned(relationship) !== null) removeDurably(cosignedPathOf(relationship));
      if (last(relationship) !== null) removeDurably(pathOf(relationship));
    },
  };
}

/** What was signed, whoever cosigned it since. */
function textOf(signed: SignedCheckpoint | null): string | null {
  return signed && formatCheckpoint(signed.checkpoint);
}

function incarnationOf({ checkpoint }: SignedCheckpoint): number {
  return parseOrigin(checkpoint.origin)?.incarnation ?? 1;
}

function incarnationsIn(text: string): Map<string, number> {
  return new Map(
    text.split('\n').flatMap((line): [string, number][] => {
      const [, incarnation, relationship] = SIGNED_LOG.exec(line) ?? [];
      return relationship === undefined ? [] : [[relationship, Number(incarnation)]];
    }),
  );
}

function textOfIncarnations(incarnations: ReadonlyMap<string, number>): string {
  return [...incarnations].map(([relationship, incarnation]) => `${incarnation} ${relationship}\n`).join('');
}
