import type { Content } from '../entry/content';
import { notNow, type Rule, type Rules } from '../entry/rules';
import { entriesAbout, type LedgerState } from '../entry/state';
import { kindOf } from '../catalogue/catalogue';
import { dayOf, parseEffective } from '../scoring/days';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';
import { liesAhead } from '../entry/date-rules';
import { allOf } from '../entry/plausible';

/** Roles that speak for a party; the others read, or stand beside the parties. */
const ACTING: ReadonlySet<unknown> = new Set(['member', 'sponsor']);

/** Where a member of a party stands on a day. */
export type MemberSituation =
  | { readonly is: 'unknown' }
  /** `since` is the entry that last admitted the member. */
  | { readonly is: 'admitted'; readonly since: EntryReading; readonly mayAct: boolean; readonly mayAgree: boolean }
  | { readonly is: 'expired' | 'withdrawn'; readonly since: EntryReading };

/** @param entries about one member, logged by one party or by all, not voided */
export function memberSituation(entries: readonly EntryReading[], day: number): MemberSituation {
  const last = entries
    .filter((entry) => entry.day <= day)
    .sort(compareEntries)
    .at(-1);
  if (last === undefined) return { is: 'unknown' };
  if (last.fact.kind === 'member.withdrawn') return { is: 'withdrawn', since: last };
  const { until, role, mayAgree } = last.data;
  const lastDay = typeof until === 'string' ? parseEffective(until)?.lastDay : undefined;
  if (lastDay !== undefined && lastDay < day) return { is: 'expired', since: last };
  // An import may leave out what was said of it.
  const mayAct = role === undefined || ACTING.has(role);
  return { is: 'admitted', since: last, mayAct, mayAgree: mayAct && mayAgree !== false };
}

/** Of the member who speaks, or another of the same party. */
function situationOf(state: LedgerState, content: Content, member: unknown, now: number): MemberSituation {
  const party = content.loggedBy ?? content.party;
  const entries = entriesAbout(state, 'member', member).filter(({ fact }) => [party, 'joint'].includes(fact.party));
  return memberSituation(entries, dayOf(now));
}

/**
 * A member whose authority ended says nothing more in the party's name, and one who may not agree for the party agrees
 * to nothing. Whom the party has said nothing of acts by the token alone: so the first of them can be admitted at all.
 *
 * @throws Problem `not-allowed-now`
 */
export const mustBeAuthorised: Rule = (state, content, now) => {
  if (content.member === null) return;
  const situation = situationOf(state, content, content.member, now);
  const party = content.loggedBy ?? content.party;
  if (situation.is === 'unknown') return;
  if (situation.is !== 'admitted' || !situation.mayAct) {
    throw notNow(
      `${content.member} does not act for ${party} any more, or never did; member.admitted says who`,
      'member',
    );
  }
  if (!situation.mayAgree && isAgreement(content)) {
    throw notNow(`${content.member} may log for ${party}, and not agree; another member does`, 'member');
  }
};

/** Whoever logs what needs all parties agrees to it, too. */
function isAgreement({ kind }: Content): boolean {
  return kind === 'entry.agreed' || kindOf(kind)?.needsAll === true;
}

/** A party says of its own members who they are; one who may not agree for it does not say who may. */
const saidByParty: Rule = (state, content, now) => {
  const situation = situationOf(state, content, content.member, now);
  if (content.party === 'third-party') throw notNow('each party admits its own members', 'party');
  if (situation.is === 'admitted' && !situation.mayAgree)
    throw notNow('who may not agree for a party does not say who acts for it; another member does', 'member');
};

const wasAdmitted: Rule = (state, content, now) => {
  const { is } = situationOf(state, content, content.data['member'], now);
  if (is === 'unknown') throw notNow('your party never admitted this member', 'data.member');
  if (is === 'withdrawn') throw notNow('the authority of this member has ended already', 'data.member');
};

const staysTheSame: Rule = (_state, { data }) => {
  if (data['member'] !== undefined) throw notNow('who an entry is about stays; void it and log another', 'data.member');
};

export const membersRules: Rules = {
  'member.admitted': allOf(saidByParty, liesAhead('until')),
  'member.withdrawn': allOf(saidByParty, wasAdmitted),
  'entry.corrected member.admitted': allOf(saidByParty, staysTheSame),
  'entry.voided member.admitted': saidByParty,
  'entry.corrected member.withdrawn': allOf(saidByParty, staysTheSame),
  'entry.voided member.withdrawn': saidByParty,
};
