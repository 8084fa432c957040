import {
  InvalidNote,
  InvalidPolicy,
  judge,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  type Checkpoint,
  type Judged,
  type Note,
  type Policy,
} from '@app/integrity';
import { isSameLog } from '../log/origin';
import type { Findings } from './finding';
import { InvalidInput, type OwnFile } from './known';
import { MAX_BUNDLE_ENTRIES } from './limits';
import { FILE, type BundleFiles } from './manifest';

/** The policy of the reader, else that of the bundle. @throws InvalidInput where that of the reader is none */
export function policyFor(files: BundleFiles, policy: OwnFile | undefined, findings: Findings): Policy | null {
  try {
    if (policy !== undefined) return parsePolicy(policy.text);
    const bytes = files.get(FILE.policy);
    if (bytes !== undefined) return parsePolicy(bytes.toString('utf8'));
    findings.add('incomplete', FILE.policy, 'it is missing');
  } catch (error) {
    if (!(error instanceof InvalidPolicy)) throw error;
    if (policy !== undefined) throw new InvalidInput(policy.name, `it is no policy: ${error.message}`);
    findings.add('invalid', FILE.policy, `it is no policy: ${error.message}`);
  }
  return null;
}

/** The checkpoint of the bundle. */
export interface BundleCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
  /** Null where nobody whom the policy names signed it. */
  readonly judged: Judged | null;
  /** Why not. */
  readonly refusal: string | null;
}

/** Null where there is none that can be read. */
export function readCheckpoint(files: BundleFiles, policy: Policy | null, findings: Findings): BundleCheckpoint | null {
  const bytes = files.get(FILE.checkpoint);
  if (bytes === undefined) {
    findings.add('incomplete', FILE.checkpoint, 'it is missing');
    return null;
  }
  let note: Note | null = null;
  let checkpoint: Checkpoint | null = null;
  let judged: Judged | null = null;
  let refusal: string | null = null;
  try {
    note = parseNote(bytes.toString('utf8'));
    checkpoint = parseCheckpoint(note.text);
    if (policy !== null) judged = judge(note, policy);
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    refusal = error.message;
  }
  if (refusal !== null && checkpoint !== null && policy !== null) refusal += ofAnotherLog(checkpoint, policy);
  if (checkpoint === null || note === null) {
    findings.add('invalid', FILE.checkpoint, refusal ?? 'it cannot be read');
    return null;
  }
  if (checkpoint.size > MAX_BUNDLE_ENTRIES) {
    if (refusal !== null) findings.add('invalid', FILE.checkpoint, refusal);
    findings.add('invalid', FILE.checkpoint, `it is of more than ${MAX_BUNDLE_ENTRIES} entries`);
    return null;
  }
  return { checkpoint, note, judged, refusal };
}

/** What to say besides of a policy that knows nothing of the log of a checkpoint. */
function ofAnotherLog({ origin }: Checkpoint, { logs }: Policy): string {
  const names = [...new Set(logs.map(({ key }) => key.name))];
  if (names.length === 0 || names.some((name) => isSameLog(name, origin))) return '';
  return `: the policy is of the log ${names.join(', ')}, and the bundle of ${origin}`;
}

/** Whether as many witnesses have cosigned it as the policy asks for. */
export function checkQuorum({ quorum, cosignatures }: Judged, { witnesses }: Policy, findings: Findings): void {
  if (quorum) return;
  const missing = witnesses.map(({ name }) => name).filter((name) => !cosignatures.has(name));
  findings.add('incomplete', FILE.checkpoint, `not enough witnesses have cosigned it: ${missing.join(', ')} did not`);
}
