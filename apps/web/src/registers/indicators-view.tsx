import { useMemo } from 'react';
import { Badge, Card, Group, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { Chart } from '../charts/chart';
import { EntryLinks } from '../frame/entry-links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatDate, formatNumber } from '../texts/format';
import { FieldList } from './readable-value';
import { indicatorOption } from './indicator-option';
import type { OwnViewProps } from './own-views';
import { readableFields } from './readable';
import { useWords } from './use-words';

type Indicator = Schemas['IndicatorAnswer'];
const CHART_PX = 150;
const TABLE_PX = 220;

/** Performance indicators, each with its figures against its target. */
export function IndicatorsView({ keep }: OwnViewProps) {
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/indicators', { params });
  return <Shown read={read}>{({ indicators }) => <Indicators indicators={indicators.filter(keep)} />}</Shown>;
}

/** Trust indicators, likewise. */
export function TrustIndicatorsView({ keep }: OwnViewProps) {
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/trust-indicators', { params });
  return <Shown read={read}>{({ trustIndicators }) => <Indicators indicators={trustIndicators.filter(keep)} />}</Shown>;
}

function Indicators({ indicators }: { readonly indicators: readonly Indicator[] }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      {indicators.map((indicator) => (
        <IndicatorCard key={indicator.id} indicator={indicator} />
      ))}
    </SimpleGrid>
  );
}

/** What a card says already in words of its own. */
const SAID = new Set([
  'id',
  'title',
  'situation',
  'unit',
  'target',
  'direction',
  'value',
  'from',
  'until',
  'measurements',
  'entries',
]);

function IndicatorCard({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const words = useWords();
  const { id, title, situation, value, measurements, entries } = indicator;
  const unit = indicator.unit ?? '';
  const target = indicator.target === null ? '–' : formatNumber(indicator.target);
  const option = useMemo(() => indicatorOption(indicator), [indicator]);
  const summary = t('registers.indicators.summary', {
    title: title ?? id,
    count: measurements.length,
    value: value === null ? '–' : formatNumber(value),
    unit,
    target,
  });
  return (
    <Card component="article">
      <Group justify="space-between" align="start" gap="xs">
        <Title order={2} size="h5">
          {title ?? id}
        </Title>
        <Badge variant="light">{words.choice(situation)}</Badge>
      </Group>
      <Text>
        {value === null
          ? t('registers.indicators.none')
          : t('registers.indicators.latest', { value: formatNumber(value), unit })}
        {' · '}
        {t('registers.indicators.target')}:{' '}
        {t(`registers.indicators.${indicator.direction ?? 'at-least'}`, { target, unit })}
      </Text>
      {measurements.length > 1 && <Chart summary={summary} heightPx={CHART_PX} option={option} />}
      <FieldList fields={readableFields({ ...indicator }, words, SAID)} isInline />
      {measurements.length > 0 && <Figures indicator={indicator} />}
      <Text size="sm" mt="xs">
        <EntryLinks entries={entries} />
      </Text>
    </Card>
  );
}

function Figures({ indicator: { id, title, measurements } }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Wide label={`${t('registers.indicators.figures')}: ${title ?? id}`} maxHeightPx={TABLE_PX}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.label('until')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {words.label('value')}
            </Table.Th>
            <Table.Th scope="col">{words.label('situation')}</Table.Th>
            <Table.Th scope="col">{words.label('status')}</Table.Th>
            <Table.Th scope="col">{words.label('entry')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {measurements.toReversed().map(({ entry, until, effective, value, onTarget, status, reason }) => (
            <Table.Tr key={entry}>
              <Table.Td>{formatDate(until ?? effective)}</Table.Td>
              <Table.Td ta="right">{value === null ? '–' : formatNumber(value)}</Table.Td>
              <Table.Td>
                {t(onTarget ? 'registers.indicators.on' : 'registers.indicators.off')}
                {reason !== null && ` (${reason})`}
              </Table.Td>
              <Table.Td>{words.choice(status)}</Table.Td>
              <Table.Td>
                <EntryLinks entries={[entry]} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
