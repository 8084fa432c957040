import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { formatCheckpoint, InvalidNote, parseCheckpoint, parseNote, type Checkpoint, type Note } from '@app/integrity';
import { Problem } from '../problems';
import { publicKeys, readKeys } from './key-files';
import { incarnationOf } from './origin';
import {
  fileNameOf,
  filesIn,
  moveDurably,
  PRIVATE_DIRECTORY,
  readText,
  relationshipsIn,
  removeDurably,
  writeAllDurably,
  writeDurably,
} from './private-files';
import { isSignedBy } from './signed-by';

/** The last checkpoint that was signed of a relationship. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** The signed note, with the cosignatures of witnesses as they came. */
  readonly note: string;
  /** When, in milliseconds. */
  readonly signedMs: number;
}

/** What a witness shows of a log, and no key that is known here has signed. */
export interface ClaimedCheckpoint {
  readonly witness: string;
  readonly checkpoint: Checkpoint;
  /** The signed note. */
  readonly note: string;
}

/** The file of a checkpoint is not what this process knows: another one, or none. */
export class CheckpointChanged extends Error {
  constructor(relationship: string) {
    super(`the last checkpoint of ${relationship} is another than the one that was signed before`);
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
  /** Every relationship of which a checkpoint is kept. */
  relationships(): string[];
  /**
   * Every relationship of which a checkpoint was ever signed here, whether one is kept or not.
   *
   * @remarks As far as this directory remembers it: in a file of its own, so that whoever loses the checkpoints does not
   * lose the knowledge that there were some.
   * @throws Problem `not-allowed-now` where that file is damaged, as whatever else needs it
   */
  signedOnce(): string[];
  /** Why it cannot be said, with what to do: without a full stop; null where it can. */
  signedOnceFault(): string | null;
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
  /** Adds what another directory of the same log remembers. */
  rememberAs(other: CheckpointFiles): void;
  /** The last checkpoint that enough witnesses cosigned. @throws DamagedCheckpoint */
  cosigned(relationship: string): SignedCheckpoint | null;
  /** Keeps it, and the cosignatures beside the last checkpoint where it is that one. */
  keepCosigned(relationship: string, cosigned: SignedCheckpoint, quorum: boolean): void;
  /**
   * Checkpoints of this log that witnesses have shown and that it did not go on from: until it does, or a break is
   * declared, it takes no entry. What was claimed is among them once the key that signed it is here.
   * @throws DamagedCheckpoint
   */
  shown(relationship: string): SignedCheckpoint[];
  /** Keeps what a witness has shown, beside whatever else was. */
  keepShown(relationship: string, shown: SignedCheckpoint): void;
  /** The log goes on from all of them now. */
  forgetShown(relationship: string): void;
  /**
   * What witnesses have shown that no key here has signed, the last of each. Anybody can have made it, and so nothing is
   * held against it.
   */
  claimed(relationship: string): ClaimedCheckpoint[];
  /** Keeps the note that a witness has shown, in the place of the one before. */
  keepClaimed(relationship: string, witness: string, note: string): void;
  forgetClaimed(relationship: string, witness: string): void;
  /**
   * Puts all that was signed, cosigned, shown and claimed of an incarnation aside as it is, for ever: the next one begins without.
   *
   * @param revision of the entry that declares the break
   */
  retire(relationship: string, revision: number): void;
  /** Puts the last checkpoint alone aside, as it is, so that another can take its place. */
  retireDamaged(relationship: string, revision: number): void;
}

/** One line for each relationship of which a checkpoint was ever signed: its last incarnation, and its id. */
const SIGNED_LOGS = 'signed-logs';
const SIGNED_LOG = /^([1-9][0-9]*) (.+)$/;
const FORMAT = /^signed ([0-9]+)\n([^]*)$/;
const CLAIM = /^witness (\S+)\n([^]*)$/;

export function checkpointFiles(dataDirectory: string): CheckpointFiles {
  const folder = join(dataDirectory, PRIVATE_DIRECTORY, 'checkpoints');
  const pathOf = (relationship: string): string => join(folder, fileNameOf(relationship));
  const cosignedPathOf = (relationship: string): string =>
    join(dataDirectory, PRIVATE_DIRECTORY, 'cosigned', fileNameOf(relationship));
  const shownFolder = join(dataDirectory, PRIVATE_DIRECTORY, 'shown');
  const pathsIn = (folder: string, relationship: string): string[] =>
    filesIn(folder)
      .filter((name) => name.startsWith(`${fileNameOf(relationship)}.`))
      .map((name) => join(folder, name));
  const shownPathsOf = (relationship: string): string[] => pathsIn(shownFolder, relationship);
  const claimedFolder = join(dataDirectory, PRIVATE_DIRECTORY, 'claimed');
  const claimedPathOf = (relationship: string, witness: string): string =>
    join(claimedFolder, `${fileNameOf(relationship)}.${createHash('sha256').update(witness).digest('hex')}`);
  const putAside = (path: string, relationship: string, suffix: string): void => {
    if (readText(path) === null) return;
    moveDurably(path, join(dataDirectory, PRIVATE_DIRECTORY, 'broken-off', `${fileNameOf(relationship)}.${suffix}`));
  };
  const signedPath = join(dataDirectory, PRIVATE_DIRECTORY, SIGNED_LOGS);
  let signed: Map<string, number> | null = null;
  const signedLogs = (): Map<string, number> => {
    if (signed !== null) return signed;
    const found = incarnationsIn(readText(signedPath));
    if (typeof found === 'string')
      throw new Problem('not-allowed-now', damagedMemory(dataDirectory, found), SIGNED_LOGS);
    return (signed = found);
  };
  /** Of each file the note whose signature was looked at. */
  const ownNotes = new Map<string, string>();
  const assertOwn = (note: Note, { origin }: Checkpoint): void => {
    // Whose key is lost or damaged is told of that, and signs nothing.
    if (readKeys(dataDirectory) === null) return;
    if (isSignedBy(note, origin, publicKeys(dataDirectory))) return;
    throw new InvalidNote('neither private/signing-key nor private/retired-keys holds a key that signed it');
  };
  const read = (path: string, relationship: string, whatToDo: string): SignedCheckpoint | null => {
    const text = readText(path);
    if (text === null) return null;
    const [, signed, note] = FORMAT.exec(text) ?? [];
    try {
      if (signed === undefined || note === undefined) throw new InvalidNote('it says not when it was signed');
      const parsed = parseNote(note);
      const checkpoint = parseCheckpoint(parsed.text);
      if (ownNotes.get(path) !== note) assertOwn(parsed, checkpoint);
      ownNotes.set(path, note);
      return { checkpoint, note, signedMs: Number(signed) };
    } catch (error) {
      if (!(error instanceof InvalidNote)) throw error;
      const file = relative(dataDirectory, path);
      const reason = `cannot be held against its last checkpoint: ${file} is damaged (${error.message}); ${whatToDo}`;
      throw new DamagedCheckpoint(relationship, reason);
    }
  };
  const last = (relationship: string): SignedCheckpoint | null => {
    const again = `bring it back from a backup and say "ledger recover ${relationship}"`;
    const held = 'give that the newest bundle or checkpoint that a party holds';
    return read(
      pathOf(relationship),
      relationship,
      `${again}, or ${held}, or, where there is none, ${declare(relationship)}`,
    );
  };
  const cosigned = (relationship: string): SignedCheckpoint | null =>
    read(cosignedPathOf(relationship), relationship, 'take it away: the witnesses are asked anew');
  const claims = (relationship: string): Claim[] =>
    pathsIn(claimedFolder, relationship).flatMap((path) => claimIn(readText(path), publicKeys(dataDirectory)) ?? []);
  const shown = (relationship: string): SignedCheckpoint[] => [
    ...shownPathsOf(relationship).flatMap(
      (path) => read(path, relationship, `bring it back from a backup, or ${declare(relationship)}`) ?? [],
    ),
    ...claims(relationship).filter(({ isOwn }) => isOwn),
  ];
  const forgetClaimed = (relationship: string, witness: string): void => {
    const path = claimedPathOf(relationship, witness);
    if (readText(path) !== null) removeDurably(path);
  };
  const incarnationCosigned = (relationship: string): number => {
    const found = unlessDamaged(() => cosigned(relationship));
    // One that is damaged does not say which it was of.
    return found === null ? 0 : incarnationOf(found.checkpoint.origin);
  };
  const rememberAll = (incarnations: readonly (readonly [string, number])[]): void => {
    const logs = signedLogs();
    const fresh = incarnations.filter(([relationship, incarnation]) => incarnation > (logs.get(relationship) ?? 0));
    if (fresh.length === 0) return;
    const now = new Map([...logs, ...fresh]);
    writeDurably(signedPath, textOfIncarnations(now));
    signed = now;
  };
  return {
    last,
    cosigned,
    signedOnce: () => [...signedLogs().keys()],
    signedOnceFault: () => {
      const found = incarnationsIn(readText(signedPath));
      return typeof found === 'string' ? damagedMemory(dataDirectory, found) : null;
    },
    signedIncarnation: (relationship) =>
      Math.max(signedLogs().get(relationship) ?? 0, incarnationCosigned(relationship)),
    keepCosigned: (relationship, cosigned, quorum) => {
      const text = `signed ${cosigned.signedMs}\n${cosigned.note}`;
      // Witnesses that are away are asked for days on end, and nothing new comes of it.
      const write = (path: string): void => {
        if (readText(path) !== text) writeDurably(path, text);
      };
      if (quorum) write(cosignedPathOf(relationship));
      if (textOf(last(relationship)) === textOf(cosigned)) write(pathOf(relationship));
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
    remember: (checkpoints) =>
      rememberAll(checkpoints.map((each) => [each.relationship, incarnationOf(each.checkpoint.origin)])),
    rememberAs: (other) =>
      rememberAll(other.signedOnce().map((relationship) => [relationship, other.signedIncarnation(relationship)])),
    shown,
    keepShown: (relationship, { checkpoint, note, signedMs }) => {
      const { origin, size, root } = checkpoint;
      const name = [fileNameOf(relationship), incarnationOf(origin), size, root.toString('hex')].join('.');
      writeDurably(join(shownFolder, name), `signed ${signedMs}\n${note}`);
    },
    forgetShown: (relationship) => {
      for (const path of shownPathsOf(relationship)) removeDurably(path);
      for (const { witness, isOwn } of claims(relationship)) if (isOwn) forgetClaimed(relationship, witness);
    },
    claimed: (relationship) => claims(relationship).filter(({ isOwn }) => !isOwn),
    keepClaimed: (relationship, witness, note) => {
      const [path, text] = [claimedPathOf(relationship, witness), `witness ${witness}\n${note}`];
      // It is asked for days on end, and shows the same.
      if (readText(path) !== text) writeDurably(path, text);
    },
    forgetClaimed,
    retire: (relationship, revision) => {
      putAside(cosignedPathOf(relationship), relationship, `cosigned-${revision}`);
      for (const [index, path] of shownPathsOf(relationship).entries()) {
        putAside(path, relationship, `shown-${revision}-${index + 1}`);
      }
      for (const [index, path] of pathsIn(claimedFolder, relationship).entries()) {
        putAside(path, relationship, `claimed-${revision}-${index + 1}`);
      }
      putAside(pathOf(relationship), relationship, `signed-${revision}`);
    },
    retireDamaged: (relationship, revision) => putAside(pathOf(relationship), relationship, `damaged-${revision}`),
  };
}

interface Claim extends SignedCheckpoint {
  readonly witness: string;
  /** A key that is here has signed it. */
  readonly isOwn: boolean;
}

/** One that is damaged tells nothing: its witness shows it again. */
function claimIn(text: string | null, keys: readonly Buffer[]): Claim | null {
  const [, witness, note] = CLAIM.exec(text ?? '') ?? [];
  if (witness === undefined || note === undefined) return null;
  try {
    const parsed = parseNote(note);
    const checkpoint = parseCheckpoint(parsed.text);
    return { witness, checkpoint, note, signedMs: 0, isOwn: isSignedBy(parsed, checkpoint.origin, keys) };
  } catch (error) {
    if (error instanceof InvalidNote) return null;
    throw error;
  }
}

/** Of a later incarnation of the log, or of the same and longer. */
export function isLater({ checkpoint: a }: SignedCheckpoint, { checkpoint: b }: SignedCheckpoint): boolean {
  const [ours, theirs] = [incarnationOf(a.origin), incarnationOf(b.origin)];
  return ours === theirs ? a.size > b.size : ours > theirs;
}

/** What is read of checkpoints, or the damage that keeps it from being read. */
export function orDamage<Read>(read: () => Read): Read | DamagedCheckpoint {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedCheckpoint) return error;
    throw error;
  }
}

/** The same; null where it is damaged. */
export function unlessDamaged<Read>(read: () => Read): Read | null {
  const found = orDamage(read);
  return found instanceof DamagedCheckpoint ? null : found;
}

function declare(relationship: string): string {
  return `"ledger recover ${relationship} --declare REASON"`;
}

/** What was signed, whoever cosigned it since. */
function textOf(signed: SignedCheckpoint | null): string | null {
  return signed && formatCheckpoint(signed.checkpoint);
}

/** What stands where not every line is as it was written. */
function damagedMemory(dataDirectory: string, where: string): string {
  return (
    `${PRIVATE_DIRECTORY}/${SIGNED_LOGS} of ${dataDirectory} is damaged (${where}), which remembers of which logs a ` +
    'checkpoint was signed: bring it back from a backup; where there is none, and private/checkpoints lacks no ' +
    'relationship, take the file away: it is written anew'
  );
}

/** Of no file: of none; where a line is not one that was written, or not all of it, which one. */
function incarnationsIn(text: string | null): Map<string, number> | string {
  const incarnations = new Map<string, number>();
  const lines = text?.split('\n') ?? [''];
  for (const [index, line] of lines.entries()) {
    const isEnd = index === lines.length - 1;
    if (isEnd && line === '' && text !== '') break;
    const [, incarnation, relationship] = SIGNED_LOG.exec(line) ?? [];
    if (isEnd || relationship === undefined) return `line ${index + 1}`;
    incarnations.set(relationship, Number(incarnation));
  }
  return incarnations;
}

function textOfIncarnations(incarnations: ReadonlyMap<string, number>): string {
  return [...incarnations].map(([relationship, incarnation]) => `${incarnation} ${relationship}\n`).join('');
}
