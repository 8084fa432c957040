import type { JsonObject } from '@app/event-store';
import type { Entry } from './entry/entry';
import type { Fact } from './scoring/fact';

/** What a view knows of a relationship without its entries. */
export interface RelationshipRow {
  readonly id: string;
  /** `data` of `relationship.established` as it stands, or null where an import had none. */
  readonly established: JsonObject | null;
  /** The earliest effective date of its entries, as given. */
  readonly firstEffective: string | null;
  readonly entries: number;
  /** Revision of its last entry. */
  readonly revision: number;
  /** True where any of its entries was imported. */
  readonly imported: boolean;
  /** True of the fictional sample contract. */
  readonly sample: boolean;
}

/** Which entries of a relationship, in ledger order where nothing else is said. Conditions are joined by "and". */
export interface EntrySelection {
  /** Only entries after this revision. */
  readonly afterRevision?: number;
  /** Only entries before this revision. */
  readonly beforeRevision?: number;
  /** The order of the ledger turned round; `limit` counts from the newest then. */
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly kind?: string;
  readonly factor?: number;
  readonly party?: string;
  /** Words that all stand in the entry's text. */
  readonly text?: string;
  readonly ids?: readonly string[];
}

/**
 * Where the queries read from: the projections of a server, or the log itself on the command line. Both give the same
 * answers.
 */
export interface Views {
  relationships(): Promise<readonly RelationshipRow[]>;
  relationship(id: string): Promise<RelationshipRow | null>;
  /** All facts in ledger order; null where there is no such relationship. */
  facts(relationship: string): Promise<readonly Fact[] | null>;
  entries(relationship: string, selection: EntrySelection): Promise<readonly Entry[]>;
}
