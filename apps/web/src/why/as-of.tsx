import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../texts/format';

interface Read {
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly factorSet: string;
}

/** As of when a score is, and by which version of the method. */
export function AsOf({ score: { asOf, knownAt, factorSet } }: { readonly score: Read }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {knownAt === null
        ? t('why.as-of', { asOf: formatDate(asOf), factorSet })
        : t('why.as-of-known', { asOf: formatDate(asOf), knownAt: formatDate(knownAt), factorSet })}
    </Text>
  );
}
