import { sha256OfJson } from '@app/integrity';
import type { Envelope } from '../entry/entry';

type Committed = 'round' | 'of' | 'member' | 'salt' | 'ratings';

/**
 * What stands in the ledger before the reveal: SHA-256, hex, over the canonical JSON of round, party, member, salt and
 * ratings. Whoever has the revealed entry can make it again of its data.
 */
export function ratingCommitment(revealed: Readonly<Partial<Record<Committed, unknown>>>): string {
  const { round = null, of = null, member = null, salt = null, ratings = null } = revealed;
  return sha256OfJson({ round, of, member, salt, ratings });
}

/** What parties have committed to in rounds, as the envelopes leave it; pure, so that every verifier comes to the same. */
export interface CommittedRatings {
  /** Names, by the id of the entry that committed. */
  readonly byEntry: Map<string, readonly string[]>;
  /** How many entries that are not voided stand behind a name: one of what was committed, one of who did at all. */
  readonly standing: Map<string, number>;
}

export function noCommitments(): CommittedRatings {
  return { byEntry: new Map(), standing: new Map() };
}

type Told = Pick<Envelope, 'id' | 'kind' | 'party' | 'imported' | 'answers' | 'facts'>;

/** Takes one more entry in, changing the commitments in place. What was imported was sealed elsewhere and commits to nothing. */
export function learnCommitments({ byEntry, standing }: CommittedRatings, entry: Told): void {
  const { id, kind, party, imported, answers, facts } = entry;
  const count = (names: readonly string[], change: number): void => {
    for (const name of names) standing.set(name, (standing.get(name) ?? 0) + change);
  };
  if (kind === 'rating.committed' && !imported) {
    const names = [nameOf(party, facts['round']), nameOf(party, facts['round'], facts['commitment'])];
    byEntry.set(id, names);
    count(names, 1);
  } else if (kind === 'entry.voided' && answers !== null) {
    count(byEntry.get(answers) ?? [], -1);
    byEntry.delete(answers);
  }
}

/** Whether an entry can be held against what was committed: an import tells of rounds that were sealed elsewhere. */
export function reveals({ kind, imported }: Pick<Told, 'kind' | 'imported'>): boolean {
  return kind === 'rating.revealed' && !imported;
}

/**
 * Why the ratings that an entry reveals are not those that their party committed to before; null where they are, or where
 * the words are not there without which that cannot be said.
 *
 * @param words `data` of its payload; null where that is not there
 */
export function revealProblem(
  { standing }: CommittedRatings,
  { facts }: Pick<Told, 'facts'>,
  words: unknown,
): string | null {
  const { round, of, ratings } = facts;
  const who = typeof of === 'string' ? of : 'nobody';
  const isStanding = (name: string): boolean => (standing.get(name) ?? 0) > 0;
  if (!isStanding(nameOf(of, round))) return `it reveals ratings of ${who}, who committed to none in this round`;
  if (words === null) return null;
  // What is scored stands in the envelope; who rated, and the salt, beside it.
  const { member, salt } = words as Readonly<Record<string, unknown>>;
  if (isStanding(nameOf(of, round, ratingCommitment({ round, of, ratings, member, salt })))) return null;
  return `the ratings that it reveals are not those that ${who} committed to`;
}

function nameOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
