import type { Content } from '../entry/content';
import { about, lastDeciding, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import { entriesAbout, type LedgerState } from '../entry/state';
import { issueSituation } from '../issues/issues';
import { compareRecorded, type EntryReading } from '../scoring/entry-reading';

/** Where a formal dispute stands. It is settled when all say so, whatever a mediation came to. */
export interface DisputeSituation {
  readonly is: 'none' | 'notified' | 'mediated' | 'adjudicated' | 'settled';
}

/** What each kind of entry makes of it. */
export const DISPUTE_STEPS: Readonly<Record<string, Exclude<DisputeSituation['is'], 'none'>>> = {
  'dispute.notified': 'notified',
  'dispute.mediated': 'mediated',
  'dispute.adjudicated': 'adjudicated',
  'dispute.settled': 'settled',
};

/**
 * From the entries about the dispute, not voided. A court may still decide behind an adjudicator. A step that a party
 * disputes says where it stands only where no other does.
 */
export function disputeSituation(entries: readonly EntryReading[]): DisputeSituation {
  if (lastOf(entries, 'dispute.settled') !== undefined) return { is: 'settled' };
  const steps = entries.toSorted(compareRecorded);
  const last = lastDeciding(steps, ...Object.keys(DISPUTE_STEPS)) ?? lastOf(steps, 'dispute.notified');
  return { is: DISPUTE_STEPS[last?.fact.kind ?? ''] ?? 'none' };
}

const unsettled: Rule = (state, content) => {
  if (disputeSituation(about(state, content, 'dispute')).is === 'settled')
    throw notNow('the dispute is settled; notify another one', 'data.dispute');
};

/** What was said or offered to end a dispute is not for this record, nor for whoever reads it later. */
function withoutPrivileged({ evidence, data }: Content): void {
  const corrected = data['evidence'];
  if (evidence.length === 0 && (!Array.isArray(corrected) || corrected.length === 0)) return;
  throw notNow('no file nor link of a mediation or a settlement is taken: say in words that it took place', 'evidence');
}

const privately: Rule = (state, content, now) => {
  unsettled(state, content, now);
  withoutPrivileged(content);
};
const noEvidence: Rule = (_, content) => withoutPrivileged(content);

export const disputesRules: Rules = {
  'dispute.notified': (state, content) => {
    const { issue } = content.data;
    if (issue === undefined) return;
    const entries = entriesAbout(state, 'issue', issue);
    if (issueSituation(entries).is === 'withdrawn')
      throw notNow('the issue was withdrawn; reopen it, or leave it out', 'data.issue');
    const open = disputeOf(state, entries);
    if (open !== undefined) throw notNow(`the issue is in dispute already: "${open}" is not settled`, 'data.issue');
  },
  'dispute.mediated': privately,
  'dispute.adjudicated': unsettled,
  'dispute.settled': privately,
  'entry.corrected dispute.mediated': noEvidence,
  'entry.corrected dispute.settled': noEvidence,
  'evidence.added dispute.mediated': noEvidence,
  'evidence.added dispute.settled': noEvidence,
};

/** The dispute that an issue is in. */
function disputeOf(state: LedgerState, entries: readonly EntryReading[]): string | undefined {
  return entries
    .filter(({ fact }) => fact.kind === 'dispute.notified')
    .map(({ data }) => data['dispute'])
    .filter((dispute) => typeof dispute === 'string')
    .find((dispute) => disputeSituation(entriesAbout(state, 'dispute', dispute)).is !== 'settled');
}
