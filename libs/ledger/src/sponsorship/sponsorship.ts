import { namesNextReview } from '../documents/documents';
import { isOver } from '../entry/date-rules';
import { allOf } from '../entry/plausible';
import { notNow, type Rule, type Rules } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';
import { sponsorsAfter } from './vacancies';

/** Whether a party has an executive sponsor, from the entries about it. */
export type SponsorSituation = 'unknown' | 'in-post' | 'vacant';

/** @param entries about one party, not voided */
export function sponsorSituation(entries: readonly EntryReading[]): SponsorSituation {
  const sponsors = sponsorsAfter(entries);
  if (sponsors === null) return entries.some(({ fact }) => fact.kind === 'sponsor.vacant') ? 'vacant' : 'unknown';
  return sponsors > 0 ? 'in-post' : 'vacant';
}

/** Nobody says that a post is vacant while somebody holds it. */
const postIsVacant: Rule = ({ reading }, { data, party }) => {
  if (party === 'ledger') return;
  const entries = reading.entries.filter(
    (entry) =>
      entry.data['about'] === data['about'] && entry.status !== 'voided' && entry.fact.kind.startsWith('sponsor.'),
  );
  if (sponsorSituation(entries) === 'in-post')
    throw notNow('a sponsor is in post; sponsor.changed says that the post was left', 'data.about');
};

export const sponsorshipRules: Rules = {
  'sponsor.vacant': allOf(isOver('due'), postIsVacant),
  'framework.set': namesNextReview,
};
