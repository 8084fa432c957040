import { ofWhatIsSaid, together } from '../entry/plausible';
import { decides, notNow, type Rule, type Rules } from '../entry/rules';
import { formatDay, parseEffective } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { kindsIn } from './counts-once';

/** A document that the parties issue, agree and look at again on its date: the exit strategy, and the plan. */
export type DocumentName = 'exit' | 'plan';

/** Where a document stands; an exit that was triggered is carried out, and then handed over. */
export type DocumentSituation = 'none' | 'proposed' | 'agreed' | 'triggered' | 'handed-over';

/** What ends a document, once no party disputes it. */
function endsDocument({ fact }: EntryReading): boolean {
  return fact.kind === 'exit.triggered' || fact.kind === 'exit.handed-over';
}

/** From the entries in the order of facts, not voided. */
export function documentSituation(name: DocumentName, entries: readonly EntryReading[]): DocumentSituation {
  let situation: DocumentSituation = 'none';
  for (const entry of entries) {
    if (!entry.inEffect || (endsDocument(entry) && !decides(entry))) continue;
    switch (entry.fact.kind) {
      case `${name}.issued`:
        // Until a new version is agreed the one before holds.
        if (situation !== 'agreed') situation = 'proposed';
        break;
      case `${name}.agreed`:
        situation = 'agreed';
        break;
      case 'exit.triggered':
        if (name === 'exit') situation = 'triggered';
        break;
      case 'exit.handed-over':
        if (name === 'exit') situation = 'handed-over';
    }
  }
  return situation;
}

/** The day until the end of which a document is to be reviewed, as an entry says; null where it does not. */
export function nextReviewDay({ data }: Pick<EntryReading, 'data'>): number | null {
  const { nextReview } = data;
  return typeof nextReview === 'string' ? (parseEffective(nextReview)?.lastDay ?? null) : null;
}

/** The day of the next review, where one is named, comes after that of the entry. */
export const namesNextReview: Rule = (_state, content) => {
  const date = content.effective === null ? null : parseEffective(content.effective);
  const day = nextReviewDay(content);
  if (date !== null && day !== null && day <= date.firstDay) {
    throw notNow(`the next review comes after ${formatDay(date.firstDay)}; name a later day`, 'data.nextReview');
  }
};

/** There must be a version that was issued, or, of an earlier record, agreed. */
function needsVersion(name: DocumentName): Rule {
  return (state, content) => {
    if (kindsIn(state, `${name}.issued`, `${name}.agreed`).length === 0)
      throw notNow(`${content.kind} needs a version; ${name}.issued makes one`, 'kind');
  };
}

const NAMING_REVIEWS = ['issued', 'agreed', 'reviewed'].flatMap((how) => [`exit.${how}`, `plan.${how}`]);
const SAID: Rules = Object.fromEntries(NAMING_REVIEWS.map((kind) => [kind, namesNextReview]));

export const documentsRules: Rules = together(ofWhatIsSaid(SAID), {
  'exit.agreed': needsVersion('exit'),
  'exit.reviewed': needsVersion('exit'),
  'exit.handed-over': (state) => {
    // A part of the contract may go before the rest does.
    const [triggered, handedOver] = ['exit.triggered', 'exit.handed-over'].map((kind) => kindsIn(state, kind).length);
    if ((triggered ?? 0) <= (handedOver ?? 0))
      throw notNow('nothing waits to be handed over; exit.triggered comes first', 'kind');
  },
  'plan.agreed': needsVersion('plan'),
  'plan.reviewed': needsVersion('plan'),
});
