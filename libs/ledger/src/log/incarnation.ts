import { UnreadableEvent, type EventStore, type JsonObject, type RecordedEvent } from '@app/event-store';
import type { CheckpointSeen, Envelope } from '../entry/entry';
import { envelopeOf, relationshipOf, streamOf } from '../entry/read';
import { Problem } from '../problems';
import { isBreak } from '../verifier/declared-breaks';
import { checkpointFiles, type CheckpointFiles } from './checkpoint-files';
import { publicKeys } from './key-files';
import { PRIVATE_DIRECTORY } from './private-files';

/** What the entries of a log say of what was signed of it since the last declared break of its record. */
export interface Incarnation {
  /** 1, and one more for each declared break. */
  number: number;
  /** Entries before it, with the one that records the break. */
  begun: number;
  /** The largest of its checkpoints that the author of an entry had seen. */
  seen: CheckpointSeen | null;
}

export function firstIncarnation(): Incarnation {
  return { number: 1, begun: 0, seen: null };
}

/**
 * Takes an entry in, changing the incarnation in place.
 *
 * @throws UnreadableEvent where it says in no way that a ledger writes what its author had seen
 */
export function learnIncarnation(incarnation: Incarnation, event: RecordedEvent): void {
  const envelope = envelopeOf(event) as Envelope | null;
  // What another record says of its own log says nothing of this one.
  if (envelope === null || envelope.imported) return;
  if (isBreak(envelope)) {
    Object.assign(incarnation, { number: incarnation.number + 1, begun: event.revision + 1, seen: null });
    return;
  }
  const seen = seenIn(event);
  if (seen === null || seen.size < incarnation.begun) return;
  if (seen.size > (incarnation.seen?.size ?? 0)) incarnation.seen = seen;
}

/** Null where it names none. */
function seenIn({ stream, revision, position, data }: RecordedEvent): CheckpointSeen | null {
  const { checkpointSeen } = data;
  if (checkpointSeen === undefined) return null;
  const { size, root } = (checkpointSeen ?? {}) as JsonObject;
  if (typeof size === 'number' && Number.isSafeInteger(size) && size >= 1 && typeof root === 'string') {
    return { size, root };
  }
  throw new UnreadableEvent(stream, revision, position, new Error('it names a checkpoint that there cannot be'));
}

/** The incarnation in which a log is, read from the store. @throws UnreadableEvent */
export async function incarnationIn(store: EventStore, relationship: string): Promise<Incarnation> {
  const incarnation = firstIncarnation();
  for await (const event of store.read(streamOf(relationship))) learnIncarnation(incarnation, event);
  return incarnation;
}

/**
 * What is said of a log of which no checkpoint is kept, although one was signed: what is in it cannot be held against
 * anything, and must not be signed as if it had always been so. Null where nothing shows that it was ever signed.
 */
export function lostCheckpoint(
  files: CheckpointFiles,
  relationship: string,
  { number, seen }: Incarnation,
): string | null {
  if (seen === null && files.signedIncarnation(relationship) < number) return null;
  const size = seen === null ? '' : ` (an author had seen one of ${seen.size} entries)`;
  return (
    `was signed${size}, and its last checkpoint is missing: bring private/checkpoints back from a backup and compare ` +
    'again with "ledger recover", or give that the newest bundle or checkpoint that a party holds'
  );
}

/**
 * The logs of a store whose last checkpoint is missing, and what is said of each; none where this directory has no key:
 * then another process signs them.
 *
 * @param alone no other process signs this store
 * @throws what `EventStore.follow` throws
 */
export async function lostCheckpoints(
  store: EventStore,
  dataDirectory: string,
  alone = false,
): Promise<Map<string, string>> {
  const lost = new Map<string, string>();
  if (!alone && publicKeys(dataDirectory).length === 0) return lost;
  const files = checkpointFiles(dataDirectory);
  const kept = new Set(files.relationships());
  const unsigned = new Map<string, Incarnation>();
  for (const relationship of files.signedOnce()) {
    if (!kept.has(relationship)) unsigned.set(relationship, firstIncarnation());
  }
  for await (const { events, live } of store.follow({ lazy: true })) {
    for (const event of events) {
      const relationship = relationshipOf(event.stream);
      if (relationship === null || kept.has(relationship)) continue;
      const incarnation = unsigned.get(relationship) ?? firstIncarnation();
      unsigned.set(relationship, incarnation);
      learnWhatCanBeRead(incarnation, event);
    }
    if (live) break;
  }
  // A checkpoint that was signed meanwhile was on disk before anybody could see it.
  const signedMeanwhile = new Set(files.relationships());
  for (const [relationship, incarnation] of unsigned) {
    if (signedMeanwhile.has(relationship)) continue;
    const reason = lostCheckpoint(files, relationship, incarnation);
    if (reason !== null) lost.set(relationship, reason);
  }
  return lost;
}

/** What cannot be read is told by whoever verifies. */
function learnWhatCanBeRead(incarnation: Incarnation, event: RecordedEvent): void {
  try {
    learnIncarnation(incarnation, event);
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
  }
}

/**
 * Makes sure that no key is drawn for a log that was signed with one that is lost, with all that goes with it.
 *
 * @throws Problem `not-allowed-now`, and what `EventStore.follow` throws
 */
export async function assertKeyNotLost(store: EventStore, dataDirectory: string): Promise<void> {
  if (publicKeys(dataDirectory).length > 0) return;
  const [lost] = await lostCheckpoints(store, dataDirectory, true);
  if (lost === undefined) return;
  const [relationship, reason] = lost;
  const detail =
    `${PRIVATE_DIRECTORY}/signing-key is missing, and the ledger of ${relationship} ${reason}; bring all of ` +
    `${PRIVATE_DIRECTORY} back from a backup, or, where there is none, give the log a new key with ` +
    '"ledger rotate-key --lost POLICY"';
  throw new Problem('not-allowed-now', detail, 'signing-key');
}
