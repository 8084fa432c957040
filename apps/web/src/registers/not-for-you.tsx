import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../frame/links';
import { useView } from '../frame/use-view';

/** What a role that reads scores alone is told in place of entries. */
export function NotForYou() {
  const { t } = useTranslation();
  const { relationship } = useView();
  return (
    <>
      <Text mb="md">{t('registers.not-for-you')}</Text>
      <Group>
        <ButtonLink to="/r/$relationship/gaps" params={{ relationship }} variant="default">
          {t('frame.nav.gaps')}
        </ButtonLink>
        <ButtonLink to="/r/$relationship/brought" params={{ relationship }} variant="default">
          {t('frame.nav.brought')}
        </ButtonLink>
      </Group>
    </>
  );
}
