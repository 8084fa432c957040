import { namesNextReview } from '../documents/documents';
import { isOver } from '../entry/date-rules';
import { ofWhatIsSaid, together } from '../entry/plausible';
import { decidesOf, notNow, type Rule, type Rules } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';
import { heldAfter, postChanges, SPONSOR } from './posts';

/** Whether a party has an executive sponsor, from the entries about it. */
export type SponsorSituation = 'unknown' | 'in-post' | 'vacant';

/**
 * By the same changes that the time to fill the post follows from.
 *
 * @param entries about that party, not voided, in the order of facts
 */
export function sponsorSituation(about: string, entries: readonly EntryReading[]): SponsorSituation {
  const sponsors = heldAfter(SPONSOR, postChanges(SPONSOR, about, entries));
  if (sponsors !== null) return sponsors > 0 ? 'in-post' : 'vacant';
  const isVacant = (entry: EntryReading): boolean => entry.fact.kind === 'sponsor.vacant' && decidesOf(about, entry);
  return entries.some(isVacant) ? 'vacant' : 'unknown';
}

/** Nobody says that a post is vacant while somebody holds it. */
const postIsVacant: Rule = ({ reading }, { data, party }) => {
  if (party === 'ledger') return;
  const entries = reading.entries.filter(
    (entry) =>
      entry.data['about'] === data['about'] && entry.status !== 'voided' && entry.fact.kind.startsWith('sponsor.'),
  );
  if (typeof data['about'] === 'string' && sponsorSituation(data['about'], entries) === 'in-post')
    throw notNow(
      'a sponsor is in post, as far as that party says; sponsor.changed says that the post was left, and it agrees to it',
      'data.about',
    );
};

export const sponsorshipRules: Rules = together(
  ofWhatIsSaid({ 'sponsor.vacant': isOver('due'), 'framework.set': namesNextReview }),
  { 'sponsor.vacant': postIsVacant },
);
