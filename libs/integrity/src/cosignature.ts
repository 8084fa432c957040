import { isSigned, signBytes, SIGNATURE_BYTES, type KeyPair } from './ed25519';
import { InvalidNote, keyIdOf, type Note, type NoteSignature, type VerifierKey } from './note';

const TIMESTAMP_BYTES = 8;

/** A witness's word that it saw the checkpoint, and nothing inconsistent before it. */
export interface Cosignature {
  readonly key: VerifierKey;
  /** Whole seconds since 1970-01-01 UTC. */
  readonly timestamp: number;
}

/** What is signed (C2SP tlog-cosignature, "Ed25519 signed message"). */
function messageOf(checkpointText: string, timestamp: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${timestamp}\n${checkpointText}`);
}

/** @param timestamp whole seconds since 1970-01-01 UTC */
export function cosign(checkpointText: string, name: string, keys: KeyPair, timestamp: number): NoteSignature {
  const time = Buffer.alloc(TIMESTAMP_BYTES);
  time.writeBigUInt64BE(BigInt(timestamp));
  const signature = Buffer.concat([time, signBytes(keys, messageOf(checkpointText, timestamp))]);
  return { name, id: keyIdOf(name, 'cosignature', keys.publicKey), signature };
}

/**
 * The cosignatures of a note by the keys of type `cosignature`; those of other keys are passed over.
 *
 * @throws InvalidNote where a cosignature of one of the keys does not hold
 */
export function cosignaturesOf({ text, signatures }: Note, keys: readonly VerifierKey[]): Cosignature[] {
  return keys.flatMap((key) => {
    if (key.type !== 'cosignature') return [];
    return signatures
      .filter(({ name, id }) => name === key.name && id === key.id)
      .map(({ signature }) => ({ key, timestamp: timestampOf(text, key, signature) }));
  });
}

function timestampOf(text: string, key: VerifierKey, signature: Buffer): number {
  const timestamp =
    signature.length === TIMESTAMP_BYTES + SIGNATURE_BYTES ? Number(signature.readBigUInt64BE()) : Number.NaN;
  const holds =
    Number.isSafeInteger(timestamp) &&
    isSigned(key.publicKey, messageOf(text, timestamp), signature.subarray(TIMESTAMP_BYTES));
  if (!holds) throw new InvalidNote(`the cosignature of ${key.name} does not hold`);
  return timestamp;
}
