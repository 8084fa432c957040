import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { saidIn } from '../register-entry';
import type { Views } from '../views';
import { memberSituation, type MemberSituation } from './members';

/** What a party says of one member. */
export interface Member {
  /** Null where it was erased. */
  readonly member: string | null;
  /** Party that says so; `joint`: all of them. */
  readonly party: string;
  readonly situation: MemberSituation['is'];
  /** As last admitted; never a person's name. */
  readonly post: string | null;
  /** `member`, `sponsor`, `facilitator`, `auditor` or `reader`. */
  readonly role: string | null;
  /** Whether the member logs in the party's name on that day … */
  readonly mayAct: boolean;
  /** … and agrees for it. */
  readonly mayAgree: boolean;
  /** Effective date of the first admission. */
  readonly admitted: string | null;
  /** The day on which the authority ends by itself. */
  readonly until: string | null;
  /** Effective date on which the party ended it. */
  readonly withdrawn: string | null;
  readonly entries: readonly string[];
}

export interface MemberRegister extends RegisterDates {
  readonly members: readonly Member[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function membersOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<MemberRegister> {
  const kinds = ['member.admitted', 'member.withdrawn'];
  const { dates, day, reading, said } = await saidIn(views, relationship, kinds, clocks, now);
  const byMember = Map.groupBy(said, ({ entry, data }) =>
    JSON.stringify([entry.fact.party, data['member'] ?? entry.fact.id]),
  );
  const members = [...byMember.values()].flatMap((of) => {
    const entries = of.map(({ entry }) => entry);
    const [first] = of;
    const situation = memberSituation(entries, day);
    if (first === undefined || situation.is === 'unknown') return [];
    const admissions = of.filter(({ entry }) => entry.fact.kind === 'member.admitted');
    const last = admissions.at(-1);
    const { party } = first.entry.fact;
    // Nobody acts for a party that left.
    const isAdmitted = situation.is === 'admitted' && (party === 'joint' || reading.parties(day).includes(party));
    return [
      {
        member: textIn(first.data['member']),
        party,
        situation: situation.is,
        post: textIn(last?.data['post']),
        role: textIn(last?.data['role']),
        mayAct: isAdmitted && situation.mayAct,
        mayAgree: isAdmitted && situation.mayAgree,
        admitted: admissions[0]?.entry.effective ?? null,
        until: textIn(last?.data['until']),
        withdrawn: situation.is === 'withdrawn' ? situation.since.effective : null,
        entries: idsOf(entries),
      },
    ];
  });
  return { ...dates, members };
}
