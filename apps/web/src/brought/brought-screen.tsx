import { useMemo } from 'react';
import { Group, NativeSelect, SegmentedControl, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { Chart } from '../charts/chart';
import { EntryLinks } from '../frame/entry-links';
import { ButtonLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatMoney, formatScore } from '../texts/format';
import { broughtOption } from './brought-option';
import type { BroughtSearch } from './brought-search';
import { PartyTable } from './party-table';
import { YearTable } from './year-table';
import { allYears, currenciesOf, type Year } from './years';

const CHART_PX = 468;

/** What working together brought, year by year, with the score of the time above it. */
export function BroughtScreen() {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/brought', { params });
  return (
    <>
      <Title order={1} size="h3">
        {t('brought.title')}
      </Title>
      <Text fw={600}>{t('brought.note')}</Text>
      <Text c="dimmed" size="sm" mb="md">
        {t('brought.attribution')}
      </Text>
      <Shown read={read}>{(answer) => <Brought answer={answer} />}</Shown>
    </>
  );
}

function Brought({ answer }: { readonly answer: Schemas['BroughtAnswer'] }) {
  const { t } = useTranslation();
  const { years: which, currency: asked, as } = useSearch({ from: '/framed/r/$relationship/brought' });
  const change = useChange();
  const years = which === 'contract' ? answer.contractYears : answer.financialYears;
  const currencies = currenciesOf(years);
  const currency = currencies.find((each) => each === asked) ?? currencies[0];
  return (
    <>
      <Group gap="md" align="end" mb="sm" className="not-printed">
        <SegmentedControl
          aria-label={t('brought.years')}
          value={which ?? 'financial'}
          onChange={(chosen) => change({ years: chosen === 'contract' ? 'contract' : undefined })}
          data={[
            { value: 'financial', label: t('brought.financial') },
            { value: 'contract', label: t('brought.contract') },
          ]}
        />
        {currencies.length > 1 && (
          <NativeSelect
            label={t('brought.currency')}
            value={currency}
            onChange={({ currentTarget }) => change({ currency: currentTarget.value })}
            data={currencies}
          />
        )}
        <Switch
          label={t('brought.as-table')}
          checked={as === 'table'}
          onChange={({ currentTarget }) => change({ as: currentTarget.checked ? 'table' : undefined })}
        />
      </Group>
      {answer.annualValue !== null && (
        <Text size="sm" mb="xs">
          {t('brought.annual-value', { value: formatMoney(answer.annualValue) })}{' '}
          {answer.annualValueEntry !== null && <EntryLinks entries={[answer.annualValueEntry]} />}
        </Text>
      )}
      {currency === undefined ? (
        <Nothing />
      ) : (
        <>
          {as !== 'table' && <Panels years={years} currency={currency} />}
          <YearTable years={years} currency={currency} />
          <PartyTable years={years} currency={currency} />
        </>
      )}
    </>
  );
}

function Panels({ years, currency }: { readonly years: readonly Year[]; readonly currency: string }) {
  const { t } = useTranslation();
  const option = useMemo(() => broughtOption({ years, currency, t }), [years, currency, t]);
  const scored = years.filter(({ score }) => score !== null);
  const summary = t('brought.summary', {
    from: formatScore(scored[0]?.score ?? null),
    to: formatScore(scored.at(-1)?.score ?? null),
    currency,
    realised: formatMoney({ amount: allYears(years, currency, 'realised'), currency }),
    forecast: formatMoney({ amount: allYears(years, currency, 'forecast'), currency }),
  });
  return <Chart summary={summary} heightPx={CHART_PX} option={option} />;
}

function Nothing() {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: session } = useSession();
  return (
    <>
      <Text mb="sm">{t('brought.none')}</Text>
      {session !== undefined && speaksForParty(session) && (
        <ButtonLink
          to="/r/$relationship/log"
          params={{ relationship }}
          search={({ asOf, knownAt }) => ({ asOf, knownAt, kind: 'benefit.forecast' })}
          variant="default"
        >
          {t('brought.log')}
        </ButtonLink>
      )}
    </>
  );
}

function useChange(): (changed: BroughtSearch) => void {
  const navigate = useNavigate();
  return (changed) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (before) => ({ ...before, ...changed }) });
}
