import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@app/ledger';
import { MAX_EVIDENCE_FILES } from './limits';

/**
 * SHA-256 (hex) of every file in a directory and those below it; links are not followed.
 *
 * @throws Problem `invalid-parameter` where it cannot be read, or holds too many
 */
export async function hashesIn(directory: string): Promise<ReadonlySet<string>> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    if (files.length > MAX_EVIDENCE_FILES) throw invalid(`at most ${MAX_EVIDENCE_FILES} files`);
    const hashes = new Set<string>();
    for (const file of files) {
      const hash = createHash('sha256');
      await pipeline(createReadStream(join(file.parentPath, file.name)), hash);
      hashes.add(hash.digest('hex'));
    }
    return hashes;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw invalid(`a directory that can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function invalid(expected: string): Problem {
  return new Problem('invalid-parameter', `files: expected ${expected}`, 'files');
}
