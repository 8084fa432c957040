import { Alert, Badge, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem';
import { api, type Schemas } from '../api/client';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatChange, formatScore } from '../texts/format';
import { FactorLink } from '../frame/factor-link';
import { isEmpty, searchOf, type Supposition } from './what-if-search';

interface ResultCardProps {
  readonly supposed: Supposition;
  readonly onSuppose: (supposed: Supposition) => void;
}

const NOTHING: Supposition = { ratings: [], weights: [], events: [] };

/** What the score would be, against what it is. */
export function ResultCard({ supposed, onSuppose }: ResultCardProps) {
  const { t } = useTranslation();
  const { relationship, params } = useView();
  const { path, query } = params;
  const isNothing = isEmpty(supposed);
  const read = api.useQuery(
    'get',
    '/api/v1/relationships/{relationship}/what-if',
    { params: { path, query: { ...query, ...searchOf(supposed) } } },
    { enabled: !isNothing, ...KEEP_SHOWN },
  );
  if (read.error instanceof ApiProblem && read.error.code === 'not-allowed-now') {
    return (
      <Alert variant="light" color="yellow" title={t('whatIf.closed')}>
        <Text size="sm">{t('whatIf.closed-why')}</Text>
        <Text size="sm" mt="xs">
          <TextLink to="/r/$relationship/rounds" params={{ relationship }}>
            {t('whatIf.to-rounds')}
          </TextLink>
        </Text>
      </Alert>
    );
  }
  return (
    <Card aria-live="polite">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            {t('whatIf.result')}
          </Title>
          {!isNothing && (
            <Button size="xs" variant="default" className="not-printed" onClick={() => onSuppose(NOTHING)}>
              {t('whatIf.clear')}
            </Button>
          )}
        </Group>
        {isNothing ? (
          <Text size="sm">{t('whatIf.nothing-yet')}</Text>
        ) : (
          <Shown read={read}>{(answer) => <Result answer={answer} />}</Shown>
        )}
      </Stack>
    </Card>
  );
}

/** What was shown stays until the answer to what is supposed now is there. */
const KEEP_SHOWN = { placeholderData: <T,>(before: T | undefined): T | undefined => before };

function Result({ answer: { now, then, effect, whatIf } }: { readonly answer: Schemas['WhatIfAnswer'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="xl" align="flex-start">
        <Outcome label={t('whatIf.now')} outcome={now} />
        <Outcome label={t('whatIf.then')} outcome={then} />
        <div>
          <Text size="xs" c="dimmed">
            {t('whatIf.effect')}
          </Text>
          <Text fz={32} lh={1.2} fw={700} data-testid="effect">
            {formatChange(effect)}
          </Text>
        </div>
      </Group>
      <Title order={3} size="h6">
        {t('whatIf.changed')}
      </Title>
      {whatIf.length === 0 ? (
        <Text size="sm">{t('whatIf.changed-none')}</Text>
      ) : (
        <Wide label={t('whatIf.changed')}>
          <Table className="figures" horizontalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('words.factor')}</Table.Th>
                <Table.Th scope="col">{t('whatIf.now')}</Table.Th>
                <Table.Th scope="col">{t('whatIf.then')}</Table.Th>
                <Table.Th scope="col">{t('whatIf.effect')}</Table.Th>
                <Table.Th scope="col">{t('words.weight')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {whatIf.map(({ factor, name, weight, score, then: after }) => (
                <Table.Tr key={factor}>
                  <Table.Th scope="row" fw={500}>
                    <FactorLink code={factor} name={name} />
                  </Table.Th>
                  <Table.Td>{formatScore(score)}</Table.Td>
                  <Table.Td>{formatScore(after)}</Table.Td>
                  <Table.Td>{formatChange(score === null || after === null ? null : after - score)}</Table.Td>
                  <Table.Td>{weight}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </>
  );
}

function Outcome({ label, outcome }: { readonly label: string; readonly outcome: Schemas['HeldOutcomeAnswer'] }) {
  const { t } = useTranslation();
  const { score, level, low, high } = outcome;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Group gap="xs">
        <Text fz={32} lh={1.2} fw={700}>
          {formatScore(score)}
        </Text>
        <Badge variant="outline">{level ?? t('whatIf.none')}</Badge>
      </Group>
      <Text size="sm">
        {t('whatIf.low-high')} {formatScore(low)}–{formatScore(high)}
      </Text>
    </div>
  );
}
