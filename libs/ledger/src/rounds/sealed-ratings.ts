import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { canonicalJson, parseJson } from '@app/integrity';
import {
  fileNameOf,
  PRIVATE_DIRECTORY,
  readText,
  removeDurably,
  writeDurably,
  writeNewDurably,
} from '../log/private-files';
import { SEALED_BYTES } from './limits';
import { ratingCommitment } from './rounds';

/** A level that a member gives a factor. */
export interface MemberRating {
  readonly factor: number;
  /** 0 to 4. */
  readonly level: number;
  readonly evidenced: boolean;
}

/** What a member hands in, and nobody sees before the round is revealed. */
export interface SealedRatings {
  readonly round: string;
  /** Its party. */
  readonly of: string;
  readonly member: string;
  /** 64 hex digits. */
  readonly salt: string;
  readonly ratings: readonly MemberRating[];
  /** Why other factors are not rated; null where nothing was said. */
  readonly reason: string | null;
  /** Others of the party still rate. */
  readonly more: boolean;
}

/** Where ratings lie until they are revealed: outside the database, encrypted, each file as long as every other. */
export class RatingSafe {
  private readonly folder: string;

  constructor(dataDirectory: string) {
    this.folder = join(dataDirectory, PRIVATE_DIRECTORY);
  }

  /**
   * A salt that follows from what is rated and the key of the request, and that nobody can guess: the same request again
   * makes the same commitment.
   */
  saltFor(relationship: string, key: string, content: Omit<SealedRatings, 'salt'>): string {
    return createHmac('sha256', this.key())
      .update(canonicalJson({ relationship, key, ...content }))
      .digest('hex');
  }

  /** On disk when this returns. */
  seal(relationship: string, content: SealedRatings): void {
    const text = Buffer.from(canonicalJson({ ...content }));
    if (text.length > SEALED_BYTES) throw new RangeError(`sealed ratings hold at most ${SEALED_BYTES} bytes`);
    // Behind JSON spaces say nothing.
    const padded = Buffer.alloc(SEALED_BYTES, ' ');
    text.copy(padded);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key(), nonce);
    const sealed = Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
    writeDurably(this.pathOf(relationship, ratingCommitment(content)), sealed.toString('base64'));
  }

  /** Of what the ledger did not take. */
  discard(relationship: string, commitment: string): void {
    removeDurably(this.pathOf(relationship, commitment));
  }

  /** Null where nothing was sealed under that commitment here. @throws Error where the file or the key is another */
  open(relationship: string, commitment: string): SealedRatings | null {
    const kept = readText(this.pathOf(relationship, commitment));
    if (kept === null) return null;
    const sealed = Buffer.from(kept, 'base64');
    const decipher = createDecipheriv(CIPHER, this.key(), sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    const content = parseJson(text.toString().trimEnd()) as SealedRatings;
    if (ratingCommitment(content) !== commitment) throw new Error(`what is sealed as ${commitment} is something else`);
    return content;
  }

  private pathOf(relationship: string, commitment: string): string {
    return join(this.folder, 'sealed', `${fileNameOf(relationship)}.${commitment}`);
  }

  private key(): Buffer {
    const path = join(this.folder, 'sealing-key');
    const kept = readText(path);
    if (kept !== null) return Buffer.from(kept.trim(), 'hex');
    // Another process may be first: its key holds.
    writeNewDurably(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
    return this.key();
  }
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
