import type { EventStore } from '@app/event-store';
import { judge, parseNote } from '@app/integrity';
import { streamOf } from '../entry/read';
import { checkpointFiles, type CheckpointFiles, type SignedCheckpoint } from '../log/checkpoint-files';
import { cosignNow } from '../log/cosign-now';
import { RECEIPT_POLL_MS, RECEIPT_WAIT_MS } from '../log/limits';
import { pause } from '../log/pause';
import { signNow } from '../log/sign-now';
import { parsedPolicyOf, policyOf } from '../log/witness-policy';
import { Problem } from '../problems';
import type { BundleFiles } from '../verifier';
import { MAX_BUNDLE_ENTRIES } from '../verifier/limits';
import { sizeFault, type BundleSize } from '../verifier/manifest';
import { bundleOf } from './bundle';

export interface ExportBundleOptions {
  readonly dataDirectory: string;
  readonly relationship: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number;
  /** The text of the verifier that goes with it. */
  readonly verifier: string;
  /** Absent: what any verifier takes. */
  readonly most?: BundleSize;
}

export interface ExportedBundle {
  readonly files: BundleFiles;
  /** Witnesses that did not cosign its checkpoint; empty where enough others did. */
  readonly awaited: readonly string[];
}

/**
 * The bundle of everything that a relationship has on disk, under a checkpoint that is signed first where it is not yet.
 * Where no server does so its witnesses are asked, once; those that cannot be reached do not keep it from being made.
 *
 * @throws Problem `relationship-not-found`, `read-only`, `receipt-not-ready`, `invalid-parameter` where it would be larger
 * than a verifier takes, too
 */
export async function exportBundle(store: EventStore, options: ExportBundleOptions): Promise<ExportedBundle> {
  const { dataDirectory, relationship, nowMs, verifier } = options;
  let size = 0;
  for await (const { revision } of store.read(streamOf(relationship), 0, { lazy: true })) size = revision + 1;
  if (size > MAX_BUNDLE_ENTRIES) {
    const detail = `${relationship} has ${size} entries, and a bundle holds at most ${MAX_BUNDLE_ENTRIES}`;
    throw new Problem('invalid-parameter', detail, 'bundle');
  }
  if (size === 0) throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
  const signedHere =
    (await signNow(store, dataDirectory, relationship, nowMs)) && (await cosignNow(store, dataDirectory, relationship));
  const text = policyOf(dataDirectory, relationship);
  const policy = parsedPolicyOf(dataDirectory, relationship);
  const signed = await covering(checkpointFiles(dataDirectory), relationship, size, {
    isWitnessed: policy.witnesses.length > 0,
    waitMs: signedHere ? 0 : RECEIPT_WAIT_MS,
  });
  const { quorum, cosignatures } = judge(parseNote(signed.note), policy);
  const silent = policy.witnesses.map(({ name }) => name).filter((name) => !cosignatures.has(name));
  const files = await bundleOf(store, { relationship, signed, policy: text, nowMs, verifier });
  const tooLarge = sizeFault(files, options.most);
  if (tooLarge !== null) {
    const detail = `the bundle of ${relationship} is larger than a verifier takes: ${tooLarge.file}: ${tooLarge.reason}`;
    throw new Problem('invalid-parameter', detail, 'bundle');
  }
  return { files, awaited: quorum ? [] : silent };
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
