import { once } from 'node:events';
import { open, rename, rm, stat } from 'node:fs/promises';

/** Writes lines to a file, or to standard output where none is named; answers how many there were. */
export async function writeLines(lines: AsyncIterable<string> | Iterable<string>, file?: string): Promise<number> {
  return file === undefined ? writeToStandardOutput(lines) : writeToFile(lines, file);
}

async function writeToStandardOutput(lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  let count = 0;
  for await (const line of lines) {
    count++;
    if (!process.stdout.write(line)) await once(process.stdout, 'drain');
  }
  return count;
}

/** Writes a file of bytes. */
export async function writeBytes(bytes: Uint8Array, file: string): Promise<void> {
  await writeToFile([bytes], file);
}

/** The file appears whole under its name or not at all; what is no ordinary file (a pipe, a device) is written as it is. */
async function writeToFile(
  lines: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  file: string,
): Promise<number> {
  const replaceable = await isOrdinaryOrMissing(file);
  const target = replaceable ? `${file}.unfinished` : file;
  let count = 0;
  try {
    const handle = await open(target, 'w');
    try {
      for await (const line of lines) {
        count++;
        await handle.writeFile(line);
      }
      if (replaceable) await handle.sync();
    } finally {
      await handle.close();
    }
    if (replaceable) await rename(target, file);
  } catch (error) {
    if (replaceable) await rm(target, { force: true });
    // In the name that was given.
    throw error instanceof Error && 'path' in error && error.path === target
      ? Object.assign(error, { path: file })
      : error;
  }
  return count;
}

async function isOrdinaryOrMissing(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}
