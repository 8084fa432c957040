import { createReadStream } from 'node:fs';
import { Problem } from '@app/ledger';
import { naming } from '../read-text';

/**
 * All of a file, or of standard input where it is named `-`.
 *
 * @throws Problem `invalid-parameter` where it is larger
 */
export async function readBounded(path: string, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of (path === '-' ? process.stdin : createReadStream(path)) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Problem('invalid-parameter', `${path} has more than ${maxBytes} bytes`, 'file');
      chunks.push(chunk);
    }
  } catch (error) {
    throw naming(path, error);
  }
  return Buffer.concat(chunks);
}
