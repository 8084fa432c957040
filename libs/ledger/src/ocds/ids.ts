import { sha256OfJson } from '@app/integrity';

/** Hex digits of a hash in an id. */
const ID_DIGITS = 16;
const MAX_ID_LENGTH = 64;
/** What may stand between the colons of an id. */
const PLAIN = /^[A-Za-z0-9._-]+$/;

/** The id of an entry: of what it is about and never of the release that says so. */
export function entryIdOf(ocid: string, key: readonly string[], kind: string): string {
  return `ocds-${sha256OfJson([ocid, ...key, kind]).slice(0, ID_DIGITS)}`;
}

/** The words joined by colons where that makes an id, else a hash of them. */
export function nameOf(...words: readonly string[]): string {
  const name = words.join(':');
  if (name.length <= MAX_ID_LENGTH && words.every((word) => PLAIN.test(word))) return name;
  return `ocds-${sha256OfJson(words).slice(0, ID_DIGITS)}`;
}
