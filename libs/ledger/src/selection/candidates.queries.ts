import type { FactorSet } from '../catalogue/factor-set';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, proseOf, textIn, type DataOf } from '../register';
import { scoredIn, type Scored, type ScoredDates } from '../scored';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';
import type { Fact } from '../scoring/fact';
import { outcomeOf, type Outcome } from '../scoring/outcome';
import { Reading } from '../scoring/reading';
import { fourDecimals } from '../scoring/rounding';
import { showFactor, type ShownFactor } from '../scoring/score';
import { Standing } from '../scoring/standing';
import type { Views } from '../views';
import { isProven, NO_AWARD_CRITERION, PROOFS, type Proof } from './selection';

/** Shares of what is proven how, which sum to 1. */
export type ProofShares = Readonly<Record<Proof, number>>;

/** A factor of a candidate, as a score shows it, and how that is proven. */
export interface CandidateFactor extends ShownFactor {
  /** Of the rating that counts; null where there is none. */
  readonly level: number | null;
  readonly proof: Proof | null;
  /** Shares of all ratings of this factor that stand, the one that counts among them; null where there is none. */
  readonly proofs: ProofShares | null;
  readonly entries: readonly string[];
}

export interface Candidate extends Outcome {
  readonly candidate: string;
  readonly name: string | null;
  /** By `view`, from 1; those of one view share it. Null where too little is rated to rank it. */
  readonly rank: number | null;
  /** Its coverage is below that which a headline takes: there is no telling how it compares. */
  readonly insufficientEvidence: boolean;
  /** Candidates of the same rank. */
  readonly tiedWith: readonly string[];
  /** Candidates that could come out the other way round, whatever their rank: what is not rated leaves room for it. */
  readonly notSeparatedFrom: readonly string[];
  readonly selected: boolean;
  /** Effective date on which it was considered, as precise as it was given. */
  readonly considered: string | null;
  /** Shares of the weight of its rated factors, by the proof of the rating that counts; null where none is rated. */
  readonly proofs: ProofShares | null;
  readonly factors: readonly CandidateFactor[];
  readonly entries: readonly string[];
}

export interface CandidateRegister extends ScoredDates {
  /** To be shown with the candidates wherever they are. */
  readonly notice: string;
  readonly selected: {
    readonly candidate: string;
    readonly effective: string | null;
    readonly reason: string | null;
    readonly entry: string;
  } | null;
  /** By likely fit: those that are ranked first, the best first; then the others, by id. */
  readonly candidates: readonly Candidate[];
}

/**
 * Candidates by their likely fit: what the score would be of a relationship with each, of which so far only the client
 * has said anything. The client's ratings of a candidate are read as its ratings of a factor are in a relationship with
 * that candidate, by the same rules: evidence, age, coverage, bounds. So there is the client's view and no headline.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function candidatesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<CandidateRegister> {
  const scored = await scoredIn(views, relationship, clocks, now);
  const { selected, byCandidate } = candidatesIn(scored);
  const dataOf = await proseOf(views, relationship, [...byCandidate.values()].flat());
  const rows = [...byCandidate].map(([id, entries]) => candidateRow(id, entries, dataOf, scored));
  return {
    ...scored.dates,
    notice: NO_AWARD_CRITERION,
    selected:
      selected === undefined
        ? null
        : {
            candidate: textIn(selected.data['candidate']) ?? '',
            effective: selected.effective,
            reason: textIn(dataOf(selected)['reason']),
            entry: selected.fact.id,
          },
    candidates: ranked(rows).map((row) => ({ ...row, selected: row.candidate === selected?.data['candidate'] })),
  };
}

export interface CandidateEntries {
  /** The selection that stands. */
  readonly selected: EntryReading | undefined;
  /** What both clocks show of each candidate: not voided, in the order of facts. */
  readonly byCandidate: ReadonlyMap<string, readonly EntryReading[]>;
}

/** A candidate that was considered by mistake, and voided, is none. */
export function candidatesIn({ reading, day }: Pick<Scored, 'reading' | 'day'>): CandidateEntries {
  const own = reading.entries.filter(({ kind, day: on }) => kind?.family === 'selection' && on <= day);
  const standing = own.filter(({ status }) => status !== 'voided').sort(compareEntries);
  const byCandidate = entriesById(standing, 'candidate');
  for (const { fact, status, data } of own) {
    const id = textIn(data['candidate']) ?? '';
    const isStill = byCandidate.get(id)?.some((entry) => entry.fact.kind === 'candidate.considered') === true;
    if (fact.kind === 'candidate.considered' && status === 'voided' && !isStill) byCandidate.delete(id);
  }
  const selected = standing.findLast(({ fact }) => fact.kind === 'candidate.selected');
  return { selected, byCandidate };
}

/** A factor of a candidate that is rated, with the rating that counts. */
export interface RatedFactor {
  readonly shown: ShownFactor;
  readonly counts: EntryReading | undefined;
}

/** Where the client sees a candidate, by the rules of the score. */
export function likelyFit(
  entries: readonly EntryReading[],
  { day, set }: { readonly day: number; readonly set: FactorSet },
): { readonly outcome: Outcome; readonly factors: readonly RatedFactor[] } {
  const reading = new Reading();
  const byId = new Map<string, EntryReading>();
  for (const entry of entries) {
    const rating = asRating(entry);
    if (rating === null) continue;
    reading.learn(rating);
    byId.set(rating.id, entry);
  }
  const standings = new Standing(reading, set).at(day);
  const factors = standings.factors.map((factor, place) => {
    const counts = (factor.side?.latest ?? []).flatMap(({ rating }) => byId.get(rating.entry.fact.id) ?? []);
    return {
      shown: showFactor(factor, standings.overall.counted[place] === true, day),
      counts: counts.sort(compareEntries).at(-1),
    };
  });
  return { outcome: outcomeOf(standings), factors };
}

/** As the score reads it; null of what rates nothing. */
function asRating({ fact, factor, effective, data }: EntryReading): Fact | null {
  const { level, evidenced, proof } = data;
  if (fact.kind !== 'candidate.rated' || factor === null || typeof level !== 'number') return null;
  return {
    ...fact,
    kind: fact.party === 'joint' ? 'rating.jmt-agreed' : 'rating.given',
    ...{ factor, level, effective, evidenced: typeof evidenced === 'boolean' ? evidenced : isProven(proof) },
    ...{ sign: null, severity: null, data: {} },
  };
}

function candidateRow(
  id: string,
  entries: readonly EntryReading[],
  dataOf: DataOf,
  scored: Scored,
): Omit<Candidate, 'rank' | 'tiedWith' | 'notSeparatedFrom' | 'selected'> {
  const { outcome, factors } = likelyFit(entries, scored);
  const considered = entries.find(({ fact }) => fact.kind === 'candidate.considered');
  const rated = entries.filter((entry) => asRating(entry) !== null);
  const rows = factors.map(({ shown, counts }): CandidateFactor => {
    const own = rated.filter(({ factor }) => factor === shown.code);
    const level = counts?.data['level'];
    return {
      ...shown,
      level: typeof level === 'number' ? level : null,
      proof: counts === undefined ? null : proofOf(counts),
      proofs: sharesOf(own.map((entry) => ({ proof: proofOf(entry), weight: 1 }))),
      entries: idsOf(own),
    };
  });
  return {
    candidate: id,
    name: textIn(dataOf(considered)['name']),
    ...outcome,
    insufficientEvidence: outcome.reason === 'coverage',
    considered: considered?.effective ?? null,
    proofs: sharesOf(rows.flatMap(({ proof, weight }) => (proof === null ? [] : [{ proof, weight }]))),
    factors: rows,
    entries: idsOf(entries),
  };
}

/** An import may leave it out: nothing is then said but what is claimed. */
function proofOf({ data }: EntryReading): Proof {
  return PROOFS.find((proof) => proof === data['proof']) ?? 'claimed';
}

function sharesOf(rated: readonly { readonly proof: Proof; readonly weight: number }[]): ProofShares | null {
  const all = rated.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return null;
  const share = (of: Proof): number =>
    fourDecimals(rated.reduce((sum, { proof, weight }) => sum + (proof === of ? weight : 0), 0) / all);
  return {
    claimed: share('claimed'),
    documented: share('documented'),
    'confirmed-by-another-client': share('confirmed-by-another-client'),
  };
}

type Unranked = ReturnType<typeof candidateRow>;

function ranked(rows: readonly Unranked[]): Omit<Candidate, 'selected'>[] {
  const viewOf = ({ insufficientEvidence, view }: Unranked): number | null => (insufficientEvidence ? null : view);
  const inOrder = rows.toSorted(
    (a, b) => (viewOf(b) ?? -1) - (viewOf(a) ?? -1) || (a.candidate < b.candidate ? -1 : 1),
  );
  return inOrder.map((row) => {
    const own = viewOf(row);
    const others = rows.filter((other) => other !== row);
    const idsWhere = (is: (other: Unranked) => boolean): string[] =>
      others.filter(is).map(({ candidate }) => candidate).sort(); // prettier-ignore
    return {
      ...row,
      rank: own === null ? null : 1 + others.filter((other) => (viewOf(other) ?? -1) > own).length,
      tiedWith: own === null ? [] : idsWhere((other) => viewOf(other) === own),
      notSeparatedFrom: idsWhere((other) => other.low <= row.high && row.low <= other.high),
    };
  });
}
