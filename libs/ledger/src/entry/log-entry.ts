import { CommandIdReused, StreamChanged, handle, type EventStore, type JsonObject } from '@app/event-store';
import { sha256OfJson } from '@app/integrity';
import { signedBodyOf } from '../keys/signed-words';
import { AUDITOR, AUDITOR_KINDS } from '../catalogue/auditor';
import { Problem } from '../problems';
import type { Author } from './author';
import { BODY_FIELDS, checkBody } from './check';
import { ofClientAlone } from '../selection/selection';
import type { Authorship } from './content';
import { ledgerDecider, type LedgerCommand } from './decide';
import type { CheckpointSeen, EntryBody, SignatureGiven } from './entry';
import { MAX_KEY_LENGTH } from './limits';
import { envelopeOf, streamOf } from './read';
import { dayOf, effectiveDay, formatDay } from '../scoring/days';
import { said } from './said';
import { newSalt } from './salt';
import * as shape from './shape';
import { commandIdOf } from './command-id';

/** What became of a logged entry: on disk when this is answered. */
export interface Logged {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  /** RFC 3339, the ledger's clock. */
  readonly recorded: string;
  /** True where the same key and body came before: nothing was appended now. */
  readonly replayed: boolean;
}

export interface LogRequest {
  readonly relationship: string;
  readonly author: Author;
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly body: EntryBody & { readonly party?: 'third-party' };
  /** What its author had seen of the log: no part of what is said. */
  readonly checkpointSeen?: CheckpointSeen | null;
  /** The author's own, of what is said and of the checkpoint; no part of what is said either. */
  readonly signature?: SignatureGiven | null;
}

/**
 * Logs one entry, live.
 *
 * @param now milliseconds since 1970-01-01 UTC
 * @throws Problem; what `EventStore.append` throws
 */
export async function logEntry(store: EventStore, request: LogRequest, now: number): Promise<Logged> {
  const { author } = request;
  const body = shape.fields(request.body, '', [...BODY_FIELDS, 'party']);
  const thirdParty = body['party'] !== undefined;
  if (thirdParty && body['party'] !== 'third-party') throw shape.invalid('party', '"third-party" or nothing');
  if (author.party === null) return append(store, request, body, now, false, auditorOf(author, body));
  return append(store, request, body, now, false, {
    party: thirdParty ? 'third-party' : author.party,
    member: author.member,
    loggedBy: thirdParty ? author.party : null,
    sponsor: author.role === 'sponsor',
  });
}

/** @throws Problem `forbidden` */
function auditorOf({ role, member }: Author, { kind }: Readonly<Record<string, unknown>>): Authorship {
  if (role !== 'auditor') throw new Problem('forbidden', `a ${role} reads the record and logs nothing in it`);
  if (!AUDITOR_KINDS.some((each) => each === kind)) {
    throw new Problem('forbidden', `an auditor logs ${AUDITOR_KINDS.join(', ')} and nothing else`);
  }
  return { party: 'third-party', member, loggedBy: AUDITOR };
}

export interface EstablishRequest {
  readonly relationship: string;
  readonly author: Author;
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** Fields of `relationship.established`. */
  readonly data: JsonObject;
  /** Whether it is a partner selection: a ledger of the client alone. */
  readonly isSelection?: boolean;
}

/**
 * Opens the ledger of a new relationship. Its first entry stands in the client's name: the client lets the contract.
 *
 * @throws Problem `relationship-exists`, `forbidden`, `invalid-entry`
 */
export async function establishRelationship(
  store: EventStore,
  request: EstablishRequest,
  now: number,
): Promise<Logged> {
  const { author, data, isSelection = false } = request;
  if (author.role !== 'operator') throw new Problem('forbidden', 'only an operator opens the ledger of a relationship');
  const start = data['start'];
  const body = {
    kind: 'relationship.established',
    // A contract may be signed long before it starts: the entry then takes effect when it is recorded.
    effective:
      typeof start === 'string' && (effectiveDay(start, now) ?? Infinity) <= dayOf(now) ? start : formatDay(dayOf(now)),
    data,
  };
  return append(store, request, body, now, isSelection ? 'selection' : true, {
    party: 'client',
    member: author.member,
    loggedBy: null,
  });
}

/** What the ledger itself records: of its record, and of what was not done in time. */
export interface OwnRecord {
  readonly kind: string;
  readonly text: string;
  readonly data: JsonObject;
  /** Id of the entry that it answers: one of the ledger's own. */
  readonly answers?: string;
  /** Day since 1970-01-01, of what is no answer; absent: that of the clock. */
  readonly day?: number;
  /** The last checkpoint that was signed; absent: it does not say. */
  readonly seen?: CheckpointSeen | null;
}

/**
 * Records something in the name of the ledger.
 *
 * @param key the same one again: the same entry
 */
export function recordByLedger(
  store: EventStore,
  relationship: string,
  key: string,
  record: OwnRecord,
  now: number,
): Promise<Logged> {
  const author: Author = { member: 'ledger', role: 'operator', party: null };
  const { day = dayOf(now), seen = null, ...said } = record;
  const body = said.answers === undefined ? { ...said, effective: formatDay(day) } : said;
  const authorship = { party: 'ledger', member: null, loggedBy: null };
  return append(store, { relationship, author, key, checkpointSeen: seen }, body, now, false, authorship, true);
}

async function append(
  store: EventStore,
  request: Pick<LogRequest, 'relationship' | 'author' | 'key' | 'checkpointSeen' | 'signature'>,
  raw: Readonly<Record<string, unknown>>,
  now: number,
  establishes: boolean | 'selection',
  author: Authorship,
  byLedger = false,
): Promise<Logged> {
  const relationship = shape.id(request.relationship, 'id');
  const key = shape.text(MAX_KEY_LENGTH)(request.key, 'Idempotency-Key');
  const checked = checkBody(raw, byLedger ? 'ledger' : 'live');
  const body = establishes === 'selection' ? ofClientAlone(checked) : checked;
  const { checkpointSeen = null, signature = null } = request;
  const command: LedgerCommand = {
    id: commandIdOf(relationship, request.author.member, key),
    hash: sha256OfJson(said(body, { party: author.party })),
    body,
    author,
    now,
    salt: newSalt(),
    checkpointSeen,
    signed: signature === null ? null : signedBodyOf(raw, signature),
    establishes: establishes !== false,
    byLedger,
  };
  try {
    const handled = await handle(store, ledgerDecider, streamOf(relationship), command);
    const [event] = handled.events;
    if (event === undefined) throw new Error(`command ${command.id} was handled without an event`);
    const { id, recorded } = envelopeOf(event);
    return { id, revision: handled.revision, position: handled.position, recorded, replayed: handled.replayed };
  } catch (error) {
    if (error instanceof CommandIdReused) {
      throw new Problem('idempotency-key-reused', 'the key came before with another body', 'Idempotency-Key');
    }
    if (error instanceof StreamChanged) throw new Problem('conflict', error.message);
    throw error;
  }
}
