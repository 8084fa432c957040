import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../frame/links';
import { useView } from '../frame/use-view';

/** What somebody sees whose role reads scores alone: nothing is asked for that would be refused. */
export function NoRight() {
  const { t } = useTranslation();
  const { relationship } = useView();
  return (
    <>
      <Text>{t('ledger.no-right')}</Text>
      <Group>
        <ButtonLink to="/r/$relationship" params={{ relationship }} variant="default">
          {t('ledger.to-relationship')}
        </ButtonLink>
      </Group>
    </>
  );
}
