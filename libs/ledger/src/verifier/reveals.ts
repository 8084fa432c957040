import type { Envelope } from '../entry/entry';
import { learnCommitments, noCommitments, revealProblem, reveals } from '../rounds/committed-ratings';
import type { Findings } from './finding';
import { entryFile } from './tree';

/**
 * Holds every entry that reveals ratings against what was committed before it.
 *
 * @param words by revision, `data` of the payloads of such entries, as far as they are there
 * @returns what is to be known where some could not be held against it; null where nothing is
 */
export function checkReveals(
  envelopes: readonly Envelope[],
  words: ReadonlyMap<number, unknown>,
  findings: Findings,
): string | null {
  const commitments = noCommitments();
  const wordless: number[] = [];
  envelopes.forEach((envelope, revision) => {
    if (reveals(envelope)) {
      const said = words.get(revision) ?? null;
      const problem = revealProblem(commitments, envelope, said);
      if (problem !== null) {
        findings.add('invalid', entryFile(envelopes.length, revision), problem, { revision, id: envelope.id });
      } else if (said === null) wordless.push(revision);
    }
    learnCommitments(commitments, envelope);
  });
  const [first, ...others] = wordless;
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `entry ${first}${more} reveals ratings, which nothing holds against those that were committed to: its words are not here`;
}
