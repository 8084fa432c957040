import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatCount } from '../texts/format';
import { partyWord } from '../texts/party-word';
import { useKindTitles } from '../frame/use-kind-titles';
import { DataTable } from './data-table';
import { EntryLink } from '../frame/entry-link';
import { SectionCard } from './section-card';

/** How long after it happened each party logs. */
export function LateSection() {
  const { t } = useTranslation();
  const { params } = useView();
  const titleOf = useKindTitles();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/late-logging', { params });
  const name = (column: 'party' | 'logged' | 'median' | 'quartile' | 'longest' | 'entry' | 'kind' | 'days') =>
    t(`audit.column.${column}`);
  return (
    <Shown read={read}>
      {({ lateLogging, answerDays, answerDaysFrom }) => {
        const late = lateLogging.flatMap(({ party, late: entries }) => entries.map((each) => ({ ...each, party })));
        const lead = t('audit.late.lead', { days: answerDays, from: t(`audit.late.from.${answerDaysFrom}`) });
        return (
          <Stack gap="md">
            <SectionCard title={t('audit.late.title')} lead={lead}>
              {lateLogging.length === 0 ? (
                <Text size="sm">{t('audit.late.empty')}</Text>
              ) : (
                <DataTable
                  label={t('audit.late.title')}
                  columns={[name('party'), name('logged'), name('median'), name('quartile'), name('longest')]}
                  figures={[name('logged'), name('median'), name('quartile'), name('longest')]}
                  rows={lateLogging.map(({ party, logged, medianDays, upperQuartileDays, longestDays }) => ({
                    key: party,
                    cells: [
                      partyWord(t, party),
                      ...[logged, medianDays, upperQuartileDays, longestDays].map(formatCount),
                    ],
                  }))}
                />
              )}
            </SectionCard>
            <SectionCard title={t('audit.late.list')}>
              {late.length === 0 ? (
                <Text size="sm">{t('audit.late.none')}</Text>
              ) : (
                <DataTable
                  label={t('audit.late.list')}
                  columns={[name('entry'), name('kind'), name('party'), name('days')]}
                  figures={[name('days')]}
                  rows={late.map(({ entry, kind, party, days }) => ({
                    key: entry,
                    cells: [
                      <EntryLink isWhole key="entry" entry={entry} />,
                      titleOf(kind),
                      partyWord(t, party),
                      formatCount(days),
                    ],
                  }))}
                />
              )}
            </SectionCard>
          </Stack>
        );
      }}
    </Shown>
  );
}
