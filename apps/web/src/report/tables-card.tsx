import { useState } from 'react';
import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { mayReadEntries, type Session } from '../api/session';
import { ProblemNotice } from '../frame/problem-notice';
import { csvOf } from '../tables/csv';
import type { DataTable } from '../tables/data-table';
import { readTrail } from './read-trail';
import type { Report } from './report';
import type { Answers, Made } from './answers';
import { aboutTable, tablesOf, trailTable } from './report-tables';
import { saveFile } from '../frame/save-file';

interface TablesCardProps {
  readonly answers: Answers;
  readonly made: Made;
  readonly report: Report;
  readonly session: Session;
}

const NAMES = ['factors', 'course', 'difference', 'brought'] as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Spreadsheet programs take a file without it for one of another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The tables of the report, to take along. */
export function TablesCard({ answers, made, report, session }: TablesCardProps) {
  const { t } = useTranslation();
  const [read, setRead] = useState(0);
  const { relationship, score, entries } = answers;
  const tables = tablesOf(answers, made, t);
  const stem = `${relationship.id}-${made.isPublic ? 'public' : 'board'}-${score.asOf}`;
  const trail = async (): Promise<DataTable> => {
    setRead(0);
    const clocks = { asOf: score.asOf, knownAt: made.knownAt };
    const all = await readTrail(relationship.id, clocks, setRead);
    return trailTable(all, made, entries?.inReplyTime ?? new Set(), t);
  };
  const write = useMutation({ mutationFn: (task: () => Promise<void>) => task() });
  const saveCsv = (name: string, table: DataTable): void =>
    saveFile(`${stem}-${name}.csv`, new Blob([BYTE_ORDER_MARK + csvOf(table)], { type: 'text/csv' }));
  const saveWorkbook = async (more: readonly DataTable[]): Promise<void> => {
    const { workbookOf } = await import('../tables/workbook');
    const about = aboutTable(report, relationship.id, t);
    const bytes = workbookOf([about, ...NAMES.map((name) => tables[name]), ...more]);
    saveFile(`${stem}.xlsx`, new Blob([bytes], { type: XLSX }));
  };
  const csvButton = (name: string, label: string, onClick: () => void) => (
    <Button key={name} variant="default" size="xs" disabled={write.isPending} onClick={onClick}>
      {t('report.tables.csv-of', { table: label })}
    </Button>
  );
  return (
    <Card mt="lg" className="not-printed">
      <Title order={2} size="h4">
        {t('report.tables.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('report.tables.help')}
      </Text>
      <Group gap="xs" mb="xs">
        {NAMES.map((name) => csvButton(name, t(`report.tables.${name}`), () => saveCsv(name, tables[name])))}
        {mayReadEntries(session) &&
          csvButton('trail', t('report.tables.trail'), () =>
            write.mutate(async () => saveCsv('entries', await trail())),
          )}
      </Group>
      <Group gap="xs">
        <Button size="xs" disabled={write.isPending} onClick={() => write.mutate(() => saveWorkbook([]))}>
          {t('report.tables.as-xlsx')}
        </Button>
        {mayReadEntries(session) && (
          <Button
            size="xs"
            variant="default"
            disabled={write.isPending}
            onClick={() => write.mutate(async () => saveWorkbook([await trail()]))}
          >
            {t('report.tables.entries-too')}
          </Button>
        )}
      </Group>
      <Text size="sm" mt="xs" aria-live="polite">
        {write.isPending && (read === 0 ? t('report.tables.working') : t('report.tables.read', { count: read }))}
      </Text>
      {write.error !== null && <ProblemNotice error={write.error} />}
    </Card>
  );
}
