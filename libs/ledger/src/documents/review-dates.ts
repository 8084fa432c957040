import { endOfLocalDay } from '../calendar/working-days';
import { holdsSinceMs, type Duties, type Duty, type DutyLedger } from '../due/duty';
import { decides } from '../entry/rules';
import { leaderTakeovers } from '../leadership/leader-vacancies';
import { formatDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { factorSetInForce } from '../scoring/factor-sets';
import { postChanges, SPONSOR, takeovers } from '../sponsorship/posts';
import { nextReviewDay, type DocumentName } from './documents';

/** After these a document may no longer say what is so. */
const CHANGES: readonly string[] = ['sponsor.changed', 'leader.departed', 'contract.amended'];

interface Reviewed {
  readonly name: DocumentName;
  /** What a change puts into what is due. */
  readonly reminder: string;
  /** Kinds after which nobody owes a review, until a later version or review names a day again. */
  readonly ends: readonly string[];
}

/** What is carried out is not reviewed. */
const EXIT: Reviewed = { name: 'exit', reminder: 'Review exit?', ends: ['exit.triggered', 'exit.handed-over'] };
const PLAN: Reviewed = { name: 'plan', reminder: 'Review plan?', ends: ['exit.handed-over'] };

/** Reviews of the exit strategy: on the day named for each, and a reminder after each change. */
export const exitReviews: Duties = (ledger) => reviewsOf(ledger, EXIT);

/** Reviews of the plan, likewise. */
export const planReviews: Duties = (ledger) => reviewsOf(ledger, PLAN);

/** Who took a post over, though nobody logged that it was left. */
function takeoversIn(ledger: DutyLedger): ReadonlySet<EntryReading> {
  const { appointed, left } = SPONSOR;
  const sponsors = [...ledger.byId('about', [appointed, left])].flatMap(([about, entries]) =>
    takeovers(SPONSOR, postChanges(SPONSOR, about, entries)),
  );
  return new Set([...sponsors, ...leaderTakeovers(ledger)]);
}

/** Whatever names the day of the next review does what the day before it asked for. */
function namesReview(name: DocumentName, { fact }: EntryReading): boolean {
  return [`${name}.issued`, `${name}.agreed`, `${name}.reviewed`].includes(fact.kind);
}

function reviewsOf(ledger: DutyLedger, { name, reminder, ends }: Reviewed): Duty[] {
  const { reading, entries } = ledger;
  const changes = takeoversIn(ledger);
  // As the record tells it: an import claims earlier times, and holds its lines in any order.
  const steps = entries
    .filter((entry) => entry.inEffect)
    .map((entry) => ({ entry, since: holdsSinceMs(entry, 'claimed') }))
    .sort((a, b) => a.since - b.since || a.entry.day - b.entry.day || a.entry.fact.revision - b.entry.fact.revision)
    .map(({ entry }) => entry);
  const duties: Duty[] = [];
  let reviewed = null as EntryReading | null;
  let isAgreed = false;
  let waiting: Omit<Duty, 'doneBy'>[] = [];
  const done = (doneBy: EntryReading | null): void => {
    duties.push(...waiting.map((duty) => ({ ...duty, doneBy })));
    waiting = [];
  };
  for (const entry of steps) {
    // A proposal of one side moves no day that holds with a version that all agreed to.
    if (isAgreed && entry.fact.kind === `${name}.issued`) continue;
    isAgreed ||= entry.fact.kind === `${name}.agreed`;
    if (namesReview(name, entry)) {
      done(entry);
      reviewed = entry;
      const dueDay = nextReviewDay(entry);
      if (dueDay === null) continue;
      waiting.push({
        missed: `${name}.review-overdue`,
        data: { due: formatDay(dueDay) },
        reads: ['nextReview'],
        ...until(dueDay, entry),
      });
    } else if (ends.includes(entry.fact.kind)) {
      if (!decides(entry)) continue;
      done(entry);
      reviewed = null;
    } else if (reviewed !== null && (CHANGES.includes(entry.fact.kind) || changes.has(entry))) {
      const dueDay = entry.day + factorSetInForce(reading, entry.day).parameters.remedialWindowDays;
      waiting.push({ missed: null, title: reminder, data: { after: entry.fact.kind }, ...until(dueDay, entry) });
    }
  }
  done(null);
  return duties;

  function until(dueDay: number, setBy: EntryReading): Pick<Duty, 'dueDay' | 'dueMs' | 'parties' | 'setBy'> {
    return { dueDay, dueMs: endOfLocalDay(dueDay), parties: reading.parties(dueDay), setBy };
  }
}
