import { join } from 'node:path';
import { formatVerifierKey, InvalidPolicy, parsePolicy, verifierKey, type Policy } from '@app/integrity';
import { Problem } from '../problems';
import { checkpointFiles } from './checkpoint-files';
import { logIdentity, publicKeys } from './log-identity';
import { originOf } from './origin';
import { PRIVATE_DIRECTORY, readText } from './private-files';

/** A policy without witnesses: the log's own signature is all there is. */
const NO_WITNESSES = 'quorum none\n';

/**
 * The witnesses of a relationship, as its operator wrote them into `private/witnesses/ID.policy`: lines of a C2SP
 * tlog-policy, for instance one witness a party and a quorum of all. Lines of logs are passed over: the ledger knows its
 * own keys.
 */
function witnessLines(dataDirectory: string, relationship: string): string | null {
  return readText(join(dataDirectory, PRIVATE_DIRECTORY, 'witnesses', `${relationship}.policy`));
}

export function hasWitnesses(dataDirectory: string, relationship: string): boolean {
  return witnessLines(dataDirectory, relationship) !== null;
}

/** What a verifier of a log pins (C2SP tlog-policy): every key that ever signed it, its witnesses and their quorum. */
export function policyOf(dataDirectory: string, relationship: string): string {
  const signed = checkpointFiles(dataDirectory).last(relationship);
  const origin = signed?.checkpoint.origin ?? originOf(logIdentity(dataDirectory), relationship);
  const logs = publicKeys(dataDirectory).map(
    (key) => `log ${formatVerifierKey(verifierKey(origin, 'ed25519', key))}\n`,
  );
  const witnesses = witnessLines(dataDirectory, relationship) ?? NO_WITNESSES;
  return logs.join('') + witnesses.replace(/^[ \t]*log[ \t].*\n?/gm, '');
}

/**
 * The same, parsed.
 *
 * @throws Problem `invalid-parameter` where the file of the witnesses is wrong
 */
export function parsedPolicyOf(dataDirectory: string, relationship: string): Policy {
  try {
    return parsePolicy(policyOf(dataDirectory, relationship));
  } catch (error) {
    if (!(error instanceof InvalidPolicy)) throw error;
    const file = `${PRIVATE_DIRECTORY}/witnesses/${relationship}.policy`;
    throw new Problem('invalid-parameter', `${file}, behind the lines of the log: ${error.message}`, 'witnesses');
  }
}
