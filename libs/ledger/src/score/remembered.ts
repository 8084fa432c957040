import type { Fact } from '../scoring/fact';

/** Answers kept for one state of a relationship. */
const ANSWERS_KEPT = 64;

const answers = new WeakMap<readonly Fact[], Map<string, unknown>>();

/**
 * An answer that depends on nothing but the facts and what was asked, computed once while the facts are the same: a
 * new entry makes a new array of facts, and what was remembered of the old one goes with it.
 */
export function remembered<Answer>(facts: readonly Fact[], name: string, asked: object, compute: () => Answer): Answer {
  const key = `${name} ${JSON.stringify(asked)}`;
  let kept = answers.get(facts);
  if (kept === undefined) answers.set(facts, (kept = new Map<string, unknown>()));
  if (kept.has(key)) return kept.get(key) as Answer;
  const answer = compute();
  const [oldest] = kept.keys();
  if (kept.size >= ANSWERS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, answer);
  return answer;
}
