import { Alert, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMatchRoute } from '@tanstack/react-router';
import { api } from '../api/client';
import { useLive } from '../api/live';
import { useStaleSince } from '../api/stale-since';
import { mayLog, useSession } from '../api/session';
import { ClockMenu } from '../clocks/clock-menu';
import { formatDate } from '../texts/format';
import { ButtonLink } from './links';

/** Milliseconds between two questions whether the store of the ledger is there again. */
const STALE_MS = 10_000;

/** Whose relationship it is, as of when, and what every view of it must say. */
export function RelationshipBar({ relationship }: { readonly relationship: string }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const staleSince = useStaleSince();
  const isHeard = useLive(relationship, session !== undefined && session.role !== 'operator');
  const isLogging = useMatchRoute()({ to: '/r/$relationship/log' }) !== false;
  const { data } = api.useQuery(
    'get',
    '/api/v1/relationships/{relationship}',
    { params: { path: { relationship } } },
    // Nothing is heard of a store that is away, nor that it is back.
    { refetchInterval: staleSince === null ? false : STALE_MS },
  );
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="xs">
          <Text fw={650}>{data?.title ?? relationship}</Text>
          {data?.sample === true && <Badge variant="outline">{t('frame.sample')}</Badge>}
        </Group>
        <Group gap="xs" className="not-printed relationship-actions">
          <ClockMenu />
          {session !== undefined && mayLog(session) && !isLogging && (
            <ButtonLink to="/r/$relationship/log" params={{ relationship }}>
              {t('logEntry.open')}
            </ButtonLink>
          )}
        </Group>
      </Group>
      {staleSince !== null && (
        <Alert variant="light" color="yellow" mb="sm">
          {t('frame.stale', { since: formatDate(staleSince) })}
        </Alert>
      )}
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
      {data !== undefined && data.restsOnImport !== null && (
        <Alert variant="light" color="yellow" mb="sm">
          {t('frame.rests-on-import')}
        </Alert>
      )}
    </>
  );
}
