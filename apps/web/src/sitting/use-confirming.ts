import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ApiProblem } from '../api/api-problem';
import { useIntention } from '../api/use-intention';
import { answerEntries, refusalOf } from '../ledger/answer-call';
import { MAX_ANSWERS } from '../ledger/limits';
import { listedOf, type Choice } from './choices';

/** What became of one choice. */
export interface Became {
  readonly choice: Choice;
  /** Null: it is in the record. */
  readonly refusal: ApiProblem | null;
}

export interface Confirming {
  readonly isPending: boolean;
  /** Answers looked at so far. */
  readonly done: number;
  readonly error: unknown;
  readonly confirm: (choices: readonly Choice[]) => void;
}

/** Puts what a party chose into the record, as many at once as the API takes; each has its own outcome. */
export function useConfirming(relationship: string, onBecame: (became: readonly Became[]) => void): Confirming {
  const [done, setDone] = useState(0);
  // Sent again under the same key where no answer came: what was written already is not written twice.
  const keyOf = useIntention();
  const { mutate, isPending, error } = useMutation({
    onSuccess: keyOf.done,
    mutationFn: async (choices: readonly Choice[]) => {
      setDone(0);
      for (let from = 0; from < choices.length; from += MAX_ANSWERS) {
        const part = choices.slice(from, from + MAX_ANSWERS);
        const listed = part.map(listedOf);
        const outcomes = await answerEntries(relationship, keyOf(listed), listed);
        onBecame(
          part.flatMap((choice, index) => {
            const outcome = outcomes[index];
            return outcome === undefined ? [] : [{ choice, refusal: refusalOf(outcome) }];
          }),
        );
        setDone(from + part.length);
      }
    },
  });
  return { isPending, done, error, confirm: mutate };
}
