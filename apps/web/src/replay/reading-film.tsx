import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../texts/format';

/** The film is being read: so much of it so far. */
export function ReadingFilm({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" role="status">
      {t('replay.reading', { count, formatted: formatCount(count) })}
    </Text>
  );
}
