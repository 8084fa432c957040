import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet } from '@tanstack/react-router';
import { ApiProblem } from '../api/api-problem';
import { api } from '../api/client';
import { TextLink } from './links';
import { RelationshipBar } from './relationship-bar';

/** What stands around every screen of a relationship; of one that is not there, or not for the user, where others are. */
export function RelationshipFrame({ relationship }: { readonly relationship: string }) {
  const { t } = useTranslation();
  const { error } = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path: { relationship } } });
  if (error instanceof ApiProblem && (error.code === 'relationship-not-found' || error.code === 'forbidden')) {
    return (
      <>
        <Title order={1} size="h3">
          {t('frame.no-relationship', { relationship })}
        </Title>
        <Text my="sm">{t('frame.no-relationship-help')}</Text>
        <TextLink to="/portfolio">{t('frame.nav.portfolio')}</TextLink>
      </>
    );
  }
  return (
    <>
      <RelationshipBar relationship={relationship} />
      <Outlet />
    </>
  );
}
