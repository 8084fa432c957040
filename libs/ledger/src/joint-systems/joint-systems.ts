import { namesNextReview } from '../documents/documents';
import { liesBehind } from '../entry/date-rules';
import { ofWhatIsSaid } from '../entry/plausible';
import { lastDeciding, type Rule, type Rules } from '../entry/rules';
import { invalid } from '../entry/shape';
import type { EntryReading } from '../scoring/entry-reading';

/** What became of a system of which each party had its own; `to-merge`: that was decided and not yet done. */
export type SystemSituation = 'to-merge' | 'linked' | 'kept-apart' | 'merged';

const DECIDED: Readonly<Record<string, SystemSituation>> = {
  merge: 'to-merge',
  link: 'linked',
  'keep-apart': 'kept-apart',
};

/** The kinds that say so. */
export const SYSTEM_KINDS = ['systems.reviewed', 'systems.merged'];

/** As an entry about it says. */
export function systemAfter({ fact, data }: EntryReading): SystemSituation {
  if (fact.kind === 'systems.merged') return 'merged';
  const { decision } = data;
  return (typeof decision === 'string' ? DECIDED[decision] : undefined) ?? 'kept-apart';
}

/** The entry that says what became of a system: the last, of those that no party disputes where there are any. */
export function lastOfSystem(entries: readonly EntryReading[]): EntryReading | undefined {
  return lastDeciding(entries, ...SYSTEM_KINDS) ?? entries.at(-1);
}

const withAnother: Rule = (_state, { data, party }) => {
  if (data['with'] === party) throw invalid('data.with', 'another party than the one that shares it');
};

export const jointSystemsRules: Rules = ofWhatIsSaid({
  'process.bypassed': liesBehind('discussed'),
  'communication.planned': namesNextReview,
  'knowledge.planned': namesNextReview,
  'knowledge.shared': withAnother,
  'knowledge.withheld': liesBehind('discussed'),
});
