import type { TFunction } from 'i18next';

const WORDS = ['client', 'provider', 'joint', 'ledger', 'third-party'] as const;

/** What a party is called in a sentence or a column; one that joined later by its own id. */
export function partyWord(t: TFunction, party: string): string {
  const word = WORDS.find((each) => each === party);
  return word === undefined ? party : t(`words.${word}`);
}
