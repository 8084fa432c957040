import { thingInProse } from '../due/reviews';
import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { isOver, saidIn } from '../register-entry';
import type { StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';

/** The impact of something on a group of stakeholders, as one party sees it; reviews say it anew. */
export interface Stakeholder {
  readonly group: string | null;
  /** What has the impact: the service, a change. */
  readonly of: string | null;
  /** As last assessed, like all that follows: `positive`, `negative`, `neutral` or `mixed`. */
  readonly impact: string | null;
  /** `high`, `medium` or `low`. */
  readonly size: string | null;
  readonly how: string | null;
  readonly mitigation: string | null;
  readonly by: string;
  readonly status: StatusWord;
  readonly firstAssessed: string | null;
  /** Effective date of the last review; null where there was none. */
  readonly reviewed: string | null;
  readonly nextReview: string | null;
  readonly reviewOverdue: boolean;
  readonly entries: readonly string[];
}

export interface StakeholderRegister extends RegisterDates {
  readonly stakeholders: readonly Stakeholder[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function stakeholdersOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<StakeholderRegister> {
  const { dates, day, said } = await saidIn(views, relationship, 'stakeholder.assessed', clocks, now);
  const byThing = Map.groupBy(said, ({ entry, data }) => thingInProse(entry, data));
  const stakeholders = [...byThing.values()].flatMap((of): Stakeholder[] => {
    const [first, last] = [of[0], of.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { entry, data } = last;
    const nextReview = textIn(data['nextReview']);
    return [
      {
        group: textIn(data['group']),
        of: textIn(data['of']),
        impact: textIn(data['impact']),
        size: textIn(data['size']),
        how: textIn(data['how']),
        mitigation: textIn(data['mitigation']),
        by: entry.fact.party,
        status: entry.statusWord,
        firstAssessed: first.entry.effective,
        reviewed: of.length > 1 ? entry.effective : null,
        nextReview,
        reviewOverdue: isOver(nextReview, day),
        entries: idsOf(of.map((each) => each.entry)),
      },
    ];
  });
  return { ...dates, stakeholders };
}
