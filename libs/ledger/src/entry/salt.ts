import { randomFillSync } from 'node:crypto';
import { SALT_BYTES } from '@app/integrity';

/** Salts drawn at once: the system's generator costs more for each call than for each byte. */
const SALTS_DRAWN = 128;

const drawn = Buffer.alloc(SALTS_DRAWN * SALT_BYTES);
let next = drawn.length;

/** A salt that no payload had before: `SALT_BYTES` random bytes, base64url. Kept nowhere here once it is given out. */
export function newSalt(): string {
  if (next === drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  const end = next + SALT_BYTES;
  const salt = drawn.toString('base64url', next, end);
  drawn.fill(0, next, end);
  next = end;
  return salt;
}
