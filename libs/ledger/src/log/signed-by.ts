import { signersOf, verifierKey, type Note } from '@app/integrity';

/**
 * Whether one of these public keys signed a note as a log of that origin.
 *
 * @throws InvalidNote where a signature is in the name of one of them, and is not its
 */
export function isSignedBy(note: Note, origin: string, keys: readonly Buffer[]): boolean {
  const named = keys.map((key) => verifierKey(origin, 'ed25519', key));
  return signersOf(note, named).length > 0;
}
