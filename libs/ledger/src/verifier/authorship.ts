import { InvalidNote, signersOf, verifierKey, type MerkleTree, type Note } from '@app/integrity';
import type { Envelope } from '../entry/entry';
import { beginning, learnEnvelope } from '../entry/state';
import { isOwnCorrection, ownCorrectionFault } from '../issues/reopened';
import { authorProblem, learnKeys, noKeys, unsignedCaveat } from '../keys/party-keys';
import { signedScoreFault, wordlessCaveat } from '../keys/signed-score';
import type { Findings } from './finding';
import { checkRotations, logKeysOf, logPublicKey, rotationsIn } from './keys';
import { entryFile } from './tree';

/** Of the keys that entries name as those of the log, the ones that signed the checkpoint, whatever a policy says. */
export function rotatedSigners(note: Note, origin: string, envelopes: readonly Envelope[]): readonly Buffer[] {
  const named = rotationsIn(envelopes).flatMap(({ old, new: next }) => [logPublicKey(old), logPublicKey(next)]);
  return named.filter((key) => {
    try {
      return key !== null && signersOf(note, [verifierKey(origin, 'ed25519', key)]).length > 0;
    } catch (error) {
      if (error instanceof InvalidNote) return false;
      throw error;
    }
  }) as readonly Buffer[];
}

/** Whether every author had seen this log and no other. */
export function checkSeen(envelopes: readonly (Envelope | undefined)[], tree: MerkleTree, findings: Findings): void {
  for (const envelope of envelopes) {
    if (envelope?.checkpointSeen === undefined) continue;
    const { revision, id, checkpointSeen } = envelope;
    const file = entryFile(tree.size, revision);
    if (checkpointSeen.size < 0 || checkpointSeen.size > revision) {
      findings.add('invalid', file, 'its author cannot have seen a checkpoint that came after it', { revision, id });
    } else if (tree.root(checkpointSeen.size).toString('base64') !== checkpointSeen.root) {
      const reason = `its author had seen a checkpoint of ${checkpointSeen.size} entries that is none of this log`;
      findings.add('fork', file, reason, { revision, id });
    }
  }
}

/**
 * Holds every entry against the keys of the parties and of the log, as the entries before it leave them, and what is read
 * of the signed ones against what was signed.
 *
 * @param signedBodies by revision, as far as they are there and are what the signatures name
 * @param corrections by revision, `data` of the payloads of the ledger's own corrections, as far as they are there
 */
export function checkAuthorship(
  envelopes: readonly Envelope[],
  signedBodies: ReadonlyMap<number, string>,
  corrections: ReadonlyMap<number, unknown>,
  signers: readonly Buffer[],
  findings: Findings,
): { readonly signed: number; readonly logKeys: readonly Buffer[]; readonly caveats: readonly string[] } {
  const wrong = (revision: number, reason: string): void => {
    const id = envelopes[revision]?.id ?? null;
    findings.add('invalid', entryFile(envelopes.length, revision), reason, { revision, id });
  };
  const keys = noKeys();
  const caveats: string[] = [];
  const wordless: number[] = [];
  const isTold = (envelope: Envelope): boolean => envelope.signature !== undefined || isOwnCorrection(envelope);
  let ledger = envelopes.some(isTold) ? beginning('') : null;
  let signed = 0;
  envelopes.forEach((envelope, revision) => {
    const caveat = unsignedCaveat(keys, envelope);
    const problem = authorProblem(keys, envelope);
    if (problem !== null) wrong(revision, problem.detail);
    else if (envelope.signature !== undefined) signed += 1;
    else if (caveat !== null) caveats.push(`entry ${revision}: ${caveat}`);
    const body = signedBodies.get(revision);
    if (envelope.signature !== undefined && body === undefined) wordless.push(revision);
    const unlike = ledger && body !== undefined ? signedScoreFault(ledger, envelope, body) : null;
    if (unlike !== null) wrong(revision, unlike);
    if (ledger !== null && isOwnCorrection(envelope)) {
      const words = corrections.has(revision) ? [corrections.get(revision)] : [];
      const fault = ownCorrectionFault(ledger.reading, envelope, envelope.facts, ...words);
      if (fault !== null) wrong(revision, fault);
    }
    learnKeys(keys, envelope);
    if (ledger !== null && !learnEnvelope(ledger, envelope)) {
      wrong(revision, 'its facts are none that a ledger writes');
      ledger = null;
    }
  });
  for (const { revision, reason } of checkRotations(envelopes, signers)) wrong(revision, reason);
  const replaced = logKeysOf(envelopes, '').flatMap(({ key }) => logPublicKey(key) ?? []);
  const unchecked = wordlessCaveat(wordless);
  if (unchecked !== null) caveats.push(unchecked);
  return { signed, logKeys: replaced, caveats };
}
