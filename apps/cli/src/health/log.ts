import type { EventStore } from '@app/event-store';
import { judge, parseNote } from '@app/integrity';
import {
  checkpointFiles,
  claimText,
  DamagedCheckpoint,
  lostCheckpoints,
  parsedPolicyOf,
  policyFiles,
  readOnlyMarks,
  strayPolicy,
  streamOf,
  type CheckpointFiles,
} from '@app/ledger';
import type { Place } from '../place';
import type { Check } from './check';

/** A checkpoint that is younger may still be on its way to the witnesses. */
const COSIGNING_MS = 60_000;

/** The transparency log: what is signed, whether it is still there, and whether witnesses can be asked. */
export async function logChecks(store: EventStore, { directory, eventStoreUrl }: Place): Promise<Check[]> {
  const files = checkpointFiles(directory);
  const marks = readOnlyMarks(directory);
  const wrong = marks.relationships().map((relationship) => `${relationship} read-only: ${marks.reason(relationship)}`);
  for (const relationship of files.relationships()) {
    if (marks.reason(relationship) !== null) continue;
    const fault = await faultOf(store, files, relationship);
    if (fault !== null) wrong.push(`${relationship} ${fault}`);
  }
  const forgotten = files.signedOnceFault();
  if (forgotten !== null) wrong.push(forgotten);
  const lost = forgotten === null ? await lostCheckpoints(store, directory, eventStoreUrl === null) : [];
  for (const [relationship, reason] of lost) {
    if (marks.reason(relationship) === null) wrong.push(`${relationship} ${reason}`);
  }
  const signed = files.relationships().length;
  return [
    { name: 'log', ok: wrong.length === 0, found: wrong.join('; ') || `${signed} signed, none read-only` },
    ...(await witnessChecks(store, directory, files)),
  ];
}

/** Of what was signed only ends are looked at; `verify` looks at all of it. */
async function faultOf(store: EventStore, files: CheckpointFiles, relationship: string): Promise<string | null> {
  try {
    const size = files.last(relationship)?.checkpoint.size ?? 0;
    for await (const _entry of store.read(streamOf(relationship), size - 1, { lazy: true })) return null;
    return `ends before entry ${size}, of which a checkpoint was signed`;
  } catch (error) {
    if (error instanceof DamagedCheckpoint) return error.reason;
    return `cannot be held against its last checkpoint: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Each policy of witnesses: whom it is for, what is wrong with it, and who has not cosigned the last checkpoint. */
async function witnessChecks(store: EventStore, directory: string, files: CheckpointFiles): Promise<Check[]> {
  const checks: Check[] = [];
  for (const file of policyFiles(directory)) {
    const stray = await strayPolicy(store, file);
    if (stray !== null) checks.push({ name: 'witnesses', ok: false, found: stray });
    else if (file.relationship !== null) checks.push(witnessCheck(directory, files, file.relationship));
  }
  return checks;
}

function witnessCheck(directory: string, files: CheckpointFiles, relationship: string): Check {
  const name = `witnesses of ${relationship}`;
  try {
    const policy = parsedPolicyOf(directory, relationship);
    const names = policy.witnesses.map((each) => each.name);
    const asked = `${names.join(', ')}; quorum ${policy.quorum}`;
    const claim = claimText(directory, relationship);
    if (claim !== null) return { name, ok: false, found: `${asked}; ${claim}` };
    const last = files.last(relationship);
    if (last === null) return { name, ok: true, found: asked };
    const { quorum, cosignatures } = judge(parseNote(last.note), policy);
    const missing = names.filter((each) => !cosignatures.has(each));
    if (missing.length === 0) return { name, ok: true, found: asked };
    const since = new Date(last.signedMs).toISOString();
    return {
      name,
      ok: quorum || Date.now() - last.signedMs < COSIGNING_MS,
      found: `${asked}; the checkpoint of ${since} is not cosigned by ${missing.join(', ')}: the log of the server says why`,
    };
  } catch (error) {
    return { name, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}
