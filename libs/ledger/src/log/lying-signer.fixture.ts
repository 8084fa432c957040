import type { EventStore } from '@app/event-store';
import { streamOf } from '../entry/read';
import { checkpointFiles } from './checkpoint-files';
import { holdSigning } from './hold';
import { leafFiles } from './leaf-files';
import { logIdentity } from './log-identity';
import { readOnlyMarks } from './read-only-marks';
import { Signer } from './signer';

/** Signs what is there, as whoever has the key might: the entries may name checkpoints that were never signed. */
export async function signWhateverIsThere(
  store: EventStore,
  directory: string,
  relationship: string,
  nowMs: number,
): Promise<void> {
  const signer = new Signer({
    files: checkpointFiles(directory),
    leaves: leafFiles(directory),
    marks: readOnlyMarks(directory),
    identity: logIdentity(directory),
    hold: holdSigning([], new AbortController().signal),
    clock: () => nowMs,
    onSigned: () => undefined,
    onBroken: () => undefined,
  });
  for await (const event of store.read(streamOf(relationship))) signer.take(event);
  signer.compareEnds([]);
  signer.sign();
}
