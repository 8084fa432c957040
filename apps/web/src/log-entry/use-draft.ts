import { useRef, useState } from 'react';
import { newDraft, type About, type Draft } from './draft';
import { todayIn } from './entry-body';
import { keptDrafts } from './kept-drafts';
import type { Preset } from './tiles';

export type Changes = Partial<Draft> | ((draft: Draft) => Partial<Draft>);

export interface KeptDraft {
  readonly draft: Draft;
  /** What is typed is kept in this browser at once. */
  readonly change: (changes: Changes) => void;
  /** Nothing of it stays, whatever changes it later. */
  readonly drop: () => void;
}

/** What was typed about a thing: as it was left, or new with what is known already. */
export function useDraft(relationship: string, member: string, about: About, preset: Preset): KeptDraft {
  const [kept] = useState(() => keptDrafts(relationship, member));
  const [draft, setDraft] = useState<Draft>(() => kept.of(about) ?? newDraft(about, todayIn(new Date()), preset));
  // What takes its time, as the sending of a file, changes the draft as it is then.
  const last = useRef(draft);
  const isDropped = useRef(false);
  return {
    draft,
    change: (changes) => {
      if (isDropped.current) return;
      last.current = { ...last.current, ...(typeof changes === 'function' ? changes(last.current) : changes) };
      setDraft(last.current);
      kept.keep(last.current);
    },
    drop: () => {
      isDropped.current = true;
      kept.forget(about);
    },
  };
}
