import { Alert, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMatchRoute } from '@tanstack/react-router';
import { api } from '../api/client';
import { useLive } from '../api/live';
import { mayLog, useSession } from '../api/session';
import { ClockMenu } from '../clocks/clock-menu';
import { ButtonLink } from './links';

/** Whose relationship it is, as of when, and what every view of it must say. */
export function RelationshipBar({ relationship }: { readonly relationship: string }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const isHeard = useLive(relationship, session !== undefined && session.role !== 'operator');
  const isLogging = useMatchRoute()({ to: '/r/$relationship/log' }) !== false;
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path: { relationship } } });
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="xs">
          <Text fw={650}>{data?.title ?? relationship}</Text>
          {data?.sample === true && <Badge variant="outline">{t('frame.sample')}</Badge>}
        </Group>
        <Group gap="xs" className="not-printed">
          <ClockMenu />
          {session !== undefined && mayLog(session) && !isLogging && (
            <ButtonLink to="/r/$relationship/log" params={{ relationship }}>
              {t('logEntry.open')}
            </ButtonLink>
          )}
        </Group>
      </Group>
      {!isHeard && (
        <Alert variant="light" color="yellow" mb="sm">
          {t('frame.not-heard')}
        </Alert>
      )}
      {data !== undefined && data.withoutProtocol !== null && (
        <Alert variant="light" color="yellow" mb="sm">
          {t('frame.protocol-missing')}
        </Alert>
      )}
    </>
  );
}
