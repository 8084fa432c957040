import type { TFunction } from 'i18next';
import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { Shown } from '../frame/shown';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { formatScore, formatShare } from '../texts/format';
import { AsOf } from './as-of';
import { formatExact } from './exact';
import { GroupsTable } from './groups-table';
import { IndependentTable } from './independent-table';
import { MeasuresTable } from './measures-table';
import { sumOf, type ScoreSum } from './score-sum';
import { SumTable } from './sum-table';

type Score = Schemas['ScoreAnswer'];

/** How the score comes from the factors, and what is said beside it. */
export function WholeScore() {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params });
  return (
    <Shown read={read} heading={t('frame.nav.why')}>
      {(score) => <Sum score={score} />}
    </Shown>
  );
}

function Sum({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const sum = sumOf(score.factors);
  return (
    <>
      <Stack gap={4}>
        <Title order={1} size="h3">
          {score.score === null ? t('why.title-none') : t('why.title', { score: formatScore(score.score) })}
        </Title>
        <AsOf score={score} />
        <Text>{leadOf(score, sum, t)}</Text>
        {score.reason === 'coverage' && <Text>{t('why.why-coverage', { share: formatShare(score.coverage) })}</Text>}
        {score.reason === 'one-sided' && (
          <Text>{t('why.why-one-sided', { share: formatShare(score.bilateralCoverage) })}</Text>
        )}
        <Text size="sm">
          <TextLink to="/r/$relationship/changed" params={{ relationship }}>
            {t('why.to-changed')}
          </TextLink>
        </Text>
      </Stack>
      <Card>
        <Title order={2} size="h4">
          {t('why.sum')}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('why.sum-help')}
        </Text>
        <SumTable score={score} sum={sum} />
      </Card>
      <Card id="level">
        <Title order={2} size="h4" mb="xs">
          {t('why.beside')}
        </Title>
        <MeasuresTable score={score} sum={sum} />
      </Card>
      <Card>
        <Title order={2} size="h4">
          {t('why.groups')}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('why.groups-help')}
        </Text>
        <GroupsTable groups={score.groups} />
      </Card>
      <IndependentTable ratings={score.independent} factors={score.factors} />
    </>
  );
}

type Translate = TFunction;

function leadOf({ score, view }: Score, { product, weight }: ScoreSum, t: Translate): string {
  if (view === null) return t('why.lead-none');
  const terms = { product: formatScore(product), weight: formatExact(weight), score: formatScore(view) };
  return score === null ? t('why.lead-view', terms) : t('why.lead', terms);
}
