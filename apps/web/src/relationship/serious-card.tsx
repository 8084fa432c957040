import { Card, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { asItReads } from '../frame/as-it-reads';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { EntryLink } from '../frame/entry-link';
import { partyWord } from '../texts/party-word';
import { useKindTitles } from '../frame/use-kind-titles';

/** The serious matters that are open, each with what it is and a link to it. */
export function SeriousCard({ entries }: { readonly entries: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Title order={2} size="h4">
        {t('relationship.critical-open')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('relationship.critical-open-help')}
      </Text>
      <List size="sm">
        {entries.map((entry) => (
          <List.Item key={entry}>
            <SeriousEntry entry={entry} />
          </List.Item>
        ))}
      </List>
    </Card>
  );
}

function SeriousEntry({ entry }: { readonly entry: string }) {
  const { t } = useTranslation();
  const { params } = useView();
  const titleOf = useKindTitles();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/entries/{entry}', {
    params: { path: { ...params.path, entry }, query: params.query },
  });
  return (
    <Shown read={read}>
      {(logged) => {
        const { kind, effective, party, text } = asItReads(logged);
        return (
          <>
            <EntryLink entry={entry}>{titleOf(kind)}</EntryLink>{' '}
            {[formatDate(effective), partyWord(t, party)].join(', ')}
            {text === null ? '' : `: ${text}`}
          </>
        );
      }}
    </Shown>
  );
}
