import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { DayInput } from '../clocks/day-input';
import { asItReads } from '../frame/as-it-reads';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatChange, formatDate, formatScore } from '../texts/format';
import { csvOf } from '../tables/csv';
import { partyWord } from '../texts/party-word';
import { useKindTitles } from '../frame/use-kind-titles';
import { statusName } from '../why/events-table';
import { useNames } from '../ledger/use-names';
import { useWords } from '../registers/use-words';
import { DataTable } from './data-table';
import { DownloadButton } from './download-button';
import { EntryLink } from '../frame/entry-link';
import { Lines } from './lines';
import { periodOf, type Period } from './period';
import { SectionCard } from './section-card';
import { useAuditState } from './use-audit-state';
import { usePeriodEntries } from './use-period-entries';

const today = (): string => new Date().toISOString().slice(0, 10);

/** All that an auditor takes along of a period, on screen, on paper and as files. */
export function PackSection() {
  const { t } = useTranslation();
  const { relationship, clocks } = useView();
  const [state, move] = useAuditState();
  const [now] = useState(today);
  const period = periodOf(state, clocks.asOf ?? now);
  return (
    <Stack gap="md">
      <SectionCard title={t('audit.pack.title')} lead={t('audit.pack.lead')}>
        <Group align="end">
          {(['from', 'to'] as const).map((end) => (
            <DayInput
              key={end}
              label={t(`audit.pack.${end}`)}
              value={period[end]}
              onDay={(day) => move({ [end]: day })}
            />
          ))}
          <Button className="not-printed" variant="default" onClick={() => window.print()}>
            {t('audit.pack.print')}
          </Button>
        </Group>
      </SectionCard>
      {period.from > period.to ? <Text>{t('audit.pack.order')}</Text> : <Pack period={period} />}
      <SectionCard title={t('audit.pack.bundle')} lead={t('audit.pack.bundle-lead')}>
        <Group className="not-printed">
          <Button
            component="a"
            href={`/api/v1/relationships/${encodeURIComponent(relationship)}/bundle`}
            download={`${relationship}.zip`}
          >
            {t('audit.pack.bundle')}
          </Button>
        </Group>
      </SectionCard>
    </Stack>
  );
}

function useScore(asOf: string, knownAt: string | undefined) {
  const { params } = useView();
  const query = { asOf, ...(knownAt === undefined ? {} : { knownAt }) };
  return api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params: { path: params.path, query } });
}

type Entry = Schemas['EntryAnswer'];
const COLUMNS = ['entry', 'kind', 'party', 'effective', 'recorded', 'factor', 'status', 'text'] as const;
/** Rows that are shown at once; the files hold all of them. */
const SHOWN = 200;

function Pack({ period: { from, to } }: { readonly period: Period }) {
  const { t } = useTranslation();
  const { relationship, params, clocks } = useView();
  const { path } = params;
  const known = clocks.knownAt === undefined ? {} : { knownAt: clocks.knownAt };
  const ends = [
    { asOf: from, then: useScore(from, from), now: useScore(from, clocks.knownAt) },
    { asOf: to, then: useScore(to, to), now: useScore(to, clocks.knownAt) },
  ];
  const difference = api.useQuery('get', '/api/v1/relationships/{relationship}/score/difference', {
    params: { path, query: { from, to, ...known } },
  });
  const findings = api.useQuery('get', '/api/v1/relationships/{relationship}/findings', {
    params: { path, query: { asOf: to, ...known } },
  });
  const entries = usePeriodEntries(relationship, { from, to }, clocks.knownAt);
  const checkpoint = api.useQuery('get', '/api/v1/relationships/{relationship}/log/checkpoint', {
    params: { path },
    parseAs: 'text',
  });
  const titleOf = useKindTitles();
  const columns = COLUMNS.map((name) => t(`audit.column.${name}`));
  const name = `${relationship}-${from}-${to}`;
  const pack = () => ({
    relationship,
    from,
    to,
    scores: ends.map(({ asOf, then, now }) => ({ asOf, then: then.data, now: now.data })),
    difference: difference.data,
    findings: findings.data,
    entries: entries.data,
    checkpoint: checkpoint.data,
  });
  const isWhole = [difference, findings, entries, checkpoint, ...ends.flatMap(({ then, now }) => [then, now])].every(
    ({ data }) => data !== undefined,
  );
  return (
    <>
      <SectionCard title={t('audit.pack.score')}>
        <DataTable
          label={t('audit.pack.score')}
          columns={[t('audit.pack.day'), t('audit.pack.then'), t('audit.pack.now')]}
          figures={[t('audit.pack.then'), t('audit.pack.now')]}
          rows={ends.map(({ asOf, then, now }) => ({
            key: asOf,
            cells: [
              formatDate(asOf),
              ...[then, now].map((read, place) => (
                <Shown key={place} read={read}>
                  {({ score, level }) => `${formatScore(score)}${level === null ? '' : ` (${level})`}`}
                </Shown>
              )),
            ],
          }))}
        />
      </SectionCard>
      <SectionCard title={t('audit.pack.changed')}>
        <Shown read={difference}>{(data) => <Changed difference={data} />}</Shown>
      </SectionCard>
      <SectionCard title={t('audit.findings.title')}>
        <Shown read={findings}>{(data) => <Findings findings={data.findings} />}</Shown>
      </SectionCard>
      <SectionCard title={t('audit.pack.entries', { count: entries.data?.length ?? 0 })}>
        <Shown read={entries}>
          {(found) =>
            found.length === 0 ? (
              <Text size="sm">{t('audit.pack.entries-none')}</Text>
            ) : (
              <>
                <Group>
                  <DownloadButton
                    name={`${name}.csv`}
                    type="text/csv"
                    label={t('audit.download-csv')}
                    text={() => csvOf({ name, columns, rows: found.map(asItReads).map(rowOf) })}
                  />
                  {isWhole && (
                    <DownloadButton
                      name={`${name}.json`}
                      type="application/json"
                      label={t('audit.download-json')}
                      text={() => `${JSON.stringify(pack(), null, 2)}\n`}
                    />
                  )}
                </Group>
                <DataTable
                  label={t('audit.pack.title')}
                  columns={columns}
                  rows={found
                    .slice(0, SHOWN)
                    .map(asItReads)
                    .map((entry) => ({
                      key: entry.id,
                      cells: [
                        <EntryLink isWhole key="entry" entry={entry.id} />,
                        titleOf(entry.kind),
                        partyWord(t, entry.party),
                        formatDate(entry.effective),
                        formatDate(entry.recorded),
                        entry.factor ?? t('audit.none'),
                        entry.status === null ? t('audit.none') : statusName(entry.status, t),
                        entry.text ?? t('audit.none'),
                      ],
                    }))}
                />
                {found.length > SHOWN && (
                  <Text size="sm">{t('audit.pack.entries-more', { count: found.length - SHOWN })}</Text>
                )}
              </>
            )
          }
        </Shown>
      </SectionCard>
      <SectionCard title={t('audit.pack.checkpoint')}>
        <Shown read={checkpoint}>{(note) => <Lines text={note} />}</Shown>
      </SectionCard>
    </>
  );
}

function rowOf({ id, kind, party, effective, recorded, factor, status, text }: Entry): (string | number | null)[] {
  return [id, kind, party, effective, recorded, factor, status, text];
}

function Changed({ difference }: { readonly difference: Schemas['DifferenceAnswer'] }) {
  const { t } = useTranslation();
  const names = useNames();
  const { change, factors, coverageEffect, methodEffect } = difference;
  if (change === null) return <Text size="sm">{t('audit.pack.changed-none')}</Text>;
  const parts = ['contribution', 'ratings', 'events', 'corrections', 'time'] as const;
  const figures = parts.map((part) => t(`audit.pack.${part}`));
  return (
    <>
      <Text size="sm">{t('audit.pack.changed-sentence', { change: formatChange(change) })}</Text>
      <Text size="sm">{t('audit.pack.coverage-effect', { effect: formatChange(coverageEffect) })}</Text>
      <Text size="sm">{t('audit.pack.method-effect', { effect: formatChange(methodEffect) })}</Text>
      <DataTable
        label={t('audit.pack.changed')}
        columns={[t('words.factor'), ...figures]}
        figures={figures}
        rows={factors.map((factor) => ({
          key: String(factor.code),
          cells: [names.factor(factor.code), ...parts.map((part) => formatChange(factor[part]))],
        }))}
      />
    </>
  );
}

function Findings({ findings }: { readonly findings: readonly Schemas['FindingAnswer'][] }) {
  const { t } = useTranslation();
  const words = useWords();
  if (findings.length === 0) return <Text size="sm">{t('audit.findings.none')}</Text>;
  const columns = (['title', 'situation', 'grade', 'due'] as const).map((column) => t(`audit.column.${column}`));
  return (
    <DataTable
      label={t('audit.findings.title')}
      columns={columns}
      rows={findings.map(({ id, title, situation, grade, due }) => ({
        key: id,
        cells: [
          title ?? id,
          t(`audit.findings.situation.${situation}`),
          grade === null ? t('audit.none') : words.choice(grade),
          formatDate(due),
        ],
      }))}
    />
  );
}
