import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileNameOf, filesIn, PRIVATE_DIRECTORY, readText, writeAllDurably } from '../log/private-files';
import { Problem } from '../problems';
import { FILE_MEDIA_TYPES, looksLike } from './file-types';
import { MAX_FILE_BYTES, MAX_FILES, MAX_FILES_BYTES } from './limits';

/** A file of evidence that is stored here. */
export interface StoredFile {
  /** Of its content, 64 hex digits; its name. */
  readonly sha256: string;
  readonly bytes: number;
  /** Media type. */
  readonly type: string;
}

/** The folder of files, and in it one of each relationship. */
const FILES = 'files';
/** Ends the name of what says of which type a file is. */
const TYPE = '.type';
const SHA256 = /^[0-9a-f]{64}$/;
/** What the system says where there is no room. */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Files of evidence, by their content: what is cited by a SHA-256 is what lies here under it, or nothing. They are no part
 * of the log. One process writes them.
 */
export class EvidenceFiles {
  private readonly folder: string;
  /** What relationships have stored; counted once. */
  private readonly stored = new Map<string, { files: number; bytes: number }>();

  constructor(
    dataDirectory: string,
    private readonly limits = { files: MAX_FILES, bytes: MAX_FILES_BYTES },
  ) {
    this.folder = join(dataDirectory, PRIVATE_DIRECTORY, FILES);
  }

  /**
   * On disk when this returns. The same content again changes nothing, and is answered as it was.
   *
   * @throws Problem `invalid-entry` of an empty file, `unsupported-media-type`, `body-too-large`, `not-allowed-now`
   * where the relationship has stored as much as it may, `disk-full`
   */
  store(relationship: string, type: string, content: Uint8Array): StoredFile {
    if (content.length === 0) throw new Problem('invalid-entry', 'the file is empty');
    if (content.length > MAX_FILE_BYTES)
      throw new Problem('body-too-large', `the file is larger than ${MAX_FILE_BYTES} bytes`);
    if (!FILE_MEDIA_TYPES.includes(type))
      throw new Problem('unsupported-media-type', `a file is one of ${FILE_MEDIA_TYPES.join(', ')}`);
    const sha256 = hashOf(content);
    const there = this.find(relationship, sha256);
    if (there !== null) return there;
    if (!looksLike(type, content)) throw new Problem('unsupported-media-type', `the content is not that of ${type}`);
    const { files, bytes } = this.countOf(relationship);
    if (files >= this.limits.files || bytes + content.length > this.limits.bytes) {
      const limit = `${this.limits.files} files and ${this.limits.bytes} bytes`;
      throw new Problem(
        'not-allowed-now',
        `this relationship has stored as much as it may, ${limit}; link to the file`,
      );
    }
    try {
      writeAllDurably(this.folderOf(relationship), [
        { name: sha256 + TYPE, text: type },
        { name: sha256, text: content },
      ]);
    } catch (error) {
      if (FULL.has(String((error as NodeJS.ErrnoException).code)))
        throw new Problem('disk-full', 'the disk of the data directory is full');
      throw error;
    }
    this.stored.set(relationship, { files: files + 1, bytes: bytes + content.length });
    return { sha256, bytes: content.length, type };
  }

  /** Null where it is not here. */
  find(relationship: string, sha256: string): StoredFile | null {
    const file = SHA256.test(sha256)
      ? statSync(this.pathOf(relationship, sha256), { throwIfNoEntry: false })
      : undefined;
    if (file === undefined) return null;
    const type = readText(this.pathOf(relationship, sha256) + TYPE) ?? 'application/octet-stream';
    return { sha256, bytes: file.size, type };
  }

  /** @throws Problem `not-found`, also where what lies here is no longer what was stored */
  read(relationship: string, sha256: string): StoredFile & { readonly content: Buffer } {
    const file = this.find(relationship, sha256);
    if (file === null) throw new Problem('not-found', `no file of that SHA-256 is stored in ${relationship}`);
    const content = readFileSync(this.pathOf(relationship, sha256));
    if (hashOf(content) !== sha256)
      throw new Problem('not-found', 'the file is damaged here; ask its operator for one from a backup');
    return { ...file, content };
  }

  /** SHA-256 of the files that are here, by their names. */
  hashes(relationship: string): ReadonlySet<string> {
    return new Set(filesIn(this.folderOf(relationship)).filter((name) => SHA256.test(name)));
  }

  private countOf(relationship: string): { readonly files: number; readonly bytes: number } {
    const known = this.stored.get(relationship);
    if (known !== undefined) return known;
    const sizes = [...this.hashes(relationship)].map((sha256) => statSync(this.pathOf(relationship, sha256)).size);
    return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }

  private pathOf(relationship: string, sha256: string): string {
    return join(this.folderOf(relationship), sha256);
  }

  private folderOf(relationship: string): string {
    return join(this.folder, fileNameOf(relationship));
  }
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
