import { memo, useState } from 'react';
import { Grid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { mayReadEntries, useSession } from '../api/session';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { CourseCard } from './course-card';
import { FactorCourses } from './factor-courses';
import { FactorsCard } from './factors-card';
import { FirstSteps } from './first-steps';
import { Headline } from './headline';
import { ImportCard } from './import-card';
import { SensitivityCard } from './sensitivity-card';
import { SeriousCard } from './serious-card';
import { WaitingCards } from './waiting-cards';
import type { CoursePoint } from './course';

/** Where the relationship stands, how it came there, and what to do next: one screen, at both clocks. */
export function RelationshipScreen() {
  const { t } = useTranslation();
  const { params, clocks } = useView();
  const { data: session } = useSession();
  const readsEntries = session !== undefined && mayReadEntries(session);
  const score = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params }, KEEP_SHOWN);
  // While the slider moves, the headline follows the course that is here already; the rest of the page when it rests.
  const [moving, setMoving] = useState<Moving | null>(null);
  const isThere = moving?.to !== undefined && moving.to === (clocks.asOf ?? NOW) && !score.isPlaceholderData;
  if (isThere) setMoving(null);
  const passing = isThere ? null : (moving?.point ?? null);
  return (
    <Stack gap="md">
      <Grid>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md" h="100%">
            <Shown read={score} heading={t('relationship.headline')}>
              {(data) => <Headline score={data} passing={passing} />}
            </Shown>
            {readsEntries && <Sensitivity />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <CourseCard
            onPassing={(point) => setMoving(point && { point })}
            onRest={(asOf) => setMoving((before) => before && { ...before, to: asOf ?? NOW })}
          />
        </Grid.Col>
      </Grid>
      {score.data !== undefined && (
        <Resting score={score.data} isOfBefore={score.isPlaceholderData} readsEntries={readsEntries} />
      )}
      {readsEntries && <Waiting />}
      <Shown read={score}>{(data) => <Factors score={data} />}</Shown>
    </Stack>
  );
}

interface RestingProps {
  readonly score: Schemas['ScoreAnswer'];
  /** It is still that of the clocks before. */
  readonly isOfBefore: boolean;
  readonly readsEntries: boolean;
}

// What rests while the slider moves is not drawn again with each of its days.
const Waiting = memo(WaitingCards);
const Factors = memo(FactorsCard);
const Sensitivity = memo(SensitivityCard);
const Resting = memo(function Resting({ score, isOfBefore, readsEntries }: RestingProps) {
  const { clocks } = useView();
  const isNow = clocks.asOf === undefined && clocks.knownAt === undefined;
  return (
    <>
      {readsEntries && !isOfBefore && score.criticalOpen.length > 0 && <SeriousCard entries={score.criticalOpen} />}
      {readsEntries && isNow && score.score === null && <FirstSteps />}
      {score.score === null && <FactorCourses factors={score.factors} />}
      {readsEntries && score.restsOnImport && <ImportCard rests={score.restsOnImport} />}
    </>
  );
});

/** What the slider passes; once it rests, until the page is there, the day that it moved to. */
interface Moving {
  readonly point: CoursePoint;
  readonly to?: string;
}

const NOW = 'now';

/** What was shown stays until what is asked for is there, so that nothing jumps while clocks move. */
const KEEP_SHOWN = { placeholderData: <T,>(before: T | undefined): T | undefined => before };
