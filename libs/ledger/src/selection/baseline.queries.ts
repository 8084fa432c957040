import type { EventStore } from '@app/event-store';
import { canonicalJson, envelopeHash } from '@app/integrity';
import type { CheckpointSeen, EntryBody, Evidence } from '../entry/entry';
import { envelopeOf, streamOf } from '../entry/read';
import { notNow } from '../entry/rules';
import type { Clocks } from '../parameters';
import { textIn, type RegisterDates } from '../register';
import { scoredIn } from '../scored';
import type { EntryReading } from '../scoring/entry-reading';
import type { Views } from '../views';
import { baselineSource } from './baseline-source';
import { candidatesIn, likelyFit, type RatedFactor } from './candidates.queries';
import { NO_AWARD_CRITERION } from './selection';

/** A level of the chosen candidate, and the entry by which both parties can take it over. */
export interface BaselineLevel {
  readonly factor: number;
  readonly name: string;
  readonly level: number;
  readonly evidenced: boolean;
  readonly proof: string | null;
  readonly effective: string | null;
  /** To be logged in the relationship, where it has no effect before every party agreed. It says nothing of others. */
  readonly entry: EntryBody;
  /** Ids in the selection: the rating, and what corrected it. */
  readonly entries: readonly string[];
}

export interface Baseline extends RegisterDates {
  readonly notice: string;
  readonly candidate: string;
  /** Id of the entry that selected it. */
  readonly selected: string;
  /** Of the selection's own log: it covers all that the levels rest on. */
  readonly checkpoint: CheckpointSeen;
  readonly baseline: readonly BaselineLevel[];
}

/** Where a baseline is read from. */
export interface BaselineSources {
  readonly views: Views;
  readonly store: EventStore;
  /** The last signed checkpoint that covers a revision. */
  readonly checkpointOf: (relationship: string, revision: number) => Promise<CheckpointSeen>;
}

/**
 * What of a partner selection may go into the relationship: the levels of the chosen candidate, as levels that the joint
 * management team agrees, and the hashes of what they rest on. No words of the selection go with them, as they may speak
 * of rivals.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`, `not-allowed-now`, and what `checkpointOf` throws
 */
export async function baselineOf(
  { views, store, checkpointOf }: BaselineSources,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<Baseline> {
  const scored = await scoredIn(views, relationship, clocks, now);
  const { asOf, knownAt } = scored.dates;
  if (!scored.reading.isSelection) throw notNow('this is no partner selection: it has no baseline to carry over');
  const { selected, byCandidate } = candidatesIn(scored);
  const candidate = textIn(selected?.data['candidate']);
  if (selected === undefined || candidate === null) throw notNow('no candidate is selected yet');
  const rated = likelyFit(byCandidate.get(candidate) ?? [], scored).factors.flatMap(({ shown, counts }) =>
    counts === undefined ? [] : [{ shown, counts }],
  );
  const all = [selected, ...rated.map(({ counts }) => counts)].flatMap(revisionsOf);
  const hashes = await hashesOf(store, relationship, new Set(all));
  const checkpoint = await checkpointOf(relationship, Math.max(...all));
  const source = baselineSource(relationship, checkpoint);
  return {
    ...{ relationship, asOf, knownAt, notice: NO_AWARD_CRITERION },
    ...{ candidate, selected: selected.fact.id, checkpoint },
    baseline: rated.map((each) => levelOf(each, source, hashes)),
  };
}

type Rated = RatedFactor & { readonly counts: EntryReading };

function levelOf({ shown, counts }: Rated, source: string, hashes: ReadonlyMap<number, string>): BaselineLevel {
  const { code: factor, name } = shown;
  const { effective, data } = counts;
  const level = Number(data['level']);
  const proof = textIn(data['proof']);
  const evidenced = Object.values(shown.ratings).some((rating) => rating.evidenced);
  const behind = revisionsOf(counts);
  // An entry takes so many and no more: the rating, and what it was corrected to at last.
  const evidence = [...new Set([behind.at(0), behind.at(-1)])].flatMap((revision): Evidence[] => {
    const sha256 = revision === undefined ? undefined : hashes.get(revision);
    return sha256 === undefined ? [] : [{ title: 'Entry of the partner selection', sha256 }];
  });
  return {
    ...{ factor, name, level, evidenced, proof, effective },
    entry: {
      kind: 'rating.jmt-agreed',
      ...(effective !== null && { effective }),
      ...{ factor, level, source },
      text: `Baseline from the partner selection: level ${level}, as the client rated it (${proof ?? 'claimed'}).`,
      ...(evidenced && { evidence }),
    },
    entries: [counts.fact, ...correctionsOf(counts)].map(({ id }) => id),
  };
}

function correctionsOf({ answerFacts }: EntryReading): EntryReading['answerFacts'] {
  return answerFacts.filter(({ kind }) => kind === 'entry.corrected');
}

function revisionsOf(entry: EntryReading): number[] {
  return [entry.fact, ...correctionsOf(entry)].map(({ revision }) => revision);
}

/** SHA-256 (hex) of envelopes, as the next envelope names them: they are salted, so that nothing can be guessed from it. */
async function hashesOf(
  store: EventStore,
  relationship: string,
  revisions: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const hashes = new Map<number, string>();
  for await (const event of store.read(streamOf(relationship))) {
    if (revisions.has(event.revision)) hashes.set(event.revision, envelopeHash(canonicalJson(envelopeOf(event))));
  }
  return hashes;
}
