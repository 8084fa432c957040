import { useState } from 'react';
import { keepDraft, newDraft, readDrafts, type Draft } from './draft';
import { todayIn } from './entry-body';
import type { Preset } from './tiles';

export interface KeptDraft {
  readonly draft: Draft;
  /** What is typed is kept in this browser at once. */
  readonly change: (changes: Partial<Draft>) => void;
  /** Nothing of it stays. */
  readonly drop: () => void;
}

/** What was typed for a kind: as it was left, or new with what is known already. */
export function useDraft(relationship: string, member: string, kind: string, preset: Preset): KeptDraft {
  const [draft, setDraft] = useState<Draft>(
    () => readDrafts(localStorage, relationship, member)[kind] ?? newDraft(kind, todayIn(new Date()), preset),
  );
  return {
    draft,
    change: (changes) => {
      const changed = { ...draft, ...changes };
      setDraft(changed);
      keepDraft(localStorage, relationship, member, kind, changed);
    },
    drop: () => keepDraft(localStorage, relationship, member, kind, null),
  };
}
