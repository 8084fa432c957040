import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EntryLinks } from '../frame/entry-links';
import { TextLink } from '../frame/links';
import { usePartyName } from '../frame/use-party-name';
import { useView } from '../frame/use-view';
import { formatChange, formatCount, formatNumber, formatScore } from '../texts/format';
import { isBeforeJointLevel } from './own-gap';
import type { Gap, Seen } from './columns';

interface GapColumnProps {
  readonly seen: Seen;
  readonly gaps: readonly Gap[];
  /** Its factors stand beside each other. */
  readonly isWide?: boolean;
}

/** The factors that are seen in one way. */
export function GapColumn({ seen, gaps, isWide = false }: GapColumnProps) {
  const { t } = useTranslation();
  const cards = gaps.map((gap) => <GapCard key={gap.factor} gap={gap} />);
  return (
    <section>
      <Title order={2} size="h4" mt={isWide ? 'lg' : 0}>
        {t(`gaps.columns.${seen}`)} ({formatCount(gaps.length)})
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t(`gaps.help.${seen}`)}
      </Text>
      {gaps.length === 0 && <Text size="sm">{t('gaps.none')}</Text>}
      {isWide ? (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
          {cards}
        </SimpleGrid>
      ) : (
        <Stack gap="sm">{cards}</Stack>
      )}
    </section>
  );
}

function GapCard({ gap }: { readonly gap: Gap }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const partyName = usePartyName();
  const { before } = gap;
  return (
    <Card padding="sm">
      <Text size="sm" fw={600}>
        <TextLink
          to="/r/$relationship/why"
          params={{ relationship }}
          search={({ asOf, knownAt }) => ({ asOf, knownAt, factor: gap.factor })}
        >
          {gap.factor} {gap.name}
        </TextLink>
      </Text>
      <Text size="sm">
        {(['client', 'provider'] as const)
          .map((party) => {
            const level = gap.levels[party];
            const name = partyName(party) ?? t(`words.${party}`);
            return level === undefined
              ? t('gaps.not-rated', { party: name })
              : t('gaps.level', { party: name, level: formatNumber(level) });
          })
          .join(', ')}
      </Text>
      <Text size="sm">
        {gap.gap === null ? t('gaps.no-gap') : t('gaps.gap', { gap: formatNumber(gap.gap) })},{' '}
        {t('gaps.weight', { weight: formatNumber(gap.weight) }).toLowerCase()},{' '}
        {gap.score === null
          ? t('gaps.no-score').toLowerCase()
          : t('gaps.score', { score: formatScore(gap.score) }).toLowerCase()}
      </Text>
      {isBeforeJointLevel(Object.values(gap.levels), gap.gap) && <Text size="xs">{t('gaps.before-joint')}</Text>}
      <Text size="xs" c="dimmed">
        {gap.change !== null && `${t('gaps.change', { change: formatChange(gap.change) })}. `}
        {before.seen !== gap.seen && t('gaps.was', { seen: t(`gaps.columns.${before.seen}`).toLowerCase() })}
        {before.seen === gap.seen && before.score !== null && t('gaps.same')}
      </Text>
      <Text size="xs">
        <EntryLinks entries={gap.entries} max={2} />
      </Text>
    </Card>
  );
}
