/** The bytes of standard base64 with its padding (RFC 4648, section 4), or null for any other text. */
export function bytesOfBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  // Node reads what is no base64 too; only the one way of writing the bytes is taken.
  return bytes.toString('base64') === text ? bytes : null;
}

/** A whole number from 0 as decimal digits without leading zeros, or null for any other text. */
export function numberOfDecimal(text: string): number | null {
  if (!/^(0|[1-9][0-9]*)$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** The number behind a word on its line, `old 7`; null where it says anything else. */
export function numberAfter(word: string, line: string | undefined): number | null {
  return line?.startsWith(`${word} `) === true ? numberOfDecimal(line.slice(word.length + 1)) : null;
}
