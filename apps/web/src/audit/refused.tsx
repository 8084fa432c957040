import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Told } from './verify-task';
import { Notice } from './notice';

/** That there is no verdict, and why. */
export function Refused({ told: { reason, of } }: { readonly told: Told & { readonly is: 'refused' } }) {
  const { t } = useTranslation();
  return (
    <Notice colour="yellow" title={t('audit.verify.refused')} name="refused">
      <Text size="sm">{reason ?? t('problems.unreachable')}</Text>
      <Text size="sm" mt="xs">
        {t(`audit.verify.refused-help.${of}`)}
      </Text>
    </Notice>
  );
}
