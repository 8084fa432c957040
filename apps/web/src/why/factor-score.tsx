import { Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatScore } from '../texts/format';
import { AsOf } from './as-of';
import { EventsCard } from './events-card';
import { FactorCourse } from './factor-course';
import { FormulaTable } from './formula-table';
import { IndependentTable } from './independent-table';
import { LimitsTable } from './limits-table';
import { RatingsCard } from './ratings-card';
import { countedBecause, type Factor } from './score-sum';
import type { Terms } from './factor-terms';

type Score = Schemas['ScoreAnswer'];

/** A factor’s score with every term of it, down to the entries. */
export function ExplainedFactor({ code }: { readonly code: number }) {
  const { t } = useTranslation();
  const { params } = useView();
  const { path, query } = params;
  const heading = t('frame.nav.why');
  const score = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params });
  const isKnown = score.data?.factors.some((factor) => factor.code === code) ?? false;
  const read = api.useQuery(
    'get',
    '/api/v1/relationships/{relationship}/score/explanation',
    { params: { path, query: { ...query, factor: String(code) } } },
    { enabled: isKnown },
  );
  return (
    <Shown read={score} heading={heading}>
      {(data) =>
        isKnown ? (
          <Shown read={read} heading={heading}>
            {(factor) => <OneFactor score={data} factor={factor} terms={factor.terms} />}
          </Shown>
        ) : (
          <UnknownFactor code={code} />
        )
      }
    </Shown>
  );
}

/** A factor’s score as who may not read entries sees it: its sums, without what is behind them. */
export function SummedFactor({ code }: { readonly code: number }) {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params });
  return (
    <Shown read={read} heading={t('frame.nav.why')}>
      {(score) => {
        const factor = score.factors.find((one) => one.code === code);
        if (factor === undefined) return <UnknownFactor code={code} />;
        return <OneFactor score={score} factor={factor} terms={null} />;
      }}
    </Shown>
  );
}

function OneFactor({
  score,
  factor,
  terms,
}: {
  readonly score: Score;
  readonly factor: Factor;
  readonly terms: Terms | null;
}) {
  const { t } = useTranslation();
  const name = `${factor.code} ${factor.name}`;
  return (
    <>
      <Stack gap={4}>
        <BackToAll />
        <Title order={1} size="h3">
          {factor.score === null
            ? t('why.factor-title-none', { factor: name })
            : t('why.factor-title', { factor: name, score: formatScore(factor.score) })}
        </Title>
        <AsOf score={score} />
        <Aim code={factor.code} />
        <Text>{t('why.does-count', { why: t(`why.counted.${countedBecause(factor)}`) })}</Text>
      </Stack>
      <Card>
        <Title order={2} size="h4" mb="xs">
          {t('why.formula')}
        </Title>
        <FormulaTable factor={factor} />
      </Card>
      <RatingsCard factor={factor} terms={terms} />
      <EventsCard factor={factor} terms={terms} />
      {terms !== null && terms.events.length > 0 && (
        <Card>
          <Title order={2} size="h4" mb="xs">
            {t('why.limits')}
          </Title>
          <LimitsTable terms={terms} />
        </Card>
      )}
      <IndependentTable
        ratings={score.independent.filter((rating) => rating.factor === factor.code)}
        factors={score.factors}
      />
      <FactorCourse factor={factor} />
    </>
  );
}

function BackToAll() {
  const { t } = useTranslation();
  const { relationship } = useView();
  return (
    <Text size="sm">
      <TextLink to="/r/$relationship/why" params={{ relationship }} search={{}}>
        {t('why.back')}
      </TextLink>
    </Text>
  );
}

/** What a factor aims at, and what its levels mean. */
function Aim({ code }: { readonly code: number }) {
  const { t } = useTranslation();
  const { params } = useView();
  const { path, query } = params;
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/rubric', {
    params: { path, query: { ...query, factor: String(code) } },
  });
  const aim = data?.factors[0]?.aim ?? null;
  if (data === undefined || aim === null) return null;
  return (
    <details>
      <summary>{t('why.aim', { aim })}</summary>
      <List size="sm" listStyleType="none" mt={4}>
        {data.scale.map(({ level, name, meaning }) => (
          <List.Item key={level}>
            {level} {name}
            {meaning === null ? '' : `: ${meaning}`}
          </List.Item>
        ))}
      </List>
    </details>
  );
}

function UnknownFactor({ code }: { readonly code: number }) {
  const { t } = useTranslation();
  return (
    <>
      <Title order={1} size="h3">
        {t('why.factor-title-none', { factor: code })}
      </Title>
      <Text>{t('why.factor-unknown', { factor: code })}</Text>
      <BackToAll />
    </>
  );
}
