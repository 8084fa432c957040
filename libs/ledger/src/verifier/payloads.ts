import { canonicalJson, InvalidJson, isSalt, parseJson, payloadCommitment } from '@app/integrity';
import type { Envelope } from '../entry/entry';
import { signedWordsFault } from '../keys/signed-words';
import { parseDay } from '../scoring/days';
import type { Findings } from './finding';
import { MAX_BUNDLE_TEXT_BYTES } from './limits';
import { FILE, type BundleFiles, type Manifest } from './manifest';

const NEWLINE = 0x0a;

/** A line of `payloads.ndjson`: a payload with its salt, or when it was erased. */
export type PayloadLine =
  | { readonly revision: number; readonly payload: unknown; readonly salt: string; readonly signedBody?: string }
  /** `YYYY-MM-DD`. */
  | { readonly revision: number; readonly erased: string };

export interface ErasedPayload {
  readonly revision: number;
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** Whether something says on which day a payload was erased. */
export function isErasure(erased: unknown): erased is string {
  return typeof erased === 'string' && parseDay(erased) !== null;
}

/**
 * What is to be known of payloads that were erased, without a full stop; null where none was. No entry vouches for it:
 * one of the kind `data.erased` names its entries in prose, which may be erased itself.
 */
export function erasedText(erased: readonly Pick<ErasedPayload, 'revision'>[]): string | null {
  const [first, ...others] = erased;
  if (first === undefined) return null;
  const which =
    others.length === 0
      ? `of entry ${first.revision} were`
      : `of ${erased.length} entries, the first of them ${first.revision}, were`;
  return `the words ${which} erased, by the word of whoever keeps them alone: that they were recorded is proved, and not what they said`;
}

/** What was found of the payloads. */
export interface Payloads {
  /** In the bundle, and what was recorded. */
  readonly matching: number;
  readonly erased: readonly ErasedPayload[];
  /** Not in the bundle, since its reader may not see them. */
  readonly withheld: number;
}

/**
 * Checks every payload against the commitment that its entry holds.
 *
 * @param onMatching is told each that is the one that was recorded
 */
export function checkPayloads(
  files: BundleFiles,
  manifest: Manifest,
  envelopes: readonly (Envelope | undefined)[],
  findings: Findings,
  onMatching: (envelope: Envelope, payload: unknown, signedBody?: string) => void = () => undefined,
): Payloads {
  const withheld = envelopes.length - manifest.payloads - manifest.erased;
  const bytes = files.get(FILE.payloads);
  if (bytes === undefined) {
    findings.add('incomplete', FILE.payloads, 'it is missing');
    return { matching: 0, erased: [], withheld: Math.max(0, withheld) };
  }
  const erased: ErasedPayload[] = [];
  const seen = new Set<number>();
  let matching = 0;
  let last = -1;
  for (const line of linesOf(bytes, findings)) {
    const { revision } = line;
    const envelope = envelopes[revision];
    const entry = { revision, id: envelope?.id ?? null };
    if (revision <= last || revision >= envelopes.length) {
      findings.add('invalid', FILE.payloads, `the line of revision ${revision} is out of place`);
      continue;
    }
    last = revision;
    seen.add(revision);
    if ('erased' in line) {
      erased.push({ revision, id: envelope?.id ?? '', on: line.erased });
      continue;
    }
    if (envelope === undefined) continue;
    const fault = faultOf(line, envelope);
    if (fault === null) {
      matching += 1;
      onMatching(envelope, line.payload, line.signedBody);
    } else findings.add(fault.fault, FILE.payloads, fault.reason, entry);
  }
  const missing = manifest.payloads + manifest.erased - seen.size;
  if (withheld < 0 || missing < 0 || erased.length > manifest.erased) {
    findings.add('invalid', FILE.manifest, 'it does not count the payloads that there are');
  } else if (missing > 0 && withheld === 0) {
    envelopes.forEach((envelope, revision) => {
      if (seen.has(revision)) return;
      findings.add('incomplete', FILE.payloads, 'its payload is missing', { revision, id: envelope?.id ?? null });
    });
  } else if (missing > 0) {
    const reason = `${missing} payloads are missing besides the ${withheld} that were withheld`;
    findings.add('incomplete', FILE.payloads, reason);
  }
  return { matching, erased, withheld: Math.max(0, withheld) };
}

/** The lines of a file without their ends, one after the other: all of it may be more than one string can hold. */
export function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    const stop = end === -1 ? bytes.length : end;
    yield bytes.subarray(start, stop);
    start = stop + 1;
  }
}

function* linesOf(bytes: Buffer, findings: Findings): Generator<PayloadLine> {
  let number = 0;
  for (const line of linesIn(bytes)) {
    number += 1;
    const value = line.length > MAX_BUNDLE_TEXT_BYTES ? 'is too long' : lineIn(line.toString('utf8'));
    if (typeof value === 'string') findings.add('invalid', FILE.payloads, `line ${number} ${value}`);
    else yield value;
  }
  if (bytes.length > 0 && bytes.at(-1) !== NEWLINE) findings.add('invalid', FILE.payloads, 'its last line is cut off');
}

function lineIn(text: string): PayloadLine | string {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    if (!(error instanceof InvalidJson)) throw error;
    return `is no JSON: ${error.message}`;
  }
  if (JSON.stringify(value) !== text) return 'is not written as bundles write it: somebody has changed it';
  const { revision, payload, salt, signedBody, erased, ...more } = (value ?? {}) as Record<string, unknown>;
  if (!Number.isSafeInteger(revision) || (revision as number) < 0) return 'names no revision';
  const isErased = isErasure(erased) && payload === undefined;
  const isPayload = typeof payload === 'object' && payload !== null && typeof salt === 'string' && erased === undefined;
  const isBody = signedBody === undefined || (isPayload && typeof signedBody === 'string');
  if (Object.keys(more).length > 0 || !isBody || !(isPayload || (isErased && salt === undefined))) {
    return 'is neither a payload with its salt nor the date of an erasure';
  }
  return value as PayloadLine;
}

const FAULT_OF_WORDS = { missing: 'incomplete', unsigned: 'payload', differs: 'invalid' } as const;

function faultOf(
  { payload, salt, signedBody }: Extract<PayloadLine, { salt: string }>,
  envelope: Envelope,
): { readonly fault: 'payload' | 'invalid' | 'incomplete'; readonly reason: string } | null {
  if (!isSalt(salt)) return { fault: 'payload', reason: 'its salt is none' };
  if (payloadCommitment(canonicalJson(payload), salt) !== envelope.commitment) {
    return {
      fault: 'payload',
      reason: 'its payload is not the one that was recorded: it does not match the commitment',
    };
  }
  if (envelope.signature === undefined && signedBody !== undefined) {
    return { fault: 'invalid', reason: 'it comes with a signed body and is not signed' };
  }
  const words = signedWordsFault(envelope, { payload, signedBody });
  return words && { fault: FAULT_OF_WORDS[words.is], reason: words.reason };
}
