import { useMemo } from 'react';
import { Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Chart } from '../charts/chart';
import { useView } from '../frame/use-view';
import { formatChange } from '../texts/format';
import { splitOption } from './split-option';
import { SplitTable } from './split-table';
import { partsOf, type Difference } from './split';
import { useFactorName } from './use-factor-name';

const BAR_PX = 24;
const AXIS_PX = 40;

/** The parts of the change: as bars, and as a table with their causes. */
export function SplitCard({ difference, change }: { readonly difference: Difference; readonly change: number }) {
  const { t } = useTranslation();
  const nameOf = useFactorName();
  const parts = useMemo(() => partsOf(difference), [difference]);
  const option = useMemo(() => splitOption(parts, nameOf, t), [parts, nameOf, t]);
  const effects = parts.map(({ effect }) => effect);
  return (
    <Card>
      <Title order={2} size="h4">
        {t('changed.split')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('changed.split-help')}
      </Text>
      <Chart
        summary={t('changed.chart-summary', {
          least: formatChange(Math.min(...effects)),
          most: formatChange(Math.max(...effects)),
        })}
        heightPx={parts.length * BAR_PX + AXIS_PX}
        option={option}
      />
      <SplitTable parts={parts} change={change} nameOf={nameOf} />
      {parts.some(({ of }) => of === 'coverage') && (
        <Text size="sm" mt="xs">
          {t('changed.coverage-help')}
        </Text>
      )}
      {parts.some(({ of }) => of === 'method') && <MethodSentence difference={difference} />}
    </Card>
  );
}

/** Which version gave way to which. */
function MethodSentence({ difference: { from, to } }: { readonly difference: Difference }) {
  const { t } = useTranslation();
  const [before, after] = [useFactorSetOn(from.asOf), useFactorSetOn(to.asOf)];
  if (before === null || after === null) return null;
  return (
    <Text size="sm" mt="xs">
      {t('changed.method-help', { before, after })}
    </Text>
  );
}

function useFactorSetOn(asOf: string): string | null {
  const { params } = useView();
  const { path, query } = params;
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/score', {
    params: { path, query: { ...query, asOf } },
  });
  return data?.factorSet ?? null;
}
