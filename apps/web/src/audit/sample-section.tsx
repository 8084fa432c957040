import { useState } from 'react';
import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { useMoveClocks } from '../clocks/clock-menu';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatCount, formatDate } from '../texts/format';
import { CopyButton } from './copy-button';
import { csvOf } from '../tables/csv';
import { partyWord } from '../texts/party-word';
import { DataTable } from './data-table';
import { EntryLink } from '../frame/entry-link';
import { SectionCard } from './section-card';
import { useAuditState } from './use-audit-state';

const SIZE = 25;
const MAX_SIZE = 500;
const COLUMNS = ['place', 'entry', 'kind', 'party', 'effective', 'recorded', 'status', 'draw'] as const;

/** A sample of entries that anybody draws again, with what it was drawn from. */
export function SampleSection() {
  const { t } = useTranslation();
  const [{ seed = '', size = SIZE, ledgerSize }, move] = useAuditState();
  const [typed, setTyped] = useState({ seed, size, ledgerSize });
  const isDigits = /^\d{1,64}$/.test(typed.seed);
  return (
    <SectionCard title={t('audit.sample.title')} lead={t('audit.sample.lead')}>
      <form
        className="not-printed"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDigits) move(typed);
        }}
      >
        <Group align="end">
          <TextInput
            label={t('audit.sample.seed')}
            inputMode="numeric"
            value={typed.seed}
            error={typed.seed !== '' && !isDigits ? t('audit.sample.digits') : undefined}
            onChange={({ currentTarget }) => setTyped({ ...typed, seed: currentTarget.value })}
          />
          <NumberInput
            label={t('audit.sample.size')}
            min={1}
            max={MAX_SIZE}
            allowDecimal={false}
            value={typed.size}
            onChange={(value) => setTyped({ ...typed, size: Number(value) || SIZE })}
          />
          <NumberInput
            label={t('audit.sample.ledger-size')}
            min={1}
            allowDecimal={false}
            value={typed.ledgerSize ?? ''}
            onChange={(value) => setTyped({ ...typed, ledgerSize: Number(value) || undefined })}
          />
          <Button type="submit">{t('audit.sample.draw')}</Button>
        </Group>
      </form>
      {seed === '' ? <Text size="sm">{t('audit.sample.none')}</Text> : <Sample seed={seed} size={size} />}
    </SectionCard>
  );
}

function Sample({ seed, size }: { readonly seed: string; readonly size: number }) {
  const { params } = useView();
  const [{ ledgerSize }] = useAuditState();
  const query = {
    ...params.query,
    seed,
    size: String(size),
    ...(ledgerSize === undefined ? {} : { ledgerSize: String(ledgerSize) }),
  };
  const sample = api.useQuery('get', '/api/v1/relationships/{relationship}/audit-sample', {
    params: { path: params.path, query },
  });
  return <Shown read={sample}>{(data) => <Drawn sample={data} />}</Shown>;
}

function Drawn({ sample }: { readonly sample: Schemas['AuditSampleAnswer'] }) {
  const { t } = useTranslation();
  const { clocks } = useView();
  const [, move] = useAuditState();
  const moveClocks = useMoveClocks();
  const { population, method, auditSample } = sample;
  const { frozenAt, ledgerSize } = population;
  const columns = COLUMNS.map((name) => t(`audit.column.${name}`));
  const csv = csvOf({
    name: 'sample',
    columns,
    rows: auditSample.map((each) => [
      each.place,
      each.entry,
      each.kind,
      each.party,
      each.effective,
      each.recorded,
      each.status,
      each.sha256,
    ]),
  });
  return (
    <>
      <div>
        <Text size="sm">
          {t('audit.sample.population', {
            size: formatCount(population.size),
            first: population.first ?? '–',
            last: population.last ?? '–',
            ledgerSize: formatCount(ledgerSize),
          })}
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('audit.sample.sha256')}: {population.sha256}
        </Text>
        <Text size="sm">
          {t('audit.sample.rule')}: {method.name}: {method.rule} ({method.source})
        </Text>
        {frozenAt !== null && <Text size="sm">{t('audit.sample.frozen', { frozenAt: formatDate(frozenAt) })}</Text>}
      </div>
      <Group className="not-printed">
        <CopyButton text={csv} label={t('audit.copy-csv')} />
        {frozenAt !== null && clocks.knownAt !== frozenAt && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              move({ ledgerSize });
              moveClocks({ asOf: sample.asOf, knownAt: frozenAt });
            }}
          >
            {t('audit.sample.freeze')}
          </Button>
        )}
      </Group>
      <DataTable
        label={t('audit.sample.drawn')}
        columns={columns}
        rows={auditSample.map((each) => ({
          key: each.entry,
          cells: [
            each.place,
            <EntryLink isWhole key="entry" entry={each.entry} />,
            each.title,
            partyWord(t, each.party),
            formatDate(each.effective),
            formatDate(each.recorded),
            each.status === null ? t('audit.none') : t(`words.status.${each.status}`),
            <span key="draw" title={each.sha256}>
              {each.sha256.slice(0, 12)}…
            </span>,
          ],
        }))}
      />
    </>
  );
}
