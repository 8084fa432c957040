import type { EventStore, Json, JsonObject, RecordedEvent } from '@app/event-store';
import { canonicalJson, envelopeHash, InvalidJson, payloadCommitment } from '@app/integrity';
import { learnKeys, noKeys, signatureProblem, type PartyKeys } from '../keys/party-keys';
import { signedWordsFault } from '../keys/signed-words';
import { Problem } from '../problems';
import { envelopeOf, streamOf } from './read';

/** The first entry that is not what it should be, in the order of the log. */
export interface FirstBad {
  /** Null, as the rest, where the entry cannot even be read. */
  readonly relationship: string | null;
  readonly revision: number | null;
  readonly position: string | null;
  readonly id: string | null;
  /** What is wrong with it, without a full stop. */
  readonly reason: string;
}

export interface Verification {
  readonly valid: boolean;
  /** Entries that were checked. */
  readonly entries: number;
  readonly firstBad: FirstBad | null;
}

/** How often `onProgress` is told, in entries. */
const PROGRESS_ENTRIES = 1_000;

/**
 * Checks what the log says of itself: revisions without a gap, positions that grow, envelopes that stand where they
 * say, each bound to the one before it and to its payload, and signed by its party where that party signs. It ends at
 * the first entry that fails.
 *
 * @remarks It finds what was changed, moved or taken out of the middle. What was cut off at the end, or written anew
 * from some entry on, only a checkpoint kept elsewhere can show.
 * @param relationship only this one; absent: all of the log
 * @throws Problem `relationship-not-found`, and the errors of the event store
 */
export async function verifyLedger(
  store: EventStore,
  relationship?: string,
  onProgress?: (entries: number) => void,
): Promise<Verification> {
  const chains = new Map<string, Chain>();
  let entries = 0;
  let lastPosition: string | null = null;
  const bad = (firstBad: FirstBad): Verification => ({ valid: false, entries, firstBad });
  try {
    for await (const event of relationship === undefined ? wholeLog(store) : store.read(streamOf(relationship))) {
      lastPosition = event.position;
      const belongsTo = relationshipOf(event.stream);
      if (belongsTo === null) continue;
      const chain = chains.get(event.stream) ?? { revision: -1, position: '', hash: null, keys: noKeys() };
      const next = follow(chain, event);
      if (typeof next === 'string') {
        const { revision, position, data } = event;
        const id = typeof data['id'] === 'string' ? data['id'] : null;
        return bad({ relationship: belongsTo, revision, position, id, reason: next });
      }
      chains.set(event.stream, next);
      entries++;
      if (entries % PROGRESS_ENTRIES === 0) onProgress?.(entries);
    }
  } catch (error) {
    // Stores read events in batches: one that is no JSON any more hides its neighbours too.
    if (!(error instanceof SyntaxError)) throw error;
    const reason = `an event soon after position ${lastPosition ?? 'of the beginning'} is no JSON: ${error.message}`;
    return bad({ relationship: relationship ?? null, revision: null, position: null, id: null, reason });
  }
  if (relationship !== undefined && entries === 0) {
    throw new Problem('relationship-not-found', `there is no relationship ${relationship}`);
  }
  return { valid: true, entries, firstBad: null };
}

/** A chain as far as it is sound. */
interface Chain {
  readonly revision: number;
  readonly position: string;
  readonly hash: string | null;
  /** Those of the parties, changed in place. */
  readonly keys: PartyKeys;
}

function relationshipOf(stream: string): string | null {
  const prefix = streamOf('');
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : null;
}

/** The chain with the event, or what is wrong with the event. */
function follow(chain: Chain, event: RecordedEvent): Chain | string {
  const { stream, revision, position, type, data, metadata } = event;
  if (revision !== chain.revision + 1) return `revision ${chain.revision + 1} is missing`;
  if (position <= chain.position) return 'it stands before an earlier entry in the log';
  if (data['stream'] !== stream) return 'its envelope belongs to another stream';
  if (data['revision'] !== revision) return 'its envelope belongs to another revision';
  if (relationshipOf(stream) !== data['relationship']) return 'its envelope belongs to another relationship';
  if (type.replace(/\.v\d+$/, '') !== data['kind']) return 'its envelope is of another kind';
  if (data['previous'] !== chain.hash) return 'its envelope does not name the entry before it';
  const { payload, salt } = metadata;
  try {
    if (typeof salt !== 'string' || payload === undefined) return 'its payload is missing';
    if (payloadCommitment(canonicalJson(payload), salt) !== data['commitment']) {
      return 'its payload is not the one that was recorded';
    }
    if (!isSignable(data)) return 'its envelope cannot be read';
    const envelope = envelopeOf(event);
    const signing = signatureProblem(chain.keys, envelope)?.detail ?? signedWordsFault(event);
    if (signing !== null) return signing;
    learnKeys(chain.keys, envelope);
    return { revision, position, hash: envelopeHash(canonicalJson(data)), keys: chain.keys };
  } catch (error) {
    if (error instanceof InvalidJson || error instanceof RangeError) return `it cannot be read: ${error.message}`;
    throw error;
  }
}

/** Whether what was read has the shape of what is signed, whatever it says. */
function isSignable({ facts, signature }: JsonObject): boolean {
  const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null;
  if (!isObject(facts)) return false;
  if (signature === undefined) return true;
  return isObject(signature) && ['key', 'body', 'value'].every((name) => typeof signature[name] === 'string');
}

async function* wholeLog(store: EventStore): AsyncGenerator<RecordedEvent> {
  for await (const { events, live } of store.follow()) {
    yield* events;
    if (live) return;
  }
}
