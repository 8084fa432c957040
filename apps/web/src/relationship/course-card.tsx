import { useMemo, useState } from 'react';
import { Card, Group, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { mayReadEntries, useSession } from '../api/session';
import { Chart } from '../charts/chart';
import { useMoveClocks } from '../clocks/clock-menu';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatDate, formatScore } from '../texts/format';
import { clocksAt, methodBreaks, pointAt, untilKnown, type CoursePoint, type MethodBreak } from './course';
import { courseOption } from './course-option';
import { CourseTable } from './course-table';
import { MethodEffects } from './method-effects';
import { TellingChoice } from './telling-choice';
import { TimeSlider } from './time-slider';
import { useTelling } from './use-telling';

const HEIGHT_PX = 300;

interface Moves {
  /** Null: it stands where it stood. */
  readonly onPassing: (point: CoursePoint | null) => void;
  /** It moved the clocks, to a day or to now. */
  readonly onRest: (asOf: string | undefined) => void;
}

/** The course of the score over the life of the contract, with a slider that moves the whole page along it. */
export function CourseCard({ onPassing, onRest }: Moves) {
  const { t } = useTranslation();
  const { params, clocks } = useView();
  const { path } = params;
  const { telling, tell } = useTelling();
  // As known then, each day has a clock of its own; what was known on one of them does not cut the course.
  const known = clocks.knownAt === undefined ? {} : { knownAt: clocks.knownAt };
  const query = telling === 'as-known' ? { asKnown: 'true' } : known;
  const course = api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', { params: { path, query } });
  const until = (points: readonly CoursePoint[]) => untilKnown(points, query === known ? clocks.knownAt : undefined);
  return (
    <Card h="100%">
      <Title order={2} size="h4">
        {t('relationship.course')}
      </Title>
      <TellingChoice telling={telling} onTell={tell} />
      <Shown read={course}>
        {({ points, restated }) => (
          <Course
            points={until(telling === 'restated' ? restated.points : points)}
            reported={telling === 'restated' ? until(points) : null}
            breaks={methodBreaks(until(points))}
            onPassing={onPassing}
            onRest={onRest}
          />
        )}
      </Shown>
    </Card>
  );
}

interface CourseProps extends Moves {
  readonly points: readonly CoursePoint[];
  /** The same days as reported, where the points are restated. */
  readonly reported: readonly CoursePoint[] | null;
  readonly breaks: readonly MethodBreak[];
}

function Course({ points, reported, breaks, onPassing, onRest }: CourseProps) {
  const { t } = useTranslation();
  const { relationship, params, clocks } = useView();
  const moveClocks = useMoveClocks();
  const { telling } = useTelling();
  const { data: session } = useSession();
  const enabled = session !== undefined && mayReadEntries(session);
  const [isTable, setTable] = useState(false);
  const { data: stages } = api.useQuery('get', '/api/v1/relationships/{relationship}/stages', { params }, { enabled });
  const { data: top } = api.useQuery('get', '/api/v1/relationships/{relationship}/top', { params }, { enabled });
  const [passing, setPassing] = useState<number | null>(null);
  const rests = pointAt(points, clocks.asOf);
  const at = passing ?? rests;
  const option = useMemo(
    () => courseOption({ points, reported, breaks, at, stages: stages?.stages ?? NONE, top: top?.top ?? NONE, t }),
    [points, reported, breaks, at, stages, top, t],
  );
  const move = (index: number): void => {
    setPassing(index);
    onPassing(points[index] ?? null);
  };
  const rest = (index: number, isByKey: boolean): void => {
    if (passing === null) return;
    setPassing(null);
    if (index === rests) {
      onPassing(null);
      return;
    }
    const to = clocksAt(points, index, clocks, telling);
    onRest(to.asOf);
    // Each press of an arrow rests: by key, one goes back to where one came from, not step by step.
    moveClocks(to, { replace: isByKey });
  };
  const last = points.findLast(({ score }) => score !== null);
  const first = points.find(({ score }) => score !== null);
  const summary =
    first === undefined || last === undefined
      ? t('relationship.course-none')
      : t('relationship.course-summary', {
          from: formatDate(first.asOf),
          fromScore: formatScore(first.score),
          to: formatDate(last.asOf),
          toScore: formatScore(last.score),
        });
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {summary}
        </Text>
        <Switch
          size="xs"
          label={t('relationship.as-table')}
          checked={isTable}
          onChange={({ currentTarget }) => setTable(currentTarget.checked)}
        />
      </Group>
      {isTable ? (
        <CourseTable points={points} reported={reported} maxHeightPx={HEIGHT_PX} />
      ) : (
        <Chart summary={summary} heightPx={HEIGHT_PX} option={option} />
      )}
      {top !== undefined && top.top.length > 0 && !isTable && (
        <Text size="xs" c="dimmed">
          {t('relationship.marked')}{' '}
          <TextLink to="/r/$relationship/audit" params={{ relationship }} search={{ section: 'top' }}>
            {t('relationship.marked-list')}
          </TextLink>
        </Text>
      )}
      <TimeSlider points={points} at={at} onMove={move} onRest={rest} />
      <MethodEffects breaks={breaks} />
    </>
  );
}

const NONE: readonly never[] = [];

export type Stage = Schemas['StageAnswer'];
export type TopEntry = Schemas['TopEntryAnswer'];
