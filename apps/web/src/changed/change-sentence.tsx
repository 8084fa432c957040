import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatChange, formatDate, formatScore } from '../texts/format';
import { CAUSES, causesOf, chiefParts, isNothing, partsAgainst, partsOf, type Difference, type Part } from './split';
import { usePartName } from './use-part-name';
import { WhyLink } from './why-link';

interface ChangeSentenceProps {
  readonly difference: Difference;
  readonly change: number;
}

/** The change in words: by how much, chiefly from what, and by which causes. */
export function ChangeSentence({ difference, change }: ChangeSentenceProps) {
  const { t } = useTranslation();
  const nameOf = usePartName();
  const { from, to, factors } = difference;
  const chief = chiefParts(partsOf(difference), change);
  const against = partsAgainst(partsOf(difference), change);
  const named = (parts: readonly Part[]): string =>
    parts.map((part) => `${nameOf(part)} (${formatChange(part.effect)})`).join(', ');
  const causes = causesOf(factors);
  const went = formatScore(Math.abs(change)) === formatScore(0) ? 'same' : change > 0 ? 'rose' : 'fell';
  return (
    <Stack gap={4} aria-live="polite">
      <Text fz="lg" data-testid="change">
        {t(`changed.sentence.${went}`, {
          from: formatDate(from.asOf),
          to: formatDate(to.asOf),
          by: formatScore(Math.abs(change)),
          before: formatScore(from.score),
          after: formatScore(to.score),
        })}{' '}
        {chief.length > 0 && t('changed.chiefly', { factors: named(chief) })}{' '}
        {against.length > 0 && t('changed.against', { factors: named(against) })}
      </Text>
      <Text size="sm">
        {t('changed.causes', {
          causes: CAUSES.filter((cause) => !isNothing(causes[cause]))
            .map((cause) => `${t(`changed.cause.${cause}`)} ${formatChange(causes[cause])}`)
            .concat(
              partsOf(difference).flatMap((part) =>
                part.of === 'factor' ? [] : [`${t(`changed.effect.${part.of}`)} ${formatChange(part.effect)}`],
              ),
            )
            .join(', '),
        })}
      </Text>
      <Group gap="md">
        <WhyLink day={from.asOf}>
          {t('changed.why-before', { score: formatScore(from.score), day: formatDate(from.asOf) })}
        </WhyLink>
        <WhyLink day={to.asOf}>
          {t('changed.why-after', { score: formatScore(to.score), day: formatDate(to.asOf) })}
        </WhyLink>
      </Group>
    </Stack>
  );
}
