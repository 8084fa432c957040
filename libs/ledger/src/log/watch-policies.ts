import type { EventStore } from '@app/event-store';
import { POLICIES_POLL_MS } from './limits';
import { pause } from './pause';
import { policyFiles, strayPolicy, witnessLines } from './witness-policy';

export interface PolicyWatch {
  readonly store: EventStore;
  readonly dataDirectory: string;
  readonly signal: AbortSignal;
  /** The policy of a relationship is there for the first time, or is another than before. */
  readonly onPolicy: (relationship: string) => void;
  /** The policy of a relationship is not there any more. */
  readonly onGone: (relationship: string) => void;
  /** What is wrong among the files, in one sentence without a full stop: once, until the file is changed. */
  readonly onWrong: (reason: string) => void;
}

/** Looks at the policies of witnesses now, and again and again until the signal: an operator may change them meanwhile. */
export async function watchPolicies(
  { store, dataDirectory, signal, onPolicy, onGone, onWrong }: PolicyWatch,
  pollMs = POLICIES_POLL_MS,
): Promise<void> {
  /** By path: the text as it was looked at last; null where it is that of no policy. */
  const seen = new Map<string, string | null>();
  /** Those that were told, by path. */
  const told = new Map<string, string>();
  const failures = new Map<string, string>();
  const attempt = async (what: string, look: () => Promise<void>): Promise<void> => {
    try {
      await look();
      failures.delete(what);
    } catch (error) {
      const reason = `${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      if (failures.get(what) !== reason) onWrong(reason);
      failures.set(what, reason);
    }
  };
  while (!signal.aborted) {
    await attempt('the folder of the policies of witnesses', async () => {
      const files = policyFiles(dataDirectory);
      const paths = files.map(({ path }) => path);
      for (const path of seen.keys()) if (!paths.includes(path)) seen.delete(path);
      for (const [path, relationship] of told) {
        if (!paths.includes(path) && told.delete(path)) onGone(relationship);
      }
      for (const file of files) {
        const { path, relationship } = file;
        await attempt(path, async () => {
          const text = relationship === null ? null : witnessLines(dataDirectory, relationship);
          if (seen.has(path) && seen.get(path) === text) return;
          const stray = await strayPolicy(store, file);
          seen.set(path, text);
          if (stray !== null) onWrong(stray);
          else if (relationship !== null) {
            told.set(path, relationship);
            onPolicy(relationship);
          }
        });
      }
    });
    await pause(pollMs, signal);
  }
}
