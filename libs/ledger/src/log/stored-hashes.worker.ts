import { parentPort } from 'node:worker_threads';
import { hashStored } from './stored-hashes';

parentPort?.on('message', (texts: readonly string[]) => {
  // A buffer of its own, which can be handed over: a small one would be part of another.
  const hashes = new Uint8Array(hashStored(texts));
  parentPort?.postMessage(hashes, [hashes.buffer]);
});
