import type { Envelope } from '../entry/entry';
import { rotationsIn } from './keys';

/** What is recorded where the old key vouches for nothing. Ledgers hold it: another wording would hide those of before. */
export const LOST_TEXT = 'The key of the log is lost: only its operator vouches for the new one.';

/**
 * What is to be known of a rotation of the log's key that no old key vouched for, without a full stop; null of any other,
 * and of what is no rotation.
 *
 * @param text of its payload, whatever that is; undefined where that is not there
 */
export function lostKeyText(envelope: Envelope, text: unknown): string | null {
  if (rotationsIn([envelope]).length === 0 || (text !== undefined && text !== LOST_TEXT)) return null;
  const day = String(envelope.recorded).slice(0, 10);
  if (text === undefined)
    return `the key of the log was replaced on ${day}, and whether it was lost is not there to read`;
  return (
    `the key of the log was said to be lost on ${day}, and another put in its place: only its operator vouches for that one, ` +
    'and for what it signed since. Have it confirmed by those who keep checkpoints of before'
  );
}
