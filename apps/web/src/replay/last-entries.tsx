import { Card, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { partyWord } from '../texts/party-word';
import type { FilmEntry } from './film';

/** What appeared last, the latest first. */
export function LastEntries({ entries }: { readonly entries: readonly FilmEntry[] }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: catalogue } = api.useQuery('get', '/api/v1/catalogue');
  const titles = new Map(catalogue?.kinds.map(({ kind, title }) => [kind, title]));
  return (
    <Card h="100%">
      <Title order={2} size="h4" mb="xs">
        {t('replay.last')}
      </Title>
      {entries.length === 0 && <Text size="sm">{t('replay.start')}</Text>}
      <List listStyleType="none" spacing={6} size="sm">
        {entries.toReversed().map(({ id, kind, effective, recorded, party, factor, sign, text }) => (
          <List.Item key={id}>
            <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry: id }}>
              {titles.get(kind) ?? kind}
            </TextLink>{' '}
            <Text span size="xs" c="dimmed">
              {[formatDate(effective ?? recorded), partyWord(t, party), ...(factor === null ? [] : [factor])].join(
                ', ',
              )}
              {sign === '+' ? ' +' : sign === '-' ? ' −' : ''}
            </Text>
            {text !== null && (
              <Text size="sm" lineClamp={2}>
                {text}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
