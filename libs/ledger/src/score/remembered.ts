import type { Fact } from '../scoring/fact';

/** Answers kept for one state of a relationship, and what they may weigh together: points of courses, of others one. */
const ANSWERS_KEPT = 64;
const WEIGHT_KEPT = 20_000;

interface Kept {
  readonly answer: unknown;
  readonly weight: number;
}

const answers = new WeakMap<readonly Fact[], Map<string, Kept>>();

/**
 * An answer that depends on nothing but the facts and what was asked, computed once while the facts are the same: a
 * new entry makes a new array of facts, and what was remembered of the old one goes with it.
 */
export function remembered<Answer>(
  facts: readonly Fact[],
  name: string,
  asked: object,
  compute: () => Answer,
  weigh: (answer: Answer) => number = () => 1,
): Answer {
  const key = `${name} ${JSON.stringify(asked)}`;
  let kept = answers.get(facts);
  if (kept === undefined) answers.set(facts, (kept = new Map<string, Kept>()));
  const known = kept.get(key);
  if (known !== undefined) return known.answer as Answer;
  const answer = compute();
  kept.set(key, { answer, weight: weigh(answer) });
  let total = 0;
  for (const { weight } of kept.values()) total += weight;
  for (const [oldest, { weight }] of kept) {
    if (kept.size <= ANSWERS_KEPT && total <= WEIGHT_KEPT) break;
    kept.delete(oldest);
    total -= weight;
  }
  return answer;
}
