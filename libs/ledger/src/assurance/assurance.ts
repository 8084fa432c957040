import type { Content } from '../entry/content';
import { about, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';

/** Where a finding stands; one that was answered is closed by whoever raised it, and by nobody else. */
export type FindingSituation = 'open' | 'answered' | 'closed';

/** From the entries about the finding, not voided. */
export function findingSituation(entries: readonly EntryReading[]): FindingSituation {
  if (lastOf(entries, 'finding.closed') !== undefined) return 'closed';
  return lastOf(entries, 'finding.answered') === undefined ? 'open' : 'answered';
}

/** Who says it: the auditor, a party, or the party that reports what a third one said. */
export function speakerOf({ fact }: Pick<EntryReading, 'fact'>): string {
  const { loggedBy } = fact.data;
  return fact.party === 'third-party' && typeof loggedBy === 'string' ? loggedBy : fact.party;
}

/** What an audit or a finding began with binds whoever goes on with it. */
function mustBeSame(began: EntryReading | undefined, { kind, party, loggedBy }: Content, field: string): void {
  if (began === undefined || speakerOf(began) === (loggedBy ?? party)) return;
  throw notNow(`${kind} is for ${speakerOf(began)}, who logged ${began.fact.kind}`, field);
}

const mustNotBeClosed: Rule = (state, content) => {
  if (findingSituation(about(state, content, 'finding')) === 'closed')
    throw notNow('the finding is closed; raise another', 'data.finding');
};

export const assuranceRules: Rules = {
  'finding.raised': (state, content) =>
    mustBeSame(lastOf(about(state, content, 'audit'), 'audit.opened'), content, 'data.audit'),
  'finding.answered': mustNotBeClosed,
  'finding.closed': (state, content, now) => {
    mustNotBeClosed(state, content, now);
    mustBeSame(lastOf(about(state, content, 'finding'), 'finding.raised'), content, 'data.finding');
  },
};
