import { Card, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { formatDate, formatScore } from '../texts/format';
import { Shown } from '../frame/shown';
import { FactorLink } from '../frame/factor-link';
import { useFactorCourses, type FactorPoint } from '../why/use-factor-courses';
import { lineOf } from './line-of';

const WIDTH = 120;
const HEIGHT = 36;

/** The course of each factor: what there is to see while there is no headline. */
export function FactorCourses({ factors }: { readonly factors: readonly Schemas['FactorScoreAnswer'][] }) {
  const { t } = useTranslation();
  const read = useFactorCourses('all');
  return (
    <Card>
      <Title order={2} size="h4">
        {t('why.courses')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('why.courses-help')}
      </Text>
      <Shown read={read}>
        {({ factors: courses = [] }) => (
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
            {factors.map((factor) => (
              <div key={factor.code}>
                <Text size="sm">
                  <FactorLink {...factor} />
                </Text>
                <FactorLine
                  name={factor.name}
                  points={courses.find(({ code }) => code === factor.code)?.points ?? []}
                />
              </div>
            ))}
          </SimpleGrid>
        )}
      </Shown>
    </Card>
  );
}

function FactorLine({ name, points }: { readonly name: string; readonly points: readonly FactorPoint[] }) {
  const { t } = useTranslation();
  const first = points.find(({ score }) => score !== null);
  const last = points.at(-1);
  if (first === undefined || last === undefined) {
    return (
      <Text size="xs" c="dimmed">
        {t('why.course-none')}
      </Text>
    );
  }
  const lastScore = last.score === null ? t('why.no-score') : formatScore(last.score);
  const summary = t('why.course-summary', {
    factor: name,
    from: formatDate(first.asOf),
    fromScore: formatScore(first.score),
    to: formatDate(last.asOf),
    toScore: lastScore,
  });
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        height={HEIGHT}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
      >
        <path
          d={lineOf(points, WIDTH, HEIGHT)}
          fill="none"
          stroke="var(--ledger-joint)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <Text size="xs" c="dimmed">
        {formatScore(first.score)} ({formatDate(first.asOf)}) → {lastScore}
      </Text>
    </>
  );
}
