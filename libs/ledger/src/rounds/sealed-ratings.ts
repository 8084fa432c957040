import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, parseJson } from '@app/integrity';
import {
  fileNameOf,
  filesIn,
  PRIVATE_DIRECTORY,
  readText,
  removeDurably,
  writeDurably,
  writeNewDurably,
} from '../log/private-files';
import { ratingCommitment } from './committed-ratings';
import { SEALED_BYTES } from './limits';

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

/** What is sealed, or why it cannot be opened. */
export type Looked = { readonly content: SealedRatings } | { readonly fault: string };

/** Where ratings lie until they are revealed: outside the database, encrypted, each file as long as every other. */
export class RatingSafe {
  private readonly folder: string;
  private readonly turns = new Map<string, Promise<void>>();

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

  /**
   * On disk when this returns. What is sealed under the same commitment stays, unless it cannot be opened.
   *
   * @returns `new`; `kept`: it was there; `other`: what is there was said with another reason, or of more to come, and
   * stays
   */
  seal(relationship: string, content: SealedRatings): 'new' | 'kept' | 'other' {
    const commitment = ratingCommitment(content);
    const path = this.pathOf(relationship, commitment);
    const sealed = this.encrypted(content);
    if (writeNewDurably(path, sealed)) return 'new';
    const there = this.look(relationship, commitment);
    if ('fault' in there) {
      // Whoever hands in again what is damaged mends it.
      writeDurably(path, sealed);
      return 'kept';
    }
    return canonicalJson({ ...there.content }) === canonicalJson({ ...content }) ? 'kept' : 'other';
  }

  private encrypted(content: SealedRatings): string {
    const text = Buffer.from(canonicalJson({ ...content }));
    if (text.length > SEALED_BYTES) throw new RangeError(`sealed ratings hold at most ${SEALED_BYTES} bytes`);
    // Behind JSON spaces say nothing.
    const padded = Buffer.alloc(SEALED_BYTES, ' ');
    text.copy(padded);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key(), nonce);
    return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64');
  }

  /** Of what the ledger did not take, or has revealed; nothing where it is not there. */
  discard(relationship: string, commitment: string): void {
    if (this.holds(relationship, commitment)) removeDurably(this.pathOf(relationship, commitment));
  }

  /** Whether something is sealed under that commitment, be it what it should be or not. */
  holds(relationship: string, commitment: string): boolean {
    return existsSync(this.pathOf(relationship, commitment));
  }

  /** Commitments under which something is sealed. */
  commitments(relationship: string): readonly string[] {
    const start = `${fileNameOf(relationship)}.`;
    const names = filesIn(join(this.folder, SEALED)).filter((name) => name.startsWith(start));
    return names.map((name) => name.slice(start.length));
  }

  /** What is sealed under a commitment, or why it cannot be opened. */
  look(relationship: string, commitment: string): Looked {
    try {
      const content = this.open(relationship, commitment);
      return content === null ? { fault: 'nothing is sealed under it here' } : { content };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Works at what is sealed of a relationship, one after another: none takes away what another counts on. */
  inTurn<Done>(relationship: string, work: () => Promise<Done>): Promise<Done> {
    const done = (this.turns.get(relationship) ?? Promise.resolve()).then(work);
    const leave = (): void => {
      if (this.turns.get(relationship) === over) this.turns.delete(relationship);
    };
    // Whoever asked for the work is told of its failure.
    const over = done.then(leave, leave);
    this.turns.set(relationship, over);
    return done;
  }

  /** Null where nothing was sealed under that commitment here. @throws Error where the file or the key is another */
  private open(relationship: string, commitment: string): SealedRatings | null {
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
    return join(this.folder, SEALED, `${fileNameOf(relationship)}.${commitment}`);
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

/** The folder beside the key. */
const SEALED = 'sealed';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
