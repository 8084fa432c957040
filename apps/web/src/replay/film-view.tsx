import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Badge, Button, Card, Grid, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { formatCount, formatDate, formatScore } from '../texts/format';
import { advanced, PICTURE_MS, SPEEDS, type FilmEntry, type FilmPoint } from './film';
import { FilmCourse } from './film-course';
import { LastEntries } from './last-entries';

/** Entries that are listed as the last ones. */
export const LAST_SHOWN = 10;
/** Entries of a leap. */
const LEAP = 10;

interface FilmProps {
  /** How many entries there are. */
  readonly length: number;
  /** The course until so many entries have appeared. */
  readonly points: readonly FilmPoint[];
  readonly pointAt: (at: number) => FilmPoint | undefined;
  /** The entries that appeared last, the latest at the end. */
  readonly last: readonly FilmEntry[];
  /** The film stands elsewhere than the address says; null: where it says. */
  readonly onMove: (at: number | null) => void;
}

/** Plays, and steps: where it rests stands in the address. */
export function Film({ length, points, pointAt, last, onMove }: FilmProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isCalm = useReducedMotion();
  const { at: asked, speed = SPEEDS[0] } = useSearch({ from: '/framed/r/$relationship/replay' });
  const [isPlaying, setPlaying] = useState(false);
  const [passing, setPassing] = useState<number | null>(null);
  const at = Math.min(passing ?? asked ?? length, length);
  const position = useRef(at);

  const show = (next: number | null): void => {
    setPassing(next);
    onMove(next);
  };
  const rest = (to: number): void => {
    const next = Math.min(Math.max(to, 0), length);
    setPlaying(false);
    show(null);
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (search) => ({ ...search, at: next === length ? undefined : next }),
    });
  };
  const play = (): void => {
    position.current = at === length ? 0 : at;
    show(position.current);
    setPlaying(true);
  };
  const tick = useRef<(passedMs: number) => void>(() => undefined);
  useEffect(() => {
    tick.current = (passedMs) => {
      position.current = advanced(position.current, speed, passedMs, length);
      if (position.current === length) rest(length);
      else show(position.current);
    };
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const everyMs = Math.max(PICTURE_MS, 1000 / speed);
    const timer = window.setInterval(() => tick.current(everyMs), everyMs);
    return () => window.clearInterval(timer);
  }, [isPlaying, speed]);

  const press = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    if (event.key === 'ArrowRight') rest(at + 1);
    else if (event.key === 'ArrowLeft') rest(at - 1);
    else return;
    event.preventDefault();
  };
  const point = pointAt(at);
  const from = pointAt(1)?.asOf ?? '';
  const to = pointAt(length)?.asOf ?? '';
  if (length === 0) return <Text size="sm">{t('replay.none')}</Text>;
  return (
    <Stack gap="md" component="section" aria-label={t('replay.title')} onKeyDown={press}>
      <Card>
        <Stack gap="xs">
          <Group gap="sm" align="baseline" aria-live={isPlaying ? 'off' : 'polite'}>
            <Text fz={40} lh={1} fw={700} data-testid="score">
              {formatScore(point?.score ?? null)}
            </Text>
            <Badge variant="outline">{point?.level ?? t('replay.no-score')}</Badge>
            <Text size="sm">{point === undefined ? '' : t('replay.as-of', { asOf: formatDate(point.asOf) })}</Text>
          </Group>
          <input
            type="range"
            className="time-slider not-printed"
            min={0}
            max={length}
            value={at}
            aria-label={t('replay.position')}
            aria-valuetext={t('replay.position-of', { at: formatCount(at), length: formatCount(length) })}
            onChange={({ currentTarget }) => {
              setPlaying(false);
              show(Number(currentTarget.value));
            }}
            onPointerUp={() => rest(at)}
            onKeyUp={() => rest(at)}
          />
          <Text size="sm">{t('replay.position-of', { at: formatCount(at), length: formatCount(length) })}</Text>
          <Group gap="xs" align="flex-end" className="not-printed">
            {!isCalm && (
              <Button onClick={isPlaying ? () => rest(at) : play}>
                {isPlaying ? t('replay.pause') : t('replay.play')}
              </Button>
            )}
            <Button variant="default" disabled={at === 0} onClick={() => rest(at - 1)}>
              {t('replay.back')}
            </Button>
            <Button variant="default" disabled={at === length} onClick={() => rest(at + 1)}>
              {t('replay.on')}
            </Button>
            <Button variant="default" disabled={at === length} onClick={() => rest(at + LEAP)}>
              {t('replay.on-more', { count: LEAP })}
            </Button>
            {!isCalm && (
              <NativeSelect
                size="xs"
                label={t('replay.speed')}
                value={String(speed)}
                onChange={({ currentTarget }) => {
                  const chosen = Number(currentTarget.value);
                  void navigate({
                    to: '.',
                    replace: true,
                    resetScroll: false,
                    search: (search) => ({ ...search, speed: chosen === SPEEDS[0] ? undefined : chosen }),
                  });
                }}
                data={SPEEDS.map((each) => ({ value: String(each), label: t('replay.speed-of', { count: each }) }))}
              />
            )}
          </Group>
          <Text size="xs" c="dimmed" className="not-printed">
            {isCalm ? `${t('replay.calm')} ` : ''}
            {t('replay.keys')}
          </Text>
        </Stack>
      </Card>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <FilmCourse points={points} from={from} to={to} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <LastEntries entries={last} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
