import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RecordedEvent } from '@app/event-store';
import { envelopeHash, HASH_BYTES, isSalt, leafHashOfText, payloadCommitment, SALT_CHARACTERS } from '@app/integrity';

const PER_EVENT = 3;
const [LEAF, ENVELOPE, COMMITMENT] = [0, HASH_BYTES, 2 * HASH_BYTES];

const BEFORE_PAYLOAD = '{"payload":';
const BEFORE_SALT = ',"salt":"';
const AFTER_SALT = '"}';
const NONE = '0'.repeat(2 * HASH_BYTES);

/** Hashes of what is stored of events, taken as it stands: whether that is canonical JSON the hashes themselves show. */
export interface StoredHashes {
  /** The event whose hashes these are. */
  readonly index: number;
  readonly bytes: Buffer;
}

/** Whether the stored envelope makes that leaf. */
export function makesLeaf({ bytes, index }: StoredHashes, leaf: Uint8Array): boolean {
  const at = index * PER_EVENT * HASH_BYTES + LEAF;
  return bytes.compare(leaf, 0, HASH_BYTES, at, at + HASH_BYTES) === 0;
}

/** Hash of the stored envelope, hex. */
export function envelopeOfStored({ bytes, index }: StoredHashes): string {
  const at = index * PER_EVENT * HASH_BYTES + ENVELOPE;
  return bytes.toString('hex', at, at + HASH_BYTES);
}

/** Commitment to the payload as it is stored, hex; null where its text is not followed by its salt and nothing else. */
export function commitmentOfStored({ bytes, index }: StoredHashes): string | null {
  const at = index * PER_EVENT * HASH_BYTES + COMMITMENT;
  const commitment = bytes.toString('hex', at, at + HASH_BYTES);
  return commitment === NONE ? null : commitment;
}

/** What is stored of events, of each its data and its metadata: one text behind the other. */
export function storedTexts(events: readonly Pick<RecordedEvent, 'json'>[]): string[] {
  const texts: string[] = [];
  for (const { json } of events) texts.push(json?.data ?? '', json?.metadata ?? '');
  return texts;
}

/** Of each event three hashes, one behind the other. @param texts as `storedTexts` gives them */
export function hashStored(texts: readonly string[]): Buffer {
  const hashes = Buffer.alloc((texts.length / 2) * PER_EVENT * HASH_BYTES);
  for (let event = 0; event < texts.length / 2; event += 1) {
    const [data, metadata] = [texts[2 * event] as string, texts[2 * event + 1] as string];
    const at = event * PER_EVENT * HASH_BYTES;
    leafHashOfText(data).copy(hashes, at + LEAF);
    hashes.write(envelopeHash(data), at + ENVELOPE, 'hex');
    const end = metadata.length - AFTER_SALT.length - SALT_CHARACTERS - BEFORE_SALT.length;
    const salt = metadata.slice(end + BEFORE_SALT.length, -AFTER_SALT.length);
    const isCanonical =
      metadata.startsWith(BEFORE_PAYLOAD) && metadata.startsWith(BEFORE_SALT, end) && metadata.endsWith(AFTER_SALT);
    if (!isCanonical || !isSalt(salt)) continue;
    const commitment = payloadCommitment(metadata.slice(BEFORE_PAYLOAD.length, end), salt);
    hashes.write(commitment, at + COMMITMENT, 'hex');
  }
  return hashes;
}

/** Takes the hashes of stored events, in whatever thread. */
export interface Hashing {
  /** As `hashStored`. */
  hash(texts: readonly string[]): Promise<Buffer>;
  end(): Promise<void>;
}

/** In the thread of whoever asks. */
export const hashingHere: Hashing = {
  hash: (texts) => Promise.resolve(hashStored(texts)),
  end: () => Promise.resolve(),
};

/** In a thread of its own, which starts at once: beside it the events are read, parsed and checked. */
export function hashingBeside(): Hashing {
  let failure = new Error('the thread that takes hashes has ended');
  const waiting: { readonly resolve: (hashes: Buffer) => void; readonly reject: (cause: Error) => void }[] = [];
  const thread = new Worker(join(__dirname, 'stored-hashes.worker.js'));
  thread.on('message', ({ buffer }: Uint8Array) => waiting.shift()?.resolve(Buffer.from(buffer)));
  thread.on('error', (cause: Error) => (failure = cause));
  thread.once('exit', () => {
    for (const { reject } of waiting.splice(0)) reject(failure);
  });
  return {
    hash: (texts) =>
      new Promise((resolve, reject) => {
        if (thread.threadId === -1) return reject(failure);
        waiting.push({ resolve, reject });
        thread.postMessage(texts);
      }),
    end: async () => void (await thread.terminate()),
  };
}
