import { InvalidJson, parseJson, sha256 } from '@app/integrity';
import { parseDay } from '../scoring/days';
import type { Findings } from './finding';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_TEXT_BYTES } from './limits';

/** Files of a bundle by name, folders with slashes: `tile/0/000.p/45`. */
export type BundleFiles = ReadonlyMap<string, Buffer>;

export const BUNDLE_FORMAT = 'collaboration-ledger/bundle/v1';

/** Folder of the entries and of the hashes of their tree. */
export const TILES = 'tile/';

/** Names of the files that every bundle has. */
export const FILE = {
  manifest: 'manifest.json',
  checkpoint: 'checkpoint',
  policy: 'policy',
  payloads: 'payloads.ndjson',
  keys: 'keys.json',
  factorSets: 'factor-sets.json',
  scores: 'scores.json',
  guide: 'VERIFY.md',
  /** Not listed in the manifest: no program can vouch for itself. */
  verifier: 'verify.mjs',
} as const;

/** What a bundle says of itself. It is not signed: everything in it is compared with what is. */
export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly relationship: string;
  /** The UTC day on which the bundle was made, `YYYY-MM-DD`. */
  readonly made: string;
  readonly entries: number;
  /** Payloads in the bundle, and entries whose payload was erased; the payloads of the rest were withheld. */
  readonly payloads: number;
  readonly erased: number;
  /** SHA-256 (hex) of every other file, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Bytes that a bundle may have: all of its files, and each that is read as one text. */
export interface BundleSize {
  readonly all: number;
  readonly text: number;
}

const MOST: BundleSize = { all: MAX_BUNDLE_BYTES, text: MAX_BUNDLE_TEXT_BYTES };

/** The file with which a bundle is larger than one may be, and why; null where none is. */
export function sizeFault(files: BundleFiles, most = MOST): { readonly file: string; readonly reason: string } | null {
  let bytes = 0;
  for (const [file, { length }] of files) {
    bytes += length;
    if (bytes > most.all) return { file, reason: `with it the files of the bundle have more than ${most.all} bytes` };
    // These are read in parts.
    if (file === FILE.payloads || file.startsWith(TILES)) continue;
    if (length > most.text) return { file, reason: `it has ${length} bytes, and such a file at most ${most.text}` };
  }
  return null;
}

/** The way in which the JSON files of a bundle are written. */
export function bundleJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

export function sha256Hex(bytes: Uint8Array): string {
  return sha256(bytes).toString('hex');
}

/** The manifest of a bundle; null where there is none that can be read, which is found then. */
export function readManifest(files: BundleFiles, findings: Findings): Manifest | null {
  const bytes = files.get(FILE.manifest);
  if (bytes === undefined) {
    findings.add('incomplete', FILE.manifest, 'it is missing: these are not the files of a bundle, or not all of them');
    return null;
  }
  const value = readJson(FILE.manifest, bytes, findings);
  if (value === undefined) return null;
  if (isManifest(value)) return value;
  const format = fieldOf(value, 'format');
  const newer = typeof format === 'string' && format !== BUNDLE_FORMAT;
  const reason = newer
    ? `its format is ${JSON.stringify(format)}, and this verifier knows ${BUNDLE_FORMAT} alone`
    : 'it is not the manifest of a bundle';
  findings.add('invalid', FILE.manifest, reason);
  return null;
}

/** The value of a JSON file; undefined where it is none, or not written as bundles write it, which is found then. */
export function readJson(name: string, bytes: Buffer, findings: Findings): unknown {
  try {
    const value = parseJson(bytes.toString('utf8'));
    if (bundleJson(value).equals(bytes)) return value;
    findings.add('invalid', name, 'it is not written as bundles write it: somebody has changed it');
  } catch (error) {
    if (!(error instanceof InvalidJson)) throw error;
    findings.add('invalid', name, `it is no JSON: ${error.message}`);
  }
  return undefined;
}

/** A field of a value that may be anything. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

const HASH = /^[0-9a-f]{64}$/;

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, relationship, made, entries, payloads, erased, files, ...more } = value as Record<string, unknown>;
  return (
    Object.keys(more).length === 0 &&
    format === BUNDLE_FORMAT &&
    typeof relationship === 'string' &&
    typeof made === 'string' &&
    parseDay(made) !== null &&
    [entries, payloads, erased].every((count) => Number.isSafeInteger(count) && (count as number) >= 0) &&
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every((hash) => typeof hash === 'string' && HASH.test(hash))
  );
}
