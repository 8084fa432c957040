import { List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { asItReads } from '../frame/as-it-reads';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { partyWord } from '../texts/party-word';

const MAX_SHOWN = 6;

/** What was logged on a factor since one's own side rated it, the latest first. */
export function EntriesSince({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Title order={4} size="h6">
        {t('rounds.rate.since')}
      </Title>
      {ids.length === 0 && <Text size="sm">{t('rounds.rate.since-none')}</Text>}
      <List size="sm" listStyleType="none" spacing={6}>
        {ids.slice(0, MAX_SHOWN).map((id) => (
          <List.Item key={id}>
            <EntryLine id={id} />
          </List.Item>
        ))}
      </List>
      {ids.length > MAX_SHOWN && (
        <Text size="sm" c="dimmed">
          {t('rounds.rate.since-more', { count: ids.length - MAX_SHOWN })}
        </Text>
      )}
    </>
  );
}

function EntryLine({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { relationship, clocks } = useView();
  const entry = api.useQuery('get', '/api/v1/relationships/{relationship}/entries/{entry}', {
    params: { path: { relationship, entry: id }, query: clocks },
  });
  const data = entry.data && asItReads(entry.data);
  return (
    <>
      <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry: id }}>
        {data === undefined ? id : `${data.sign ?? ''} ${data.text ?? data.kind}`.trim()}
      </TextLink>{' '}
      {data !== undefined && (
        <Text span size="xs" c="dimmed">
          {formatDate(data.effective)}, {partyWord(t, data.party)}
        </Text>
      )}
    </>
  );
}
