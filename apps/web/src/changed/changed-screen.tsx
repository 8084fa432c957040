import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import type { CoursePoint } from '../relationship/course';
import { formatDate } from '../texts/format';
import { ChangeSentence } from './change-sentence';
import { endsOf, firstScored, nearestScored, type Ends } from './ends';
import { EndsForm } from './ends-form';
import { FactorChangesCard } from './factor-changes-card';
import { SplitCard } from './split-card';
import type { Difference } from './split';

/** Two days, and what made the difference between their scores. */
export function ChangedScreen() {
  const { t } = useTranslation();
  const { params, clocks } = useView();
  const search = useSearch({ from: '/framed/r/$relationship/changed' });
  const { path } = params;
  const query = clocks.knownAt === undefined ? {} : { knownAt: clocks.knownAt };
  const history = api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', {
    params: { path, query },
  });
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {t('changed.title')}
      </Title>
      <Shown read={history}>
        {({ points }) => {
          const ends = endsOf(search, points, clocks.asOf);
          const first = firstScored(points);
          return (
            <>
              <EndsForm ends={ends} first={first} />
              {first === null ? <Text>{t('changed.no-score-ever')}</Text> : <Change ends={ends} points={points} />}
            </>
          );
        }}
      </Shown>
    </Stack>
  );
}

function Change({ ends, points }: { readonly ends: Ends; readonly points: readonly CoursePoint[] }) {
  const { params } = useView();
  const { factor, asKnown } = useSearch({ from: '/framed/r/$relationship/changed' });
  const { path, query } = params;
  const known = query.knownAt === undefined ? {} : { knownAt: query.knownAt };
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/score/difference', {
    params: { path, query: { ...ends, ...(asKnown === true ? { asKnown: 'true' } : known) } },
  });
  return (
    <Shown read={read}>
      {(difference) => {
        if (difference.change === null) return <NoChange difference={difference} points={points} />;
        return (
          <>
            <ChangeSentence difference={difference} change={difference.change} />
            <SplitCard difference={difference} change={difference.change} />
            {factor !== undefined && <FactorChangesCard code={factor} difference={difference} />}
          </>
        );
      }}
    </Shown>
  );
}

/** Which end has no score, and the nearest day that has. */
function NoChange({
  difference: { from, to },
  points,
}: {
  readonly difference: Difference;
  readonly points: readonly CoursePoint[];
}) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const search = useSearch({ from: '/framed/r/$relationship/changed' });
  const without = from.score === null ? from : to;
  const nearest = nearestScored(points, without.asOf);
  const ends = { from: from.asOf, to: to.asOf };
  return (
    <Card>
      <Text>{t('changed.no-score', { day: formatDate(without.asOf) })}</Text>
      {nearest !== null && (
        <Text>
          <TextLink
            to="/r/$relationship/changed"
            params={{ relationship }}
            search={{ ...search, ...ends, ...(without === from ? { from: nearest } : { to: nearest }) }}
          >
            {t('changed.nearest', { day: formatDate(nearest) })}
          </TextLink>
        </Text>
      )}
    </Card>
  );
}
