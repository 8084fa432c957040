import type { EventStore, RecordedEvent } from '@app/event-store';
import { InvalidNote, parseCheckpoint, parseNote, type Checkpoint } from '@app/integrity';
import { envelopeOf, streamOf } from '../entry/read';
import { logPublicKey, rotationsIn } from '../verifier/keys';
import type { OwnFile } from '../verifier/known';
import { Problem } from '../problems';
import { checkpointFiles } from './checkpoint-files';
import { keysNamed } from './claim-log';
import { publicKeys } from './key-files';
import { keptLogName } from './log-identity';
import { isOriginOf, isSameLog, originOf, parseOrigin } from './origin';
import { isSignedBy } from './signed-by';

/** A checkpoint that whoever verifies a ledger has kept. */
export interface KnownCheckpoint {
  readonly file: string;
  readonly checkpoint: Checkpoint;
  /** False where nothing here tells name and key of the log: anybody can have written it then. */
  readonly isSigned: boolean;
}

const ROTATION_TYPE = 'logkey.rotated.';

/**
 * Reads a checkpoint that somebody kept. A ledger is held to what its log signed, and to nothing else.
 *
 * @param relationship the only one that is verified; absent: all of the log
 * @throws Problem `invalid-parameter` where the file is no checkpoint, one of another log, or one that no key of this log
 * has signed
 */
export async function knownCheckpoint(
  store: EventStore,
  dataDirectory: string,
  { name: file, text }: OwnFile,
  relationship?: string,
): Promise<KnownCheckpoint> {
  const refuse = (why: string): Problem => new Problem('invalid-parameter', `known: ${file} ${why}`, 'known');
  try {
    const note = parseNote(text);
    const checkpoint = parseCheckpoint(note.text);
    const { origin } = checkpoint;
    const of = parseOrigin(origin)?.relationship;
    if (of === undefined || (relationship !== undefined && !isOriginOf(relationship, origin))) {
      throw refuse(`is of the log ${origin}, not of one of ${relationship ?? 'a relationship'}`);
    }
    const { name, keys } = await identityOf(store, dataDirectory, of);
    if (name !== null && !isSameLog(origin, originOf({ name }, of))) {
      throw refuse(`is of the log ${origin}, and here is that of ${name}: neither says anything of the other`);
    }
    const isSigned = isSignedBy(note, origin, keys);
    if (isSigned || keys.length === 0) return { file, checkpoint, isSigned };
    throw refuse('is signed by no key of this log: it shows nothing, as anybody can write one in its name');
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw refuse(`is no signed checkpoint: ${error.message}`);
  }
}

/** What is known here of who signs a relationship: the directory, the store that several share, the entries. */
async function identityOf(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
): Promise<{ readonly name: string | null; readonly keys: readonly Buffer[] }> {
  const shared = await keysNamed(store);
  const rotated: Buffer[] = [];
  for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) rotated.push(...rotatedIn(event));
  return {
    name: keptLogName(dataDirectory) ?? shared.at(-1)?.name ?? signedName(dataDirectory, relationship),
    keys: [...publicKeys(dataDirectory), ...shared.map(({ publicKey }) => Buffer.from(publicKey, 'hex')), ...rotated],
  };
}

/** The name under which the last checkpoint was signed that is kept here. */
function signedName(dataDirectory: string, relationship: string): string | null {
  const last = checkpointFiles(dataDirectory).last(relationship);
  return last && (parseOrigin(last.checkpoint.origin)?.name ?? null);
}

/** The keys that an entry names as those of its log, the old one and the new one; none where it is no rotation. */
export function rotatedIn(event: RecordedEvent): Buffer[] {
  if (!event.type.startsWith(ROTATION_TYPE)) return [];
  return rotationsIn([envelopeOf(event)]).flatMap(({ old, new: next }) =>
    [logPublicKey(old), logPublicKey(next)].filter((key) => key !== null),
  );
}

/**
 * Public keys, in hex, that entries name as those of the log of a data directory and that it does not keep; none where it
 * keeps no key at all: then another process signs.
 *
 * @throws UnreadableEvent
 */
export async function lostRotatedKeys(store: EventStore, dataDirectory: string): Promise<string[]> {
  const kept = new Set(publicKeys(dataDirectory).map((key) => key.toString('hex')));
  if (kept.size === 0) return [];
  const lost = new Set<string>();
  for await (const { events, live } of store.follow({ lazy: true })) {
    const old = events.flatMap((event) => rotatedIn(event).slice(0, 1));
    for (const key of old.map((each) => each.toString('hex'))) if (!kept.has(key)) lost.add(key);
    if (live) break;
  }
  return [...lost];
}
