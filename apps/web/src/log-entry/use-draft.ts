import { useRef, useState } from 'react';
import { keepDraft, newDraft, readDrafts, type Draft } from './draft';
import { todayIn } from './entry-body';
import type { Preset } from './tiles';

export type Changes = Partial<Draft> | ((draft: Draft) => Partial<Draft>);

export interface KeptDraft {
  readonly draft: Draft;
  /** What is typed is kept in this browser at once. */
  readonly change: (changes: Changes) => void;
  /** Nothing of it stays. */
  readonly drop: () => void;
}

/** What was typed for a kind: as it was left, or new with what is known already. */
export function useDraft(relationship: string, member: string, kind: string, preset: Preset): KeptDraft {
  const [draft, setDraft] = useState<Draft>(
    () => readDrafts(localStorage, relationship, member)[kind] ?? newDraft(kind, todayIn(new Date()), preset),
  );
  // What takes its time, as the sending of a file, changes the draft as it is then.
  const last = useRef(draft);
  return {
    draft,
    change: (changes) => {
      last.current = { ...last.current, ...(typeof changes === 'function' ? changes(last.current) : changes) };
      setDraft(last.current);
      keepDraft(localStorage, relationship, member, kind, last.current);
    },
    drop: () => keepDraft(localStorage, relationship, member, kind, null),
  };
}
