import { factorSetName } from '../catalogue/factor-set';
import type { CheckpointSeen } from '../entry/entry';
import type { Clocks } from '../parameters';
import { visibleIn, type RegisterDates } from '../register';
import { factsIn } from '../score/score.queries';
import { factorSetInForce } from '../scoring/factor-sets';
import { fourDecimalsOrNull } from '../scoring/rounding';
import type { Views } from '../views';

/** What a report rests on, in numbers. */
export interface Basis extends RegisterDates {
  /** The method in force on the day of the question. */
  readonly factorSet: string;
  /** Entries that both clocks show, those that are voided and answers not counted. */
  readonly entries: number;
  /** How many of these every party agreed to. */
  readonly agreed: number;
  /** 0 to 1; null where there are none. */
  readonly share: number | null;
  /** Entries of the whole ledger when the question was answered. */
  readonly ledgerSize: number;
  /** The last signed checkpoint, root in Base64; null where none is signed yet, or another process signs. */
  readonly checkpoint: CheckpointSeen | null;
}

export interface BasisSources {
  readonly views: Views;
  readonly lastCheckpoint: (relationship: string) => CheckpointSeen | null;
}

/**
 * What a report names at its foot, for whoever reads scores: it is made of facts alone, and says how many there are.
 * No word of an entry goes into it, no id, no date, no kind and no name; the root of the tree is over salted
 * commitments, so that no entry can be guessed from it.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function basisOf(
  { views, lastCheckpoint }: BasisSources,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<Basis> {
  const { dates, day, reading, entries } = await visibleIn(views, relationship, clocks, now);
  const agreed = entries.filter(({ status }) => status === 'agreed').length;
  return {
    ...dates,
    factorSet: factorSetName(factorSetInForce(reading, day)),
    entries: entries.length,
    agreed,
    share: fourDecimalsOrNull(entries.length === 0 ? null : agreed / entries.length),
    ledgerSize: ((await factsIn(views, relationship)).at(-1)?.revision ?? -1) + 1,
    checkpoint: lastCheckpoint(relationship),
  };
}
