import type { Json, JsonObject } from '@app/event-store';
import { bodyHashOf, canonicalBody, canonicalJson, InvalidJson, parseJson } from '@app/integrity';
import { makesId } from '../catalogue/catalogue';
import { BODY_FIELDS, checkBody, type CheckedBody } from '../entry/check';
import type { Envelope, Payload, SignatureGiven } from '../entry/entry';
import type { SignedBody } from '../entry/write';
import { Problem } from '../problems';

/** Fields that the ledger resolves where a correction takes them away, or where it changes the evidence. */
const RESOLVED_IN_CORRECTIONS: ReadonlySet<string> = new Set(['factor', 'sign', 'severity', 'evidenced']);

/**
 * What an author signed, made again from what it sent: the body of the entry but for its party, which the statement
 * names.
 */
export function signedBodyOf(
  raw: Readonly<Record<string, unknown>>,
  { key, nonce, value }: SignatureGiven,
): SignedBody {
  const said = BODY_FIELDS.flatMap((name) => (raw[name] === undefined ? [] : [[name, raw[name]] as const]));
  const body = canonicalBody(Object.fromEntries(said), nonce);
  return { signature: { key, body: bodyHashOf(body), value }, body };
}

/** What is kept of an entry beside its envelope, as far as it is there. */
export interface KeptWords {
  readonly payload?: unknown;
  readonly signedBody?: unknown;
}

/** What is wrong with the words of a signed entry. */
export interface WordsFault {
  /** `missing`: what was signed is not there; `unsigned`: it is not what was signed; `differs`: it is not what is stored. */
  readonly is: 'missing' | 'unsigned' | 'differs';
  readonly reason: string;
}

/**
 * How the words that are stored of a signed entry differ from those that its author signed; null where they do not,
 * where it is not signed, and where they were erased. What the score reads of it is held against them apart.
 */
export function signedWordsFault(envelope: Envelope, { payload, signedBody }: KeptWords): WordsFault | null {
  const { signature } = envelope;
  if (signature === undefined || payload === undefined) return null;
  if (typeof signedBody !== 'string') {
    return { is: 'missing', reason: 'the words that its author signed are missing' };
  }
  if (bodyHashOf(signedBody) !== signature.body) {
    return { is: 'unsigned', reason: 'the words kept as signed are not those that its author signed' };
  }
  const differs = (reason: string): WordsFault => ({ is: 'differs', reason });
  try {
    const signed = checkBody(objectOf(parseJson(signedBody)), 'import');
    const field = differingField(envelope, objectOf(payload) as unknown as Payload, signed);
    return field === null ? null : differs(`its ${field} is not what its author signed`);
  } catch (error) {
    if (error instanceof InvalidJson || error instanceof Problem) {
      return differs(`the words that its author signed cannot be read: ${error.message}`);
    }
    throw error;
  }
}

/** @throws InvalidJson */
function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  throw new InvalidJson('not an object', '');
}

function differingField(envelope: Envelope, payload: Payload, signed: CheckedBody): string | null {
  const { text, source, tags, evidence, data } = payload;
  const exact: readonly (readonly [name: string, stored: unknown, signed: unknown])[] = [
    ['kind', envelope.kind, signed.kind.kind],
    ['effective', envelope.effective, signed.effective],
    ['answers', envelope.answers, signed.answers],
    ['correlation', envelope.correlation, signed.correlation],
    ['causation', envelope.causation, signed.causation],
    ['recorded time', envelope.claimedRecorded ?? null, null],
    ['text', text, signed.text],
    ['source', source, signed.source],
    ['tags', tags, signed.tags],
    ['evidence', evidence, signed.evidence],
  ];
  const differing = exact.find(([, stored, own]) => canonicalJson(stored) !== canonicalJson(own));
  if (differing !== undefined) return differing[0];
  // Whatever is stored there: a forger may have put in nothing at all.
  const stored = (data as JsonObject | null | undefined) ?? {};
  const names = new Set([...Object.keys(stored), ...Object.keys(signed.data)]);
  const field = [...names].find((name) => !isSameField(signed, name, stored[name]));
  return field === undefined ? null : `data.${field}`;
}

function isSameField({ kind, data }: CheckedBody, name: string, stored: Json | undefined): boolean {
  const signed = data[name];
  if (kind.kind === 'entry.corrected' && (signed ?? null) === null && RESOLVED_IN_CORRECTIONS.has(name)) return true;
  if (signed === undefined) {
    // The ledger makes the id of a new thing where its author gives none.
    return kind.fields.some((field) => field.name === name && makesId(kind, field));
  }
  return stored !== undefined && canonicalJson(stored) === canonicalJson(signed);
}
