/** What is known of a ledger, and of what was read of it. Positions are texts that sort. */
interface Known {
  /** The last position that something was heard of. */
  reached: string;
  /** The lowest position that an answer covers which is still shown; null: nothing was read since it was read again. */
  covered: string | null;
  isReadingAgain: boolean;
}

export interface Freshness {
  /** Something was logged there, by whomever. */
  readonly heard: (relationship: string, position: string) => void;
  /** An answer covers the ledger up to there. */
  readonly covers: (relationship: string, position: string) => void;
  /** What the next answer must cover; null: nothing was heard yet. */
  readonly furthest: () => string | null;
  /** Positions of another ledger say nothing of this one. */
  readonly forget: () => void;
}

/**
 * Reads what is shown of a relationship again as soon as its ledger is known to hold more than an answer covers.
 *
 * @param readAgain resolves once everything was read again, or could not be
 * @param gatherMs milliseconds that news are gathered; while they go on, one reading follows the other
 */
export function createFreshness(readAgain: (relationship: string) => Promise<void>, gatherMs: number): Freshness {
  const ledgers = new Map<string, Known>();
  const of = (relationship: string): Known => {
    const known = ledgers.get(relationship) ?? { reached: '', covered: null, isReadingAgain: false };
    ledgers.set(relationship, known);
    return known;
  };
  const look = (relationship: string, known: Known): void => {
    if (known.isReadingAgain || known.covered === null || known.covered >= known.reached) return;
    known.isReadingAgain = true;
    setTimeout(() => {
      known.covered = null;
      void readAgain(relationship).finally(() => {
        known.isReadingAgain = false;
        look(relationship, known);
      });
    }, gatherMs);
  };
  return {
    heard: (relationship, position) => {
      const known = of(relationship);
      if (position > known.reached) known.reached = position;
      look(relationship, known);
    },
    covers: (relationship, position) => {
      const known = of(relationship);
      if (known.covered === null || position < known.covered) known.covered = position;
      look(relationship, known);
    },
    furthest: () => {
      const reached = [...ledgers.values()].map((known) => known.reached).sort();
      return reached.at(-1) || null;
    },
    forget: () => ledgers.clear(),
  };
}
