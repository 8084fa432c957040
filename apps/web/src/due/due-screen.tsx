import { Button, Group, NativeSelect, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../api/client';
import { mayReadEntries, useSession } from '../api/session';
import { fileAddress } from '../frame/file-address';
import { Shown } from '../frame/shown';
import { usePartyName } from '../frame/use-party-name';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { DueDays } from './due-days';
import { dueLists } from './due-items';

/** What is due, for whom and by when: what is overdue first, and what the record only asks for apart. */
export function DueScreen() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  return (
    <>
      <Title order={1} size="h3">
        {t('due.title')}
      </Title>
      {session !== undefined && !mayReadEntries(session) && <Text>{t('due.not-for-you')}</Text>}
      {session !== undefined && mayReadEntries(session) && <Due />}
    </>
  );
}

function Due() {
  const { t } = useTranslation();
  const { params, relationship, clocks } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/due', { params });
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t('due.intro')}
      </Text>
      <Group align="end" gap="sm" mb="md" className="not-printed">
        <PartyFilter />
        <Button component="a" variant="default" href={fileAddress(relationship, 'due.ics', clocks)} download>
          {t('due.calendar')}
        </Button>
        <Button
          component="a"
          variant="default"
          href={fileAddress(relationship, 'due', clocks, { format: 'csv' })}
          download
        >
          {t('due.download')}
        </Button>
      </Group>
      <Shown read={read}>{(due) => <Lists due={due} />}</Shown>
    </>
  );
}

function PartyFilter() {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { party } = useSearch({ from: '/framed/r/$relationship/due' });
  const navigate = useNavigate();
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path: { relationship } } });
  return (
    <NativeSelect
      label={t('due.party')}
      value={party ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value === '' ? undefined : currentTarget.value;
        void navigate({
          to: '.',
          replace: true,
          resetScroll: false,
          search: (before) => ({ ...before, party: chosen }),
        });
      }}
      data={[
        { value: '', label: t('due.everybody') },
        ...(data?.parties ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function Lists({ due }: { readonly due: Schemas['DueAnswer'] }) {
  const { t } = useTranslation();
  const nameOf = usePartyName();
  const { party } = useSearch({ from: '/framed/r/$relationship/due' });
  const { overdue, coming, reminders } = dueLists(due.due, party);
  const to = formatDate(due.to);
  return (
    <>
      {overdue.length + coming.length === 0 && (
        <Text>
          {party === undefined ? t('due.none', { to }) : t('due.none-for', { party: nameOf(party) ?? party, to })}
        </Text>
      )}
      <DueDays title={t('due.overdue')} days={overdue} />
      <DueDays title={t('due.coming')} days={coming} />
      <DueDays title={t('due.reminders')} help={t('due.reminders-help')} days={reminders} />
      {due.notShown > 0 && <Text mt="md">{t('due.not-shown', { count: due.notShown })}</Text>}
      {due.leftOut > 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {t('due.left-out', { count: due.leftOut })}
        </Text>
      )}
    </>
  );
}
