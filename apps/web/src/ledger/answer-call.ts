import { ApiProblem } from '../api/api-problem';
import { client, type Schemas } from '../api/client';

export type ListedAnswer = Schemas['ListedAnswerBody'];
export type Outcome = Schemas['OutcomeAnswer'];

/**
 * Answers entries, in the order of the list; each has its own outcome.
 *
 * @param key of this intention: sent again under it, nothing is written twice
 * @throws ApiProblem where none of them was looked at
 */
export async function answerEntries(
  relationship: string,
  key: string,
  answers: readonly ListedAnswer[],
): Promise<Outcome[]> {
  const { data } = await client.POST('/api/v1/relationships/{relationship}/answers', {
    params: { path: { relationship }, header: { 'Idempotency-Key': key } },
    body: [...answers],
  });
  return data ?? [];
}

/** The refusal of one answer, as an error. */
export function refusalOf({ problem }: Outcome): ApiProblem | null {
  if (problem === undefined) return null;
  return new ApiProblem(problem.code, problem.detail, problem.status, problem.field ?? null);
}
