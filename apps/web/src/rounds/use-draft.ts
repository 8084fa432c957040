import { useState } from 'react';
import { draftIn, draftPlace, EMPTY_DRAFT, type Draft } from './draft';

/** The draft of a member in a round, which survives a reload and never leaves this browser. */
export function useDraft(relationship: string, round: string, member: string) {
  const place = draftPlace(relationship, round, member);
  const [draft, setDraft] = useState(() => draftIn(window.localStorage.getItem(place)));
  return {
    draft,
    keep: (next: Draft): void => {
      window.localStorage.setItem(place, JSON.stringify(next));
      setDraft(next);
    },
    discard: (): void => {
      window.localStorage.removeItem(place);
      setDraft(EMPTY_DRAFT);
    },
  };
}
