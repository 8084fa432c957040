import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatChange, formatDate } from '../texts/format';
import { partyWord } from '../texts/party-word';
import { DataTable } from './data-table';
import { EntryLink } from '../frame/entry-link';
import { SectionCard } from './section-card';

const COUNT = '20';

/** The entries that do most to the score: what to look at first. */
export function TopSection() {
  const { t } = useTranslation();
  const { params } = useView();
  const { path, query } = params;
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/top', {
    params: { path, query: { ...query, n: COUNT } },
  });
  const columns = (['entry', 'kind', 'party', 'effective', 'factor', 'status', 'effect'] as const).map((name) =>
    t(`audit.column.${name}`),
  );
  return (
    <SectionCard title={t('audit.top.title')} lead={t('audit.top.lead')}>
      <Shown read={read}>
        {({ top }) =>
          top.length === 0 ? (
            <Text size="sm">{t('audit.top.none')}</Text>
          ) : (
            <DataTable
              label={t('audit.top.title')}
              columns={columns}
              figures={[t('audit.column.effect')]}
              rows={top.map(({ entry, title, party, effective, factor, status, effect }) => ({
                key: entry,
                cells: [
                  <EntryLink isWhole key="entry" entry={entry} />,
                  title,
                  partyWord(t, party),
                  formatDate(effective),
                  factor ?? t('audit.none'),
                  t(`words.status.${status}`),
                  effect === null ? t('audit.top.alone') : formatChange(effect),
                ],
              }))}
            />
          )
        }
      </Shown>
    </SectionCard>
  );
}
