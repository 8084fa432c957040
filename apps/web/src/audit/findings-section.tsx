import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useSession } from '../api/session';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { useWords } from '../registers/use-words';
import { DataTable } from './data-table';
import { EntryLinks } from '../frame/entry-links';
import { ButtonLink } from '../frame/links';
import { SectionCard } from './section-card';

const WRITES = [
  ['audit.opened', 'open-audit'],
  ['finding.raised', 'raise'],
  ['finding.closed', 'close'],
] as const;

/** Audits and their findings, until they are closed, and what an auditor writes. */
export function FindingsSection() {
  const { t } = useTranslation();
  const { params } = useView();
  const { data: session } = useSession();
  const words = useWords();
  const findings = api.useQuery('get', '/api/v1/relationships/{relationship}/findings', { params });
  const audits = api.useQuery('get', '/api/v1/relationships/{relationship}/audits', { params });
  const columnsOf = (names: readonly Column[]): string[] => names.map((name) => t(`audit.column.${name}`));
  return (
    <Stack gap="md">
      {session?.role === 'auditor' && (
        <SectionCard title={t('audit.findings.write')} lead={t('audit.findings.follow')}>
          <Group className="not-printed">
            {WRITES.map(([kind, name]) => (
              <LogLink key={kind} kind={kind}>
                {t(`audit.findings.${name}`)}
              </LogLink>
            ))}
          </Group>
        </SectionCard>
      )}
      <SectionCard title={t('audit.findings.title')}>
        <Shown read={findings}>
          {({ findings: found }) =>
            found.length === 0 ? (
              <Text size="sm">{t('audit.findings.none')}</Text>
            ) : (
              <DataTable
                label={t('audit.findings.title')}
                columns={columnsOf(['title', 'situation', 'grade', 'factor', 'owner', 'due', 'entry'])}
                rows={found.map(({ id, title, situation, grade, factor, owner, due, entries }) => ({
                  key: id,
                  cells: [
                    title ?? id,
                    t(`audit.findings.situation.${situation}`),
                    grade === null ? t('audit.none') : words.choice(grade),
                    factor ?? t('audit.none'),
                    owner === null
                      ? t(situation === 'open' ? 'audit.findings.every-party' : 'audit.none')
                      : (words.party(owner) ?? words.choice(owner)),
                    formatDate(due),
                    <EntryLinks key="entries" entries={entries} max={Infinity} />,
                  ],
                }))}
              />
            )
          }
        </Shown>
      </SectionCard>
      <SectionCard title={t('audit.findings.audits')}>
        <Shown read={audits}>
          {({ audits: opened }) =>
            opened.length === 0 ? (
              <Text size="sm">{t('audit.findings.audits-none')}</Text>
            ) : (
              <DataTable
                label={t('audit.findings.audits')}
                columns={columnsOf(['scope', 'party', 'opened', 'open', 'seed', 'entry'])}
                figures={columnsOf(['open'])}
                rows={opened.map(({ id, scope, by, opened: on, open, sampleSeed, entries }) => ({
                  key: id,
                  cells: [
                    scope ?? id,
                    by === null ? t('audit.none') : words.choice(by),
                    formatDate(on),
                    open,
                    sampleSeed ?? t('audit.none'),
                    <EntryLinks key="entries" entries={entries} max={Infinity} />,
                  ],
                }))}
              />
            )
          }
        </Shown>
      </SectionCard>
    </Stack>
  );
}

type Column = 'title' | 'situation' | 'grade' | 'factor' | 'owner' | 'due' | 'entry' | 'scope' | 'party' | 'opened' | 'open' | 'seed'; // prettier-ignore

/** To where an entry of that kind is logged. */
function LogLink({ kind, children }: { readonly kind: string; readonly children: string }) {
  const { relationship } = useView();
  return (
    <ButtonLink
      variant="default"
      to="/r/$relationship/log"
      params={{ relationship }}
      search={({ asOf, knownAt }) => ({ asOf, knownAt, kind })}
    >
      {children}
    </ButtonLink>
  );
}
