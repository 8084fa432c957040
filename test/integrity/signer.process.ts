import crypto from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { openEventStore } from '@app/event-store';
import { signLog } from '@app/ledger';

/**
 * Keeps everything that this process signs from now on, a JSON list `[text, signature in base64]` a line: before anybody
 * else has the signature, so that whenever it is killed none is missing. A line that ends early is one that nobody has.
 */
function keepSignatures(file: string): void {
  const kept = openSync(file, 'a');
  const { sign } = crypto;
  const signAndKeep = (algorithm: null, text: Buffer, key: crypto.KeyObject): Buffer => {
    const signature = sign(algorithm, text, key);
    writeSync(kept, `${JSON.stringify([text.toString(), signature.toString('base64')])}\n`);
    return signature;
  };
  Object.assign(crypto, { sign: signAndKeep });
}

/** Signs the log of a data directory, and does nothing else: `node signer.process.js DIRECTORY FILE` until SIGTERM. */
async function main(directory: string, file: string): Promise<void> {
  keepSignatures(file);
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort());
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  await signLog(store, directory, Date.now, stopping.signal);
  await store.close();
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
