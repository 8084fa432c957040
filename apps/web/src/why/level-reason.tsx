import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { EntryLinks } from '../frame/entry-links';
import { FactorLinks } from '../frame/factor-link';

/** What the level is held back by: factors and critical matters, each a link. */
export function LevelReason({
  score: { level, heldBack, factors, criticalOpen },
}: {
  readonly score: Pick<Schemas['ScoreAnswer'], 'level' | 'heldBack' | 'factors' | 'criticalOpen'>;
}) {
  const { t } = useTranslation();
  const holding = factors.filter(({ code }) => heldBack?.factors.includes(code));
  return (
    <>
      {level === null && t('why.level-none')}
      {level !== null && heldBack === null && t('why.level-alone')}
      {heldBack !== null && `${t('why.held-from', { from: heldBack.from })} `}
      {holding.length > 0 && `${t('why.held-by')} `}
      <FactorLinks factors={holding} />
      {criticalOpen.length > 0 && (
        <>
          {' '}
          {t('why.critical')} <EntryLinks entries={criticalOpen} max={Infinity} />
        </>
      )}
    </>
  );
}
