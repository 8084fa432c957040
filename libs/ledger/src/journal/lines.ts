import { isUtf8 } from 'node:buffer';
import { Problem } from '../problems';
import { MAX_IMPORT_LINE_LENGTH } from './limits';

/** Opens a file from its beginning; an import reads it more than once. */
export type Source = () => AsyncIterable<Uint8Array>;

/**
 * The lines of a UTF-8 text, from 1, without their ends; only one of them is held at a time.
 *
 * @throws Problem `invalid-json` where a line is no UTF-8 or too long
 */
export async function* linesOf(source: Source): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let rest = '';
  let line = 1;
  for await (const bytes of source()) {
    rest += decode(decoder, bytes, line);
    let start = 0;
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n', start)) {
      yield { line: line++, text: rest.slice(start, rest[end - 1] === '\r' ? end - 1 : end) };
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > MAX_IMPORT_LINE_LENGTH) {
      throw new Problem('invalid-json', `a line is longer than ${MAX_IMPORT_LINE_LENGTH} characters`, undefined, line);
    }
  }
  rest += decode(decoder, undefined, line);
  if (rest !== '') yield { line, text: rest };
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | undefined, line: number): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new Problem(
      'invalid-json',
      'the text is not UTF-8',
      undefined,
      bytes === undefined ? line : badLine(bytes, line),
    );
  }
}

const NEWLINE = 0x0a;
/** The first byte of no character begins so. */
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** The first line of a chunk that is no UTF-8; `line` is that of its first byte, which may be inside a character. */
function badLine(bytes: Uint8Array, line: number): number {
  let start = 0;
  while (start < 3 && isContinuation(bytes[start])) start++;
  for (let number = line; ; number++) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return number;
    start = end + 1;
  }
}
