import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import { StoreUnavailable, WrongExpectedRevision, type EventStore, type ExpectedRevision } from '@app/event-store';
import { ID_PATTERN, Problem, type Role } from '@app/ledger';
import {
  accessEventData,
  ACCESS_STREAM,
  DEMO_LOADED,
  DEMO_MARKED,
  readAccessEvent,
  TOKEN_ISSUED,
  TOKEN_REVOKED,
  type AccessEvent,
  type TokenIssued,
} from './access-events';
import { DEFAULT_TOKEN_DAYS, MAX_ACCESS_APPEND_RETRIES, MAX_TOKEN_DAYS, MAX_TOKEN_RELATIONSHIPS } from './limits';
import { BINDINGS, ROLES } from './permissions';

const TOKEN_PREFIX = 'lgr_';
const TOKEN_BYTES = 32;
const DAY_MS = 86_400_000;
/** Fixed for ever: ids of revocations and marks derive from it, so that a retry is the same event. */
const ACCESS_NAMESPACE = '6a2d4f0e-5b0c-5d53-9a7e-0c1f6d0b3e71';

/** Whom a token is for. `party` only for members and sponsors; `relationships` as the role's binding says. */
export interface TokenRequest {
  readonly role: Role;
  readonly member: string;
  readonly party?: string;
  readonly relationships?: readonly string[];
  /** Whole days until it expires. */
  readonly days?: number;
}

/** A token as lists show it. Times are RFC 3339 in UTC. */
export type TokenListing = Omit<TokenIssued, 'hash'> & { readonly revoked: string | null };

/** SHA-256 (hex) of a token, the only thing that is kept of it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Makes a token and keeps its hash. The token is in the answer and nowhere else: whoever loses it asks for a new one.
 *
 * @throws Problem `invalid-parameter` with the field; and the errors of `EventStore.append`.
 */
export async function issueToken(
  store: EventStore,
  request: TokenRequest,
  nowMs: number,
): Promise<{ readonly id: string; readonly token: string; readonly expires: string }> {
  const days = request.days ?? DEFAULT_TOKEN_DAYS;
  if (!Number.isInteger(days) || days < 1 || days > MAX_TOKEN_DAYS) {
    throw new Problem('invalid-parameter', `days must be a whole number from 1 to ${MAX_TOKEN_DAYS}`, 'days');
  }
  assertBinding(request);
  const token = TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
  const id = randomUUID();
  const expires = new Date(nowMs + days * DAY_MS).toISOString();
  const issued: AccessEvent = {
    type: TOKEN_ISSUED,
    data: {
      id,
      hash: hashToken(token),
      role: request.role,
      member: request.member,
      party: request.party ?? null,
      relationships: [...(request.relationships ?? [])],
      issued: new Date(nowMs).toISOString(),
      expires,
    },
  };
  await appendAccess(store, id, () => issued);
  return { id, token, expires };
}

/**
 * Ends a token at once; a token revoked before stays revoked.
 *
 * @throws Problem `invalid-parameter` where there is no token of that id.
 */
export async function revokeToken(store: EventStore, id: string, nowMs: number): Promise<void> {
  await appendAccess(store, uuidV5(`revoked:${id}`, ACCESS_NAMESPACE), (events) => {
    if (!events.some((event) => event.type === TOKEN_ISSUED && event.data.id === id)) {
      throw new Problem('invalid-parameter', `there is no token with the id ${id}`, 'revoke');
    }
    if (events.some((event) => event.type === TOKEN_REVOKED && event.data.id === id)) return null;
    return { type: TOKEN_REVOKED, data: { id, revoked: new Date(nowMs).toISOString() } };
  });
}

/** All tokens ever issued, oldest first, without their hashes. */
export async function listTokens(store: EventStore): Promise<readonly TokenListing[]> {
  const listings = new Map<string, TokenListing>();
  for await (const recorded of store.read(ACCESS_STREAM)) {
    const event = readAccessEvent(recorded);
    if (event.type === TOKEN_ISSUED) {
      const { hash: _hash, ...shown } = event.data;
      listings.set(shown.id, { ...shown, revoked: null });
    } else if (event.type === TOKEN_REVOKED) {
      const listing = listings.get(event.data.id);
      if (listing) listings.set(listing.id, { ...listing, revoked: event.data.revoked });
    }
  }
  return [...listings.values()];
}

/** Marks the data directory as one that shows the sample contract: for ever, nothing takes the mark away. */
export async function markDemo(store: EventStore, nowMs: number): Promise<void> {
  await appendAccess(store, uuidV5(DEMO_MARKED, ACCESS_NAMESPACE), (events) =>
    events.some((event) => event.type === DEMO_MARKED)
      ? null
      : { type: DEMO_MARKED, data: { marked: new Date(nowMs).toISOString() } },
  );
}

/** Notes that the sample contract was loaded to its end, so that an interrupted loading is taken up again. */
export async function markDemoLoaded(store: EventStore, nowMs: number): Promise<void> {
  await appendAccess(store, uuidV5(DEMO_LOADED, ACCESS_NAMESPACE), (events) =>
    events.some((event) => event.type === DEMO_LOADED)
      ? null
      : { type: DEMO_LOADED, data: { loaded: new Date(nowMs).toISOString() } },
  );
}

function assertBinding({ role, member, party, relationships = [] }: TokenRequest): void {
  // The command line passes on what was typed, whatever the type says.
  if (!Object.hasOwn(BINDINGS, role)) {
    throw new Problem('invalid-parameter', `role must be one of ${ROLES.join(', ')}`, 'role');
  }
  const binding = BINDINGS[role];
  if (!ID_PATTERN.test(member)) throw new Problem('invalid-parameter', 'member must be an id', 'member');
  if (binding.party === 'required' && (party === undefined || !ID_PATTERN.test(party))) {
    throw new Problem('invalid-parameter', `a ${role} acts for a party: name it`, 'party');
  }
  if (binding.party === 'none' && party !== undefined) {
    throw new Problem('invalid-parameter', `a token for the role ${role} acts for no party`, 'party');
  }
  const [least, most] = { none: [0, 0], one: [1, 1], several: [1, MAX_TOKEN_RELATIONSHIPS] }[binding.relationships] as [
    number,
    number,
  ];
  if (
    relationships.length < least ||
    relationships.length > most ||
    !relationships.every((id) => ID_PATTERN.test(id))
  ) {
    const expected = most === 0 ? 'no relationship' : most === 1 ? 'one relationship' : `1 to ${most} relationships`;
    throw new Problem('invalid-parameter', `a token for the role ${role} names ${expected}`, 'relationship');
  }
}

/** Decides on what the stream holds and appends what comes of it, again when another process wrote meanwhile. */
async function appendAccess(
  store: EventStore,
  eventId: string,
  decide: (events: readonly AccessEvent[]) => AccessEvent | null,
): Promise<void> {
  const events: AccessEvent[] = [];
  let expected: ExpectedRevision = 'no-stream';
  for (let attempt = 0; attempt <= MAX_ACCESS_APPEND_RETRIES; attempt++) {
    for await (const recorded of store.read(ACCESS_STREAM, events.length)) {
      events.push(readAccessEvent(recorded));
      expected = recorded.revision;
    }
    const event = decide(events);
    if (event === null) return;
    try {
      await store.append(ACCESS_STREAM, expected, [
        { id: eventId, type: event.type, data: accessEventData(event), metadata: {} },
      ]);
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
  throw new StoreUnavailable('others wrote to the access stream again and again; try again');
}
