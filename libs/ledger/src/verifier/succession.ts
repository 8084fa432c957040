import {
  formatVerifierKey,
  InvalidNote,
  judge,
  verifierKey,
  type Judged,
  type Note,
  type Policy,
  type VerifierKey,
} from '@app/integrity';
import type { Envelope } from '../entry/entry';
import { incarnationOf, isSameLog } from '../log/origin';
import { isBreak } from './declared-breaks';
import { logPublicKey, rotationsIn } from './keys';

/** A log that is not under the name or the key any more that a policy knows. */
export interface Succession {
  readonly judged: Judged;
  /** How it came to that, by its own entries; without a full stop. */
  readonly reason: string;
}

/**
 * Judges a checkpoint that no log of the policy signed by what the entries say became of those logs since. They alone
 * are no reason to trust whoever signed it: they tell the reader what to ask for.
 *
 * @returns null where no entries lead from the policy to who signed
 */
export function successionOf(
  note: Note,
  origin: string,
  policy: Policy,
  envelopes: readonly Envelope[],
): Succession | null {
  const pinned = policy.logs.map(({ key }) => key).filter(({ name }) => isSameLog(name, origin));
  const named = namedAfter(pinned, envelopes);
  const logs = named.map(({ publicKey }) => ({ key: verifierKey(origin, 'ed25519', publicKey), url: null }));
  let judged: Judged;
  try {
    judged = judge(note, { ...policy, logs });
  } catch (error) {
    if (error instanceof InvalidNote) return null;
    throw error;
  }
  const signer = named.find(({ publicKey }) => judged.signers.some((key) => key.publicKey.equals(publicKey)));
  const known = pinned.find(({ publicKey }) => signer?.pinned.equals(publicKey));
  if (signer === undefined || known === undefined) return null;
  const since = envelopes.filter(isBreak).slice(incarnationOf(known.name) - 1, incarnationOf(origin) - 1);
  if (known.name !== origin && since.length !== incarnationOf(origin) - incarnationOf(known.name)) return null;
  if (known.name === origin && signer.rotations.length === 0) return null;
  const news = [
    ...(signer.rotations.length === 0 ? [] : [rotationText(signer, verifierKey(origin, 'ed25519', signer.publicKey))]),
    ...since.map(({ revision, recorded }) => `entry ${revision} declares the record broken on ${recorded.slice(0, 10)}, and the log is ${origin} since`),
  ]; // prettier-ignore
  const reason = `it is older than what happened to the log: ${news.join('; ')}. Have that confirmed by a party, and take the policy anew ("ledger policy")`;
  return { judged, reason };
}

/** A key that entries name as the one that replaced, in the end, a pinned one. */
interface NamedKey {
  readonly publicKey: Buffer;
  readonly pinned: Buffer;
  /** Revisions of the entries that say so. */
  readonly rotations: readonly number[];
}

function namedAfter(pinned: readonly VerifierKey[], envelopes: readonly Envelope[]): readonly NamedKey[] {
  const named: NamedKey[] = pinned.map(({ publicKey }) => ({ publicKey, pinned: publicKey, rotations: [] }));
  for (const rotation of rotationsIn(envelopes)) {
    const [old, next] = [logPublicKey(rotation.old), logPublicKey(rotation.new)];
    const before = old && named.find(({ publicKey }) => publicKey.equals(old));
    if (!before || next === null || named.some(({ publicKey }) => publicKey.equals(next))) continue;
    named.push({ publicKey: next, pinned: before.pinned, rotations: [...before.rotations, rotation.revision] });
  }
  return named;
}

function rotationText({ rotations }: NamedKey, key: VerifierKey): string {
  const [last, ...before] = [...rotations].reverse();
  const via = before.length === 0 ? 'that' : `(after ${before.reverse().join(', ')}) that`;
  return `entry ${last} says ${via} the key was rotated to ${formatVerifierKey(key)}, which signed the checkpoint`;
}

/**
 * What is to be known of a checkpoint that only a key signed which was replaced since, without a full stop; null where the
 * current one did. A ledger writes the current key first into its policy: C2SP tlog-policy has no other place for it, and
 * none for the size up to which an older one counts.
 */
export function replacedText(
  { checkpoint: { origin }, signers }: Pick<Judged, 'checkpoint' | 'signers'>,
  { logs }: Policy,
  last: Envelope | undefined,
): string | null {
  const current = logs.find(({ key }) => key.name === origin)?.key.publicKey;
  const [signer] = signers;
  if (current === undefined || signer === undefined) return null;
  if (signers.some(({ publicKey }) => publicKey.equals(current))) return null;
  // The old key signs the entry that replaces it.
  const ending = last === undefined ? [] : rotationsIn([last]);
  if (ending.some((rotation) => logPublicKey(rotation.new)?.equals(current))) return null;
  return (
    `no key signed it but ${formatVerifierKey(signer)}, which is not the first of the policy and so was replaced: whoever ` +
    'still has that key can write a record that ends like this one. A checkpoint of after the rotation, or a newer bundle, shows whether it is the one'
  );
}
