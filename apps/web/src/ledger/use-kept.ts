import { useState } from 'react';
import { useSession } from '../api/session';
import { useView } from '../frame/use-view';
import { storeOf } from '../log-entry/kept-drafts';
import { wordsIn, type Words } from './words';

const store = storeOf(() => window.sessionStorage);

/**
 * What one is about to say to an entry, by field: kept in this tab through a reload and a look at something else, until
 * it is in the record.
 */
export function useKept(entry: string, answer: string) {
  const { relationship } = useView();
  const { data: session } = useSession();
  // The member comes last, as in all that is forgotten when one signs out.
  const place = ['answer', relationship, entry, answer, session?.member ?? ''].map(encodeURIComponent).join('/');
  const [words, setWords] = useState(() => wordsIn(store.getItem(place)));
  const keep = (changes: Words): void => {
    const changed = { ...words, ...changes };
    setWords(changed);
    store.setItem(place, JSON.stringify(changed));
  };
  return { words, keep, forget: () => store.removeItem(place) };
}
