import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { Button, Card, Checkbox, Grid, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { formatDate } from '../texts/format';
import { LEVELS, type DraftRating, atLevel } from './draft';
import { EntriesSince } from './entries-since';
import { factorName, levelName, meaningOf, type Rubric } from './use-rubric';

interface FactorRatingProps {
  readonly place: RefObject<HTMLElement | null>;
  readonly factor: number;
  readonly rubric: Rubric;
  /** What one's own side said last. */
  readonly before: Schemas['LevelBeforeAnswer'] | null;
  readonly rating: DraftRating | null;
  readonly onRating: (rating: DraftRating | null) => void;
  readonly onNext: () => void;
}

/** Rates one factor: the five levels and what they mean, what was said last, and what was logged since. */
export function FactorRating({ place, factor, rubric, before, rating, onRating, onNext }: FactorRatingProps) {
  const { t } = useTranslation();
  // Whoever goes on by key goes on rating by key.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [place]);
  const choose = (level: number): void => onRating(atLevel(rating, level));
  const isWhole = before !== null && Number.isInteger(before.level);
  const repeat = (): void => {
    if (before !== null && isWhole) onRating({ level: before.level, evidenced: before.evidenced });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = LEVELS.find((each) => String(each) === event.key);
    const key = event.key.toLowerCase();
    if (level !== undefined) choose(level);
    else if (key === 'u') repeat();
    else if (key === 'e' && rating !== null) onRating({ ...rating, evidenced: !rating.evidenced });
    else if (key === 'n') onNext();
    else return;
    event.preventDefault();
  };
  const aim = rubric.factors.find(({ code }) => code === factor)?.aim;
  return (
    <Card component="section" tabIndex={-1} ref={place} aria-labelledby="rated-factor" onKeyDown={press}>
      <Title order={3} size="h4" id="rated-factor">
        {factorName(rubric, factor)}
      </Title>
      <Text size="sm" mb="sm">
        {aim}
      </Text>
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="sm">
            <Radio.Group
              label={t('rounds.rate.level')}
              value={rating === null ? null : String(rating.level)}
              onChange={(value) => choose(Number(value))}
            >
              <Stack gap={6} mt={6}>
                {LEVELS.map((level) => (
                  <Radio
                    key={level}
                    value={String(level)}
                    label={`${levelName(rubric, level)}${before?.level === level ? ` (${t('rounds.rate.said-last')})` : ''}`}
                    description={meaningOf(rubric, level)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Checkbox
              label={t('rounds.rate.evidence')}
              description={t('rounds.rate.evidence-help')}
              disabled={rating === null}
              checked={rating?.evidenced ?? false}
              onChange={({ currentTarget }) => rating && onRating({ ...rating, evidenced: currentTarget.checked })}
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xs">
            {before === null ? (
              <Text size="sm">{t('rounds.rate.before-none')}</Text>
            ) : (
              <>
                <Text size="sm">
                  {t('rounds.rate.before', {
                    level: levelName(rubric, before.level),
                    rated: formatDate(before.rated),
                    evidenced: before.evidenced ? t('rounds.rate.evidenced') : t('rounds.rate.unevidenced'),
                  })}
                </Text>
                {isWhole ? (
                  <Group>
                    <Button variant="light" onClick={repeat}>
                      {t('rounds.rate.unchanged', { level: levelName(rubric, before.level) })}
                    </Button>
                  </Group>
                ) : (
                  <Text size="sm">{t('rounds.rate.half')}</Text>
                )}
              </>
            )}
            <EntriesSince ids={before?.since ?? []} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Group mt="md" gap="xs">
        <Button onClick={onNext}>{t('rounds.rate.next')}</Button>
        <Button variant="default" disabled={rating === null} onClick={() => onRating(null)}>
          {t('rounds.rate.leave-out')}
        </Button>
      </Group>
    </Card>
  );
}
