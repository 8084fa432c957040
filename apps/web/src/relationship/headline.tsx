import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { formatDate, formatScore, formatShare } from '../texts/format';
import { FactorLinks } from '../frame/factor-link';
import { EntryLinks } from '../frame/entry-links';
import type { CoursePoint } from './course';

type Score = Schemas['ScoreAnswer'];
/** Each has its course and its row further below. */
const MAX_MISSING = 5;

/** The score with what is not certain about it; without one, what is missing. */
export function Headline({ score, passing }: { readonly score: Score; readonly passing: CoursePoint | null }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const shown = passing ?? score;
  return (
    <Card flex={1}>
      <Stack gap="xs">
        <Title order={1} size="h4">
          {t('relationship.headline')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('relationship.as-of', { asOf: formatDate(shown.asOf) })}
        </Text>
        <div aria-live="polite">
          {shown.score === null ? (
            <NoHeadline score={passing === null ? score : null} />
          ) : (
            <Group align="baseline" gap="sm">
              <Text fz="5rem" lh={1} fw={700}>
                <TextLink
                  to="/r/$relationship/why"
                  params={{ relationship }}
                  aria-label={`${formatScore(shown.score)}: ${t('relationship.why')}`}
                >
                  <span data-testid="score">{formatScore(shown.score)}</span>
                </TextLink>
              </Text>
              <Text fz="lg" fw={600}>
                <TextLink to="/r/$relationship/why" params={{ relationship }} hash="level">
                  {shown.level}
                </TextLink>
              </Text>
            </Group>
          )}
        </div>
        <Bounds low={shown.low} high={shown.high} score={shown.score} />
        <Group gap="lg">
          <Figure label={t('words.coverage')} value={formatShare(shown.coverage)} />
          <Figure label={t('words.confidence')} value={formatShare(shown.confidence)} />
          <Figure label={t('words.alignment')} value={formatScore(shown.alignment)} />
        </Group>
        {passing === null && <HeldBack score={score} />}
      </Stack>
    </Card>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={600}>{value}</Text>
    </div>
  );
}

/** Where the score would lie between, were all that is missing at its worst or at its best. */
function Bounds({ low, high, score }: { readonly low: number; readonly high: number; readonly score: number | null }) {
  const { t } = useTranslation();
  const ends = { low: formatScore(low), high: formatScore(high) };
  const sentence = t(ends.low === ends.high ? 'relationship.bounds-none' : 'relationship.bounds', ends);
  return (
    <div>
      <svg viewBox="0 0 100 8" width="100%" height="14" preserveAspectRatio="none" role="img" aria-label={sentence}>
        <rect x="0" y="3" width="100" height="2" fill="var(--mantine-color-default-border)" />
        <rect
          x={low}
          y="1"
          width={Math.max(high - low, 0.6)}
          height="6"
          rx="1"
          fill="var(--ledger-joint)"
          opacity="0.45"
        />
        {score !== null && <rect x={score - 0.4} y="0" width="0.8" height="8" fill="var(--ledger-joint)" />}
      </svg>
      <Text size="xs" c="dimmed">
        {sentence}
      </Text>
    </div>
  );
}

function NoHeadline({ score }: { readonly score: Score | null }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const missing = score?.factors.filter(({ status }) => status === 'missing' || status === 'stale') ?? [];
  return (
    <Stack gap={4}>
      <Text fz="xl" fw={650}>
        {t('relationship.insufficient')}
      </Text>
      {score?.reason === 'one-sided' && <Text size="sm">{t('relationship.one-sided')}</Text>}
      {score?.reason === 'coverage' && <Text size="sm">{t('relationship.coverage')}</Text>}
      {score !== null && score.view !== null && (
        <Text size="sm">{t('relationship.view', { view: formatScore(score.view) })}</Text>
      )}
      <Text size="sm">
        <TextLink to="/r/$relationship/why" params={{ relationship }}>
          {t('relationship.why')}
        </TextLink>
      </Text>
      {missing.length > 0 && (
        <Text size="sm">
          {t('relationship.missing')} <FactorLinks factors={missing.slice(0, MAX_MISSING)} />
          {missing.length > MAX_MISSING && ` ${t('relationship.more', { count: missing.length - MAX_MISSING })}`}
        </Text>
      )}
    </Stack>
  );
}

function HeldBack({ score: { heldBack, factors, criticalOpen } }: { readonly score: Score }) {
  const { t } = useTranslation();
  if (heldBack === null && criticalOpen.length === 0) return null;
  const holding = factors.filter(({ code }) => heldBack?.factors.includes(code));
  return (
    <Stack gap={2}>
      {heldBack !== null && <Text size="sm">{t('relationship.held-back', { from: heldBack.from })}</Text>}
      {holding.length > 0 && (
        <Text size="sm">
          {t('relationship.held-back-by')} <FactorLinks factors={holding} />
        </Text>
      )}
      {criticalOpen.length > 0 && (
        <Text size="sm">
          {t('relationship.critical-open')}: <EntryLinks entries={criticalOpen} max={Infinity} />
        </Text>
      )}
    </Stack>
  );
}
