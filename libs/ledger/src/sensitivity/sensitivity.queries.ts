import type { Clocks } from '../parameters';
import { scoredIn, type ScoredDates } from '../scored';
import { compareEntries } from '../scoring/entry-reading';
import { isEvent } from '../scoring/event-weight';
import { changeOfView, outcomeOf, type Outcome } from '../scoring/outcome';
import { fourDecimalsOrNull } from '../scoring/rounding';
import { Standing, type Numbers } from '../scoring/standing';
import { supposing } from '../scoring/supposing';
import { waitingFor } from '../unanswered/unanswered';
import type { Views } from '../views';

/** What the score would be in one case. */
export interface Case extends Outcome {
  /** By how much M would be higher than it is; null where one of both has none. */
  readonly effect: number | null;
}

export interface SensitivityFactor {
  /** Code of the factor. */
  readonly factor: number;
  readonly name: string;
  readonly weight: number;
  /** F as it is, and in each case; null where there is none. */
  readonly score: number | null;
  readonly ifAgreed: number | null;
  readonly ifDisputed: number | null;
  readonly agreedAlone: number | null;
  /** Ids of its entries that somebody has to answer. */
  readonly entries: readonly string[];
}

export interface Sensitivity extends ScoredDates {
  readonly now: Outcome;
  /** If everyone agreed today to what waits for an answer. */
  readonly ifAgreed: Case;
  /** If everyone disputed it today. */
  readonly ifDisputed: Case;
  /** From ratings and the events that are agreed. */
  readonly agreedAlone: Case;
  /** Ids of the events left out of that, in the order of facts. */
  readonly notAgreed: readonly string[];
  readonly sensitivity: readonly SensitivityFactor[];
}

/**
 * What answering could change: the score if all that waits for an answer and bears on a factor were agreed, or disputed,
 * and without whatever is not agreed.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function sensitivityOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<Sensitivity> {
  const { dates, day, known, reading, set, standing, standings } = await scoredIn(views, relationship, clocks, now);
  const visible = reading.entries.filter((entry) => entry.day <= day && entry.factor !== null).sort(compareEntries);
  const waiting = visible.flatMap((entry) => {
    const parties = waitingFor(entry, reading, day);
    return parties.length === 0 ? [] : [{ entry, parties }];
  });
  const answered = (kind: 'entry.agreed' | 'entry.disputed'): Numbers => {
    const answers = waiting.flatMap(({ entry, parties }) =>
      parties.map((party) => ({ kind, party, answers: entry.fact.id })),
    );
    return new Standing(supposing(known, answers, day), set).at(day);
  };
  const [agreed, disputed] = [answered('entry.agreed'), answered('entry.disputed')];
  const notAgreed = visible.filter(
    (entry) => isEvent(entry) && (entry.status === 'asserted' || entry.status === 'disputed'),
  );
  const alone = standing.without(notAgreed);
  const caseOf = (then: Numbers): Case => ({ ...outcomeOf(then), effect: changeOfView(standings, then) });
  return {
    ...dates,
    now: outcomeOf(standings),
    ifAgreed: caseOf(agreed),
    ifDisputed: caseOf(disputed),
    agreedAlone: caseOf(alone),
    notAgreed: notAgreed.map(({ fact }) => fact.id),
    sensitivity: standings.factors.map(({ factor, score }, place): SensitivityFactor => {
      const scoreIn = (other: Numbers): number | null => fourDecimalsOrNull(other.factors[place]?.score ?? null);
      return {
        ...{ factor: factor.code, name: factor.name, weight: factor.weight, score: fourDecimalsOrNull(score) },
        ...{ ifAgreed: scoreIn(agreed), ifDisputed: scoreIn(disputed), agreedAlone: scoreIn(alone) },
        entries: waiting.filter(({ entry }) => entry.factor === factor.code).map(({ entry }) => entry.fact.id),
      };
    }),
  };
}
