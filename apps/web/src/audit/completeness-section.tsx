import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { DataTable } from './data-table';
import { SectionCard } from './section-card';

/** What should be in the record, and is not. */
export function CompletenessSection() {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/completeness', { params });
  const columns = (['what', 'planned', 'logged', 'missing'] as const).map((name) => t(`audit.column.${name}`));
  return (
    <Shown read={read}>
      {({ completeness, silentMonths, months }) => (
        <Stack gap="md">
          <SectionCard title={t('audit.completeness.title')} lead={t('audit.completeness.lead')}>
            {completeness.length === 0 ? (
              <Text size="sm">{t('audit.completeness.none')}</Text>
            ) : (
              <DataTable
                label={t('audit.completeness.title')}
                columns={columns}
                figures={[t('audit.column.planned'), t('audit.column.logged')]}
                rows={completeness.map(({ of, id, title, planned, logged, missing }) => ({
                  key: `${of} ${id}`,
                  cells: [title ?? id, planned, logged, <Missing key="missing" days={missing} />],
                }))}
              />
            )}
          </SectionCard>
          <SectionCard
            title={t('audit.completeness.silent')}
            lead={t('audit.completeness.silent-lead', { count: silentMonths.length, months })}
          >
            <Text size="sm">
              {silentMonths.length === 0
                ? t('audit.completeness.silent-none')
                : silentMonths.map(formatDate).join(', ')}
            </Text>
          </SectionCard>
        </Stack>
      )}
    </Shown>
  );
}

/** Days that are shown at once; behind more of them one asks. */
const MAX_DAYS = 8;

function Missing({ days }: { readonly days: readonly string[] }) {
  const { t } = useTranslation();
  if (days.length === 0) return t('audit.completeness.all');
  const all = days.map(formatDate).join(', ');
  if (days.length <= MAX_DAYS) return all;
  const [from, to] = [formatDate(days[0] ?? null), formatDate(days.at(-1) ?? null)];
  return (
    <details>
      <summary>{t('audit.completeness.many', { count: days.length, from, to })}</summary>
      {all}
    </details>
  );
}
