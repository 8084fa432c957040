import type { EventStore } from '@app/event-store';
import { parsePolicy } from '@app/integrity';
import { streamOf } from '../entry/read';
import { checkpointFiles, type CheckpointFiles, type SignedCheckpoint } from '../log/checkpoint-files';
import { RECEIPT_POLL_MS, RECEIPT_WAIT_MS } from '../log/limits';
import { logIdentity } from '../log/log-identity';
import { pause } from '../log/pause';
import { signNow } from '../log/sign-now';
import { policyOf } from '../log/witness-policy';
import { Problem } from '../problems';
import type { BundleFiles } from '../verifier';
import { bundleOf } from './bundle';

export interface ExportBundleOptions {
  readonly dataDirectory: string;
  readonly relationship: string;
  /** Name of the log where it has none yet. */
  readonly logName?: string | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number;
  /** The text of the verifier that goes with it. */
  readonly verifier: string;
}

/**
 * The bundle of everything that a relationship has on disk, under a checkpoint that is signed first where it is not yet.
 *
 * @throws Problem `relationship-not-found`, `read-only`, `receipt-not-ready`, `invalid-parameter`
 */
export async function exportBundle(store: EventStore, options: ExportBundleOptions): Promise<BundleFiles> {
  const { dataDirectory, relationship, nowMs, verifier } = options;
  let size = 0;
  for await (const { revision } of store.read(streamOf(relationship))) size = revision + 1;
  if (size === 0) throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
  logIdentity(dataDirectory, options.logName);
  const signedHere = await signNow(store, dataDirectory, relationship, nowMs);
  const policy = policyOf(dataDirectory, relationship);
  const signed = await covering(checkpointFiles(dataDirectory), relationship, size, {
    isWitnessed: parsePolicy(policy).witnesses.length > 0,
    waitMs: signedHere ? 0 : RECEIPT_WAIT_MS,
  });
  return bundleOf(store, { relationship, signed, policy, nowMs, verifier });
}

/** The checkpoint of so many entries: that which enough witnesses cosigned, where it comes in time. */
async function covering(
  files: CheckpointFiles,
  relationship: string,
  size: number,
  { isWitnessed, waitMs }: { readonly isWitnessed: boolean; readonly waitMs: number },
): Promise<SignedCheckpoint> {
  const covers = (signed: SignedCheckpoint | null): signed is SignedCheckpoint =>
    signed !== null && signed.checkpoint.size >= size;
  const end = AbortSignal.timeout(waitMs);
  for (;;) {
    const [cosigned, last] = [files.cosigned(relationship), files.last(relationship)];
    if (covers(cosigned)) return cosigned;
    if (covers(last) && (!isWitnessed || end.aborted || waitMs === 0)) return last;
    if (end.aborted) {
      const detail = `no checkpoint covers the ${size} entries of ${relationship} yet; one is signed within seconds`;
      throw new Problem('receipt-not-ready', detail);
    }
    await pause(RECEIPT_POLL_MS, end);
  }
}
