import { useTranslation } from 'react-i18next';
import type { Round } from './rounds';

/** How far a round is, in a sentence. */
export function RoundSummary({ round: { parties, factors, ratedByAll } }: { readonly round: Round }) {
  const { t } = useTranslation();
  if (ratedByAll === null) {
    const by = parties.filter(({ commitments }) => commitments > 0).length;
    return t('rounds.summary-sealed', { by, parties: parties.length });
  }
  return t('rounds.summary', {
    by: parties.filter(({ rated }) => (rated?.length ?? 0) > 0).length,
    parties: parties.length,
    rated: ratedByAll.length,
    factors: factors.length,
    waiting: factors.length - ratedByAll.length,
  });
}
