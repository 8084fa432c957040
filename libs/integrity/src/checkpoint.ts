import { bytesOfBase64, numberOfDecimal } from './base64';
import { HASH_BYTES } from './merkle-tree';
import { InvalidNote } from './note';

/** The head of a log (C2SP tlog-checkpoint): the text of a signed note. */
export interface Checkpoint {
  /** Names the log: a URL without its scheme. */
  readonly origin: string;
  /** Leaves. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
  /** Lines behind the three that every checkpoint has; of none of ours. */
  readonly extensions: readonly string[];
}

/** The text of the note, which ends in a newline. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), root.toString('base64'), ...extensions].map((line) => `${line}\n`).join('');
}

const TEXT = /^(.+)\n(.+)\n(.+)\n((?:.+\n)*)$/;

/** @throws InvalidNote where the text of a note is no checkpoint */
export function parseCheckpoint(text: string): Checkpoint {
  const match = TEXT.exec(text);
  if (match === null) throw new InvalidNote('a checkpoint has an origin, a size and a root, a line each');
  const [, origin, sizeText, rootText, more] = match as unknown as [string, string, string, string, string];
  const size = numberOfDecimal(sizeText);
  const root = bytesOfBase64(rootText);
  if (size === null) throw new InvalidNote(`"${sizeText}" is no size of a tree`);
  if (root?.length !== HASH_BYTES) throw new InvalidNote(`"${rootText}" is no root of a tree`);
  return { origin, size, root, extensions: more.split('\n').slice(0, -1) };
}
