/**
 * Every way in which the ledger says no, in order of precedence within its status: the closed list behind the CLI, the
 * HTTP problems and the API description. `title` is one sentence that says what to do.
 */
export const PROBLEMS = {
  'invalid-json': {
    status: 400,
    title: 'The text is not JSON that the ledger takes; send one well-formed JSON value in UTF-8.',
  },
  'invalid-entry': {
    status: 400,
    title: 'A field is missing, unknown or of the wrong shape; correct the field that is named.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is missing, unknown or of the wrong shape; correct the one that is named.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'Send an Idempotency-Key header of 1 to 128 printable characters with every POST that writes.',
  },
  unauthenticated: { status: 401, title: 'Send a valid bearer token, or sign in.' },
  forbidden: { status: 403, title: 'This token may not do that.' },
  'relationship-not-found': { status: 404, title: 'There is no such relationship that this token may see.' },
  'entry-not-found': { status: 404, title: 'There is no such entry in this relationship.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method.' },
  'relationship-exists': { status: 409, title: 'A relationship of that id exists already; choose another id.' },
  'idempotency-key-reused': {
    status: 409,
    title: 'This idempotency key came before with another body; use a new key for a new command.',
  },
  'entry-exists': {
    status: 409,
    title: 'An entry of that id exists with other content; entries are never changed, correct it by a new entry.',
  },
  'checkpoint-contradicted': {
    status: 409,
    title: 'The checkpoint that you have seen is none of this log: keep it, it proves that two histories were shown.',
  },
  'import-closed': {
    status: 409,
    title: 'The relationship has live entries: lines that claim a recorded time are no longer taken.',
  },
  conflict: { status: 409, title: 'Others wrote at the same moment, again and again; send the same command again.' },
  'body-too-large': { status: 413, title: 'The body is larger than the limit; send less at once.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Send the media type that this address takes: application/json, unless it says otherwise.',
  },
  'unknown-kind': { status: 422, title: 'The catalogue has no such kind; take one of its kinds.' },
  'kind-not-writable': {
    status: 422,
    title: 'Entries of this kind are written by the ledger itself, or by another command.',
  },
  'unknown-factor': {
    status: 422,
    title: 'No such factor in the built-in set or in one agreed here; 600 is computed, never given.',
  },
  'unknown-party': { status: 422, title: 'No such party in this relationship.' },
  'invalid-date': {
    status: 422,
    title: 'Give a date that exists, as YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant.',
  },
  'effective-in-future': {
    status: 422,
    title: 'The effective date lies more than a day after the recorded day; log it when it has happened.',
  },
  'no-fault': { status: 422, title: 'Entries of this kind never carry a minus: raising and reporting cost nothing.' },
  'sign-contradicts-data': {
    status: 422,
    title: 'The sign contradicts what the data says; leave it out or correct the data.',
  },
  'invalid-answer': { status: 422, title: 'That entry cannot be answered in this way, or not by this party.' },
  'in-effect': {
    status: 422,
    title: 'The entry is in effect by agreement of all parties; log a new entry that replaces it.',
  },
  'not-allowed-now': { status: 422, title: 'What happened before does not allow this now.' },
  'signature-required': {
    status: 422,
    title: 'This party signs its entries: send the signature of one of its keys with the entry.',
  },
  'signature-invalid': {
    status: 422,
    title: 'The signature is not one of this entry by a key of the party in effect; nothing was logged.',
  },
  'too-many-requests': { status: 429, title: 'Too many requests; wait as Retry-After says.' },
  'internal-error': { status: 500, title: 'The server failed; the fault is ours, and its log says more.' },
  'store-unavailable': {
    status: 503,
    title: 'The event store cannot be reached; nothing was confirmed, send the same command again after a while.',
  },
  'read-model-behind': { status: 503, title: 'The read model has not reached that position in time; ask again.' },
  'receipt-not-ready': { status: 503, title: 'No checkpoint covers the entry yet; ask again in a moment.' },
  'read-only': {
    status: 503,
    title: 'The ledger is not the one that was signed before, and takes no entry until its operator has cleared it up.',
  },
  'primary-only': { status: 503, title: 'Only the primary process serves this; ask it.' },
  'disk-full': {
    status: 507,
    title: 'No room on the disk; nothing was written, send the same command again when there is room.',
  },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A named rejection. Nothing was changed. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    /** What exactly is wrong here, in one sentence. */
    readonly detail: string,
    /** The field at fault, as a path: `data.due`. */
    readonly field?: string,
    /** The line of a file at fault, from 1. */
    readonly line?: number,
  ) {
    super(detail);
    this.name = 'Problem';
  }
}
