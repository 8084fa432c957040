import { InvalidNote, MAX_POLICY_BYTES, parseVerifierKey, type VerifierKey } from '@app/integrity';
import { InvalidOption } from './errors';

/** The keys that are trusted for a log, by its origin. */
export type KnownLogs = ReadonlyMap<string, readonly VerifierKey[]>;

/** Lines of a policy that say nothing about logs. */
const OTHER_POLICY_LINES = ['witness', 'group', 'quorum'];

/** The key of a log as it was given on the command line. @throws InvalidOption */
export function logKeyOf(text: string, option = 'log'): VerifierKey {
  try {
    const key = parseVerifierKey(text);
    if (key.type === 'ed25519') return key;
  } catch (error) {
    if (error instanceof InvalidNote) throw new InvalidOption(option, error.message);
    throw error;
  }
  throw new InvalidOption(option, `the key ${text} is that of a witness, not of a log`);
}

/**
 * The keys in a file of one verifier key a line, or in a policy (C2SP tlog-policy), of which only the lines of logs are
 * read.
 *
 * @throws InvalidOption with the line at fault, from 1
 */
export function logKeysIn(text: string): VerifierKey[] {
  if (Buffer.byteLength(text) > MAX_POLICY_BYTES) {
    throw new InvalidOption('logs', `a file of logs has at most ${MAX_POLICY_BYTES} bytes`);
  }
  return text.split('\n').flatMap((line, index) => {
    const [word, ...items] = line.split(/[ \t\r]+/).filter((item) => item !== '');
    if (word === undefined || word.startsWith('#') || OTHER_POLICY_LINES.includes(word)) return [];
    try {
      if (word === 'log') return [logKeyOf(items[0] ?? '', 'logs')];
      if (items.length > 0) throw new InvalidOption('logs', 'a line holds one verifier key');
      return [logKeyOf(word, 'logs')];
    } catch (error) {
      if (error instanceof InvalidOption) throw new InvalidOption('logs', `line ${index + 1}: ${error.message}`);
      throw error;
    }
  });
}

/** A log may have several keys, all of its name; one that is given twice counts once. */
export function knownLogs(keys: readonly VerifierKey[]): KnownLogs {
  const logs = new Map<string, VerifierKey[]>();
  for (const key of keys) {
    const known = logs.get(key.name) ?? [];
    if (!known.some(({ publicKey }) => publicKey.equals(key.publicKey))) logs.set(key.name, [...known, key]);
  }
  return logs;
}
