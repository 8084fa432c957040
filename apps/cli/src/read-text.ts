import { readFile } from 'node:fs/promises';

/** A text file that was named on the command line. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw naming(file, error);
  }
}

/** An error of reading, with the path that Node leaves out where it is a directory. */
export function naming(file: string, error: unknown): unknown {
  return error instanceof Error && 'syscall' in error && !('path' in error)
    ? Object.assign(error, { path: file })
    : error;
}
