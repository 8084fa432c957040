import type { JsonObject, RecordedEvent } from '@app/event-store';
import type { Role } from '@app/ledger';

/** The stream of tokens. It stands outside every relationship, and so outside trail, tree and export. */
export const ACCESS_STREAM = 'access';

export const TOKEN_ISSUED = 'token.issued.v1';
export const TOKEN_REVOKED = 'token.revoked.v1';
export const DEMO_MARKED = 'demo.marked.v1';
export const DEMO_LOADED = 'demo.loaded.v1';

/** What the ledger keeps of a token: never the token itself. Times are RFC 3339 in UTC. */
export interface TokenIssued {
  readonly id: string;
  /** SHA-256 (hex) of the token. */
  readonly hash: string;
  readonly role: Role;
  readonly member: string;
  /** Null for facilitators, auditors, reporters and operators. */
  readonly party: string | null;
  /** Ids of the relationships it may see; empty for operators. */
  readonly relationships: readonly string[];
  readonly issued: string;
  readonly expires: string;
}

export interface TokenRevoked {
  readonly id: string;
  readonly revoked: string;
}

/** An event of the stream `access`; `metadata` is always empty. */
export type AccessEvent =
  | { readonly type: typeof TOKEN_ISSUED; readonly data: TokenIssued }
  | { readonly type: typeof TOKEN_REVOKED; readonly data: TokenRevoked }
  /** The data directory shows the sample contract, for ever. */
  | { readonly type: typeof DEMO_MARKED; readonly data: { readonly marked: string } }
  /** The sample contract is in it to its last entry. */
  | { readonly type: typeof DEMO_LOADED; readonly data: { readonly loaded: string } };

/**
 * The event as it stands in the log.
 *
 * @throws Error where its type is none of this program: a newer program wrote it, and to pass over what may be a
 * revocation would be unsafe.
 */
export function readAccessEvent(event: Pick<RecordedEvent, 'type' | 'data' | 'revision'>): AccessEvent {
  switch (event.type) {
    case TOKEN_ISSUED:
    case TOKEN_REVOKED:
    case DEMO_MARKED:
    case DEMO_LOADED:
      return { type: event.type, data: event.data } as unknown as AccessEvent;
    default:
      throw new Error(`event ${event.revision} of the stream ${ACCESS_STREAM} has the unknown type ${event.type}`);
  }
}

/** The event's data as the port takes it. */
export function accessEventData(event: AccessEvent): JsonObject {
  return { ...event.data };
}
