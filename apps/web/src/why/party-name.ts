import type { useTranslation } from 'react-i18next';

const NAMED = ['client', 'provider', 'joint', 'ledger', 'third-party'] as const;

/** What a party is called; one that joined later by its own id. */
export function partyName(party: string, t: ReturnType<typeof useTranslation>['t']): string {
  const named = NAMED.find((name) => name === party);
  return named === undefined ? party : t(`words.${named}`);
}
