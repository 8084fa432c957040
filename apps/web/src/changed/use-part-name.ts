import { useTranslation } from 'react-i18next';
import { useFactorName } from './use-factor-name';
import type { Part } from './split';

/** What a part of the change is called. */
export function usePartName(): (part: Part) => string {
  const { t } = useTranslation();
  const nameOf = useFactorName();
  return (part) => (part.of === 'factor' ? nameOf(part.factor.code) : t(`changed.${part.of}-effect`));
}
