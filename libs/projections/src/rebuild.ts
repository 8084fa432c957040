import { setTimeout as pause } from 'node:timers/promises';
import { LOCK_POLL_MS } from './limits';
import { runProjections, type RunProjectionsOptions } from './runner';
import { ProjectionsLocked } from './runner-lock';
import { openServedFiles } from './served-files';

/**
 * Builds one projection, or all, anew and resolves when the new files are served: here, or, where another process runs
 * the projections of the directory, by asking it and waiting (then without progress).
 *
 * @param name one projection; absent: all
 */
export async function rebuildProjections(options: RunProjectionsOptions, name?: string): Promise<void> {
  if (await rebuiltHere(options, name)) return;
  const wanted = name === undefined ? options.projections.map((each) => each.name) : [name];
  const files = openServedFiles(options.directory);
  try {
    const buildOf = (each: string): number => files.served(each)?.build ?? 0;
    const before = new Map(wanted.map((each) => [each, buildOf(each)]));
    for (const each of wanted) files.want(each);
    while (!wanted.every((each) => buildOf(each) > (before.get(each) ?? 0))) {
      await pause(LOCK_POLL_MS, undefined, options.signal && { signal: options.signal });
      // The other process may have ended before it was done.
      if (await rebuiltHere(options, name)) return;
    }
  } finally {
    files.close();
  }
}

/** False where another process runs the projections. */
async function rebuiltHere(options: RunProjectionsOptions, name?: string): Promise<boolean> {
  let running;
  try {
    running = runProjections(options);
  } catch (cause) {
    if (cause instanceof ProjectionsLocked) return false;
    throw cause;
  }
  try {
    await running.rebuild(name);
    return true;
  } finally {
    await running.stop();
  }
}
