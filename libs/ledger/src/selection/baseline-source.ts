import type { CheckpointSeen } from '../entry/entry';

const FROM_SELECTION = 'partner selection ';

/** What the entry that takes a level over into the relationship gives as its source. */
export function baselineSource(selection: string, { size, root }: CheckpointSeen): string {
  return `${FROM_SELECTION}${selection}, checkpoint of ${size} entries with root ${root}`;
}

/** Whether a level says that it was taken over from a partner selection. */
export function isBaselineSource(source: string | null): boolean {
  return source?.startsWith(FROM_SELECTION) === true;
}
