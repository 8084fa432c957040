import { useEffect, useState } from 'react';
import { keptChoices, type Choice } from './choices';

/**
 * What is chosen in this sitting. It is kept in the tab alone, through a reload and a change of who is signed in: each
 * party confirms its own at the same screen.
 */
export function useChoices(relationship: string) {
  const name = `sitting ${relationship}`;
  const [choices, setChoices] = useState<readonly Choice[]>(() => keptChoices(sessionStorage.getItem(name)));
  useEffect(() => sessionStorage.setItem(name, JSON.stringify(choices)), [name, choices]);
  return [choices, setChoices] as const;
}
