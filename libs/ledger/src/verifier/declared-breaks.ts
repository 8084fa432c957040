import type { Checkpoint, MerkleTree } from '@app/integrity';
import type { CheckpointSeen, Envelope } from '../entry/entry';
import { incarnationOf } from '../log/origin';

/** An entry with which a ledger declared its record broken: what was signed before need not be in it any more. */
export interface DeclaredBreak {
  readonly relationship: string;
  readonly revision: number;
  /** RFC 3339 instant. */
  readonly recorded: string;
  /** As the operator gave it; null where the words are not there. */
  readonly reason: string | null;
  /** The last one that was signed before; null where it could not be read then. */
  readonly lastCheckpoint: CheckpointSeen | null;
  /** Whether all entries of that checkpoint are in the record as they were; null where that cannot be said. */
  readonly kept: boolean | null;
}

/** What `record.broken` says of the last checkpoint where that could not be read. */
export const UNREADABLE_CHECKPOINT = 'unreadable';

export function isBreak({ kind, imported, party }: Envelope): boolean {
  return kind === 'record.broken' && !imported && party === 'ledger';
}

/**
 * @param reason of its payload, whatever that is
 * @param tree of the entries before it, at least; null where they are not known to be those that were signed
 */
export function declaredBreak(envelope: Envelope, reason: unknown, tree: MerkleTree | null): DeclaredBreak {
  const { relationship, revision, recorded, facts } = envelope;
  const lastCheckpoint = checkpointIn(facts['lastCheckpoint']);
  return {
    relationship,
    revision,
    recorded: String(recorded),
    reason: typeof reason === 'string' ? reason : null,
    lastCheckpoint,
    kept: lastCheckpoint && isKept(lastCheckpoint, revision, tree),
  };
}

function checkpointIn(text: unknown): CheckpointSeen | null {
  const [, size, root] = typeof text === 'string' ? (/^([1-9][0-9]{0,14}) ([A-Za-z0-9+/]{43}=)$/.exec(text) ?? []) : [];
  return size === undefined || root === undefined ? null : { root, size: Number(size) };
}

/** The entry itself names that checkpoint, so it is none of its entries. */
function isKept({ size, root }: CheckpointSeen, revision: number, tree: MerkleTree | null): boolean | null {
  if (size > revision) return false;
  return tree && tree.root(size).toString('base64') === root;
}

/** Without a full stop: an entry is named beside it. */
export function breakText({ revision, recorded, reason, lastCheckpoint, kept }: DeclaredBreak): string {
  const why = reason === null ? 'for a reason that is not there to read' : `"${reason}"`;
  return `the record was declared broken on ${recorded.slice(0, 10)}: ${why}; ${beforeText(revision, lastCheckpoint, kept)}`;
}

function beforeText(revision: number, last: CheckpointSeen | null, kept: boolean | null): string {
  if (last === null) return 'which checkpoint was signed last before could not be read then';
  const signed = `a checkpoint of ${last.size} entries (root ${last.root}) was signed before`;
  if (kept === null) return `${signed}, and was not compared`;
  if (kept) return `${signed}, and they are all here as they were`;
  if (last.size <= revision) return `${signed}, and the first ${last.size} here are others`;
  return `${signed}, of which those from number ${revision} on are not here; one that you kept shows whether those before are as they were`;
}

/** The break that ended the incarnation in which a checkpoint was signed; undefined where it has not ended. */
export function breakAfter(breaks: readonly DeclaredBreak[], { origin }: Checkpoint): DeclaredBreak | undefined {
  return breaks[incarnationOf(origin) - 1];
}

/** What a checkpoint of an incarnation that ended shows, without a full stop. @param agrees whether its entries are the first */
export function beforeBreakText({ size, root }: Checkpoint, after: DeclaredBreak, agrees: boolean): string {
  const { revision, recorded, lastCheckpoint } = after;
  const named = lastCheckpoint?.size === size && lastCheckpoint.root === root.toString('base64');
  const then = `the log that it is of was broken off on ${recorded.slice(0, 10)}, which entry ${revision} declares${named ? ', naming this very checkpoint' : ''}`;
  if (agrees) return `its ${size} entries are all here as they were; ${then}`;
  const lost =
    size > revision
      ? `of its ${size} entries at least those from number ${revision} on are not here`
      : `its ${size} entries are not the first here`;
  return `${lost}: ${then}`;
}

/** What is said of a checkpoint whose log was begun anew without a word, or not where it should have been. */
export function incarnationFault(origin: string, declared: number): string {
  return `its last checkpoint is of ${origin}, incarnation ${incarnationOf(origin)} of the log, and ${declared} entries declare a break`;
}
