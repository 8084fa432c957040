import type { JsonObject } from '@app/event-store';
import type { Severity, Sign } from '../catalogue/catalogue';

/** A file or a link that an entry rests on. */
export interface Evidence {
  readonly title?: string;
  readonly url?: string;
  /** 64 lower-case hex digits. */
  readonly sha256?: string;
  /** Id of another entry of the same relationship. */
  readonly entry?: string;
}

/** What a person or an import says; everything the ledger adds itself is left out. */
export interface EntryBody {
  readonly kind: string;
  readonly effective?: string;
  readonly factor?: number;
  readonly sign?: Sign;
  readonly severity?: Severity;
  readonly level?: number;
  readonly evidenced?: boolean;
  readonly text?: string;
  readonly data?: JsonObject;
  readonly tags?: readonly string[];
  readonly evidence?: readonly Evidence[];
  readonly answers?: string;
  readonly source?: string;
  readonly correlation?: string;
  readonly causation?: string;
}

/** One line of a journal: see the journal format in the README. */
export interface JournalLine extends EntryBody {
  readonly id: string;
  readonly relationship: string;
  readonly recorded?: string;
  readonly party: string;
  readonly member?: string;
  /** Of a third party's entry the party whose member logged it. */
  readonly loggedBy?: string;
}

/** A checkpoint of the relationship's own log, as an entry names it. */
export interface CheckpointSeen {
  /** Entries under it. */
  readonly size: number;
  /** Root of their tree, 32 bytes in base64. */
  readonly root: string;
}

/** A signature as a client sends it beside what it says. */
export interface SignatureGiven {
  /** Id of a key that the party registered. */
  readonly key: string;
  /** 32 random bytes, base64url: part of the body that was signed. */
  readonly nonce: string;
  /** 64 bytes in base64. */
  readonly value: string;
}

/** The author's own signature (Ed25519), made by its client. */
export interface AuthorSignature {
  /** Id of a key that the party registered. */
  readonly key: string;
  /** SHA-256 (hex) of the canonical body that was signed; it holds a random nonce, so that it cannot be guessed. */
  readonly body: string;
  /** 64 bytes in base64. */
  readonly value: string;
}

/**
 * What must never go: the leaf of the proof. The event's `data`. Nothing here is prose, so that the payload can be
 * erased without changing a score or a rule.
 */
export interface Envelope {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly kind: string;
  /** The ledger's own clock, RFC 3339 in UTC with milliseconds. */
  readonly recorded: string;
  readonly effective: string | null;
  readonly relationship: string;
  readonly party: string;
  readonly factor: number | null;
  readonly sign: Sign | null;
  /** Absent where the party had no key. */
  readonly signature?: AuthorSignature;
  readonly severity: Severity | null;
  readonly level: number | null;
  readonly evidenced: boolean | null;
  readonly answers: string | null;
  readonly imported: boolean;
  /**
   * The checkpoint that the author's client had seen; where the client keeps none, the last one that was published when
   * the entry was logged. Absent where there was none, and of imported entries.
   */
  readonly checkpointSeen?: CheckpointSeen;
  /** Recorded time that an import claims for the entry. */
  readonly claimedRecorded: string | null;
  /** UUIDv5 of the command's own id: a retry is found by it. */
  readonly commandId: string;
  /** SHA-256 (hex) of the salt and the command's canonical body: the same id with another body is refused. */
  readonly commandHash: string;
  readonly correlation: string | null;
  readonly causation: string | null;
  /** Fields of `data` without prose; of a correction what it changes, null where it removes. */
  readonly facts: JsonObject;
  /** SHA-256 (hex) commitment to the payload and its salt. */
  readonly commitment: string;
  /** SHA-256 (hex) of the canonical envelope before it in the stream; null at the first. */
  readonly previous: string | null;
}

/**
 * What may be erased one day. The event's `metadata` is `{ payload, salt }`, of a signed entry also `signedBody`: the
 * canonical body as its author signed it.
 */
export interface Payload {
  readonly text: string | null;
  readonly data: JsonObject;
  readonly evidence: readonly Evidence[];
  readonly member: string | null;
  readonly tags: readonly string[];
  readonly source: string | null;
}

/** An entry as it is read: envelope and payload together, as `trail` and `export` show it. */
export interface Entry {
  readonly position: string;
  readonly revision: number;
  readonly id: string;
  readonly relationship: string;
  readonly kind: string;
  readonly effective: string | null;
  /** Claimed by the import, or the ledger's own. */
  readonly recorded: string;
  readonly ledgerRecorded: string;
  readonly imported: boolean;
  readonly party: string;
  readonly member: string | null;
  /** Of a third party's entry the party whose member logged it; null of all others, and where an import does not say. */
  readonly loggedBy: string | null;
  readonly factor: number | null;
  readonly sign: Sign | null;
  readonly severity: Severity | null;
  readonly level: number | null;
  readonly evidenced: boolean | null;
  readonly text: string | null;
  readonly data: JsonObject;
  readonly evidence: readonly Evidence[];
  readonly tags: readonly string[];
  readonly source: string | null;
  readonly answers: string | null;
  /** Id that entries of one matter share. */
  readonly correlation: string | null;
  /** Id of what led to this entry. */
  readonly causation: string | null;
}
