import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Something is being read. */
export function LoadingNotice() {
  const { t } = useTranslation();
  return (
    <Center p="md">
      <Loader size="sm" type="dots" aria-label={t('frame.loading')} role="status" />
    </Center>
  );
}
