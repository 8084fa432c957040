import type { JsonObject } from '@app/event-store';
import type { Severity, Sign } from '../catalogue/catalogue';

/**
 * What the score reads of one entry: its envelope and nothing of its payload, so that erasing a payload never changes
 * a score. Days are whole days since 1970-01-01 (UTC); instants are milliseconds since then.
 */
export interface Fact {
  /** Place in the ledger of the relationship, from 0. */
  readonly revision: number;
  readonly id: string;
  readonly kind: string;
  readonly party: string;
  /** Recorded time, in milliseconds: the claimed one of an imported entry. */
  readonly recorded: number;
  /** The ledger's own recorded time, in milliseconds; equal to `recorded` for live entries. */
  readonly ledgerRecorded: number;
  /** Whether it was imported: logged elsewhere before this ledger had it. */
  readonly imported: boolean;
  /** As precise as it was given (`2019`, `2019-06`, `2019-06-20` or an instant); null for answers. */
  readonly effective: string | null;
  readonly factor: number | null;
  /** Resolved when the entry was recorded; null where the entry bears no sign (answers, ratings). */
  readonly sign: Sign | null;
  readonly severity: Severity | null;
  readonly level: number | null;
  readonly evidenced: boolean | null;
  /** Id of the entry that this one answers. */
  readonly answers: string | null;
  /**
   * Fields of `data` that carry no prose: ids, parties, dates, choices, numbers, booleans, ratings, the scoring part of
   * a factor set. Of a correction: what it changes, null where it removes.
   */
  readonly data: JsonObject;
}
