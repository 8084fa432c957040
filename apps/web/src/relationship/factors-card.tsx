import { useMemo } from 'react';
import { Card, Grid, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Chart } from '../charts/chart';
import { Wide } from '../frame/wide';
import { formatScore, formatShare } from '../texts/format';
import { FactorLink } from '../frame/factor-link';
import { isGapBeforeJointLevel } from '../gaps/own-gap';
import { radarOption } from './radar-option';

type Score = Schemas['ScoreAnswer'];
const RADAR_PX = 360;

/** The sixteen factors, as each party sees them and both together: as a radar and as a table. */
export function FactorsCard({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const joint = score.factors.filter(isGapBeforeJointLevel);
  const option = useMemo(() => radarOption(score.factors, t), [score.factors, t]);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('relationship.factors')}
      </Title>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Chart summary={t('relationship.radar-summary')} heightPx={RADAR_PX} option={option} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Wide label={t('relationship.factors')}>
            <FactorsTable score={score} />
          </Wide>
          {joint.length > 0 && (
            <Text size="xs" c="dimmed" mt="xs">
              {t('gaps.before-joint-of', { factors: joint.map(({ code, name }) => `${code} ${name}`).join(', ') })}
            </Text>
          )}
        </Grid.Col>
      </Grid>
    </Card>
  );
}

function FactorsTable({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const columns = [
    t('words.score'),
    t('words.client'),
    t('words.provider'),
    t('relationship.gap'),
    t('words.confidence'),
  ];
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('words.factor')}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} scope="col" ta="right">
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {score.factors.map((factor) => (
          <Table.Tr key={factor.code}>
            <Table.Th scope="row" fw={500}>
              <FactorLink {...factor} />
              {!factor.counted && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  {t(`relationship.status.${factor.status}`)}
                </Text>
              )}
            </Table.Th>
            <Table.Td ta="right" fw={600}>
              {formatScore(factor.score)}
            </Table.Td>
            <Table.Td ta="right">{levelOf(factor, 'client')}</Table.Td>
            <Table.Td ta="right">{levelOf(factor, 'provider')}</Table.Td>
            <Table.Td ta="right" fw={factor.gap ? 600 : 400}>
              {formatScore(factor.gap)}
            </Table.Td>
            <Table.Td ta="right">{formatShare(factor.confidence)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The level from 0 to 4 that a party gave. */
export function levelOf({ ratings }: Schemas['FactorScoreAnswer'], party: string): string {
  const level = ratings[party]?.level;
  return level === undefined ? '–' : String(level);
}
