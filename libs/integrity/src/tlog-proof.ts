import { bytesOfBase64, numberAfter } from './base64';
import { HASH_BYTES } from './merkle-tree';
import { InvalidNote } from './note';

/** The first line of every proof. */
export const TLOG_PROOF_LINE = 'c2sp.org/tlog-proof@v1';
/** Hashes of an inclusion proof: no tree that can be counted is higher. */
export const MAX_PROOF_HASHES = 63;

/** A proof that an entry is in a log, to be kept and checked anywhere (C2SP tlog-proof). */
export interface TlogProof {
  /** Bytes of the application, which nothing in the proof vouches for. */
  readonly extra: Buffer | null;
  /** Place of the entry in the log, from 0. */
  readonly index: number;
  /** The inclusion proof, the leaf's neighbour first. */
  readonly hashes: readonly Buffer[];
  /** The signed note. */
  readonly checkpoint: string;
}

export function formatTlogProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const lines = [
    TLOG_PROOF_LINE,
    ...(extra === null ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...hashes.map((each) => each.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** @throws InvalidNote where the text is no proof */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (end === -1 || first !== TLOG_PROOF_LINE) throw new InvalidNote(`a proof begins with "${TLOG_PROOF_LINE}"`);
  const extraText = lines[0]?.startsWith('extra ') === true ? lines.shift()?.slice('extra '.length) : undefined;
  const extra = extraText === undefined ? null : bytesOfBase64(extraText);
  if (extraText !== undefined && extra === null) throw new InvalidNote('the extra data of a proof is base64');
  const [indexLine, ...hashLines] = lines;
  const index = numberAfter('index', indexLine);
  if (index === null) throw new InvalidNote(`"${String(indexLine)}" names no place in a log`);
  return { extra, index, hashes: parseHashLines(hashLines), checkpoint: text.slice(end + 2) };
}

/** One hash a line, in base64. @throws InvalidNote */
export function parseHashLines(lines: readonly string[]): Buffer[] {
  if (lines.length > MAX_PROOF_HASHES) throw new InvalidNote(`a proof has at most ${MAX_PROOF_HASHES} hashes`);
  return lines.map((line) => {
    const bytes = bytesOfBase64(line);
    if (bytes?.length !== HASH_BYTES) throw new InvalidNote(`"${line}" is no hash in base64`);
    return bytes;
  });
}
