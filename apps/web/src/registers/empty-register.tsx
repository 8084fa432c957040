import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../frame/links';
import { useView } from '../frame/use-view';

export function EmptyRegister() {
  const { t } = useTranslation();
  const { relationship } = useView();
  return (
    <>
      <Text mb="sm">{t('registers.none')}</Text>
      <ButtonLink to="/r/$relationship/log" params={{ relationship }}>
        {t('registers.log')}
      </ButtonLink>
    </>
  );
}
