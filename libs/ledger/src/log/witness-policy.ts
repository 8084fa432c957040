import { join } from 'node:path';
import { formatVerifierKey, InvalidPolicy, parsePolicy, verifierKey, type Policy } from '@app/integrity';
import { Problem } from '../problems';
import { checkpointFiles } from './checkpoint-files';
import { logIdentity, originOf, publicKeys } from './log-identity';
import { PRIVATE_DIRECTORY, readText } from './private-files';

/** A policy without witnesses: the log's own signature is all there is. */
const NO_WITNESSES = 'quorum none\n';

/**
 * The witnesses of a relationship, as its operator wrote them into `private/witnesses/ID.policy`: lines of a C2SP
 * tlog-policy without its logs, for instance one witness a party and a quorum of all.
 */
export function witnessLines(dataDirectory: string, relationship: string): string {
  const path = join(dataDirectory, PRIVATE_DIRECTORY, 'witnesses', `${relationship}.policy`);
  return readText(path) ?? NO_WITNESSES;
}

/** @throws Problem `invalid-parameter` where the file is no policy */
export function witnessPolicy(dataDirectory: string, relationship: string): Policy {
  try {
    return parsePolicy(witnessLines(dataDirectory, relationship));
  } catch (error) {
    if (!(error instanceof InvalidPolicy)) throw error;
    throw new Problem('invalid-parameter', `witnesses of ${relationship}: ${error.message}`, 'witnesses');
  }
}

/** What a verifier of a log pins (C2SP tlog-policy): every key that ever signed it, its witnesses and their quorum. */
export function policyOf(dataDirectory: string, relationship: string): string {
  const signed = checkpointFiles(dataDirectory).last(relationship);
  const origin = signed?.checkpoint.origin ?? originOf(logIdentity(dataDirectory), relationship);
  const logs = publicKeys(dataDirectory).map(
    (key) => `log ${formatVerifierKey(verifierKey(origin, 'ed25519', key))}\n`,
  );
  return logs.join('') + witnessLines(dataDirectory, relationship);
}
