import { Card, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '../frame/wide';
import { isGapBeforeJointLevel } from '../gaps/own-gap';
import { formatDate, formatScore, formatShare } from '../texts/format';
import { EntryLinks } from '../frame/entry-links';
import { formatExact } from './exact';
import { movedByEvidence, viewOf, type RatingTerm, type Terms } from './factor-terms';
import { partyWord } from '../texts/party-word';
import type { Factor } from './score-sum';

interface RatingsCardProps {
  readonly factor: Factor;
  /** Null for who may not read entries. */
  readonly terms: Terms | null;
}

/** What each party rated, what evidence and age leave of it, and how the views make the joint rating. */
export function RatingsCard({ factor, terms }: RatingsCardProps) {
  const { t } = useTranslation();
  const isRated = Object.keys(factor.ratings).length > 0;
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('why.ratings')}
      </Title>
      {!isRated && (
        <Text size="sm">
          {factor.status === 'events-only'
            ? t('why.ratings-prior', {
                joint: formatScore(factor.jointRating),
                weight: formatExact(factor.assessmentWeight),
              })
            : t('why.ratings-none')}
        </Text>
      )}
      {isRated && (terms === null ? <SummedRatings factor={factor} /> : <RatingTerms factor={factor} terms={terms} />)}
    </Card>
  );
}

function RatingTerms({ factor, terms: { ratings } }: { readonly factor: Factor; readonly terms: Terms }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Wide label={t('why.ratings')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('why.party')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('words.level')}
              </Table.Th>
              <Table.Th scope="col">{t('why.evidence')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('why.points')}
              </Table.Th>
              <Table.Th scope="col">{t('why.date')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('why.age')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('why.freshness')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('words.weight')}
              </Table.Th>
              <Table.Th scope="col">{t('why.entries')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ratings.map((rating) => (
              <Table.Tr key={rating.party}>
                <Table.Th scope="row" fw={500}>
                  {partyWord(t, rating.party)}
                </Table.Th>
                <Table.Td ta="right">{rating.level}</Table.Td>
                <Table.Td>{rating.evidenced ? t('why.with-evidence') : t('why.without-evidence')}</Table.Td>
                <Table.Td ta="right">{formatExact(rating.points)}</Table.Td>
                <Table.Td>{formatDate(rating.effective)}</Table.Td>
                <Table.Td ta="right">{rating.ageDays}</Table.Td>
                <Table.Td ta="right">{formatShare(rating.freshness)}</Table.Td>
                <Table.Td ta="right">{formatExact(rating.weight)}</Table.Td>
                <Table.Td>
                  <EntryLinks entries={rating.entries} max={Infinity} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t('why.sum-row')}</Table.Th>
              <Table.Td colSpan={2} />
              <Table.Td ta="right">{formatExact(factor.jointRating)}</Table.Td>
              <Table.Td colSpan={3} />
              <Table.Td ta="right">{formatExact(factor.assessmentWeight)}</Table.Td>
              <Table.Td />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Wide>
      <GapSentence factor={factor} ratings={ratings} />
      <EvidenceSentence ratings={ratings} />
      <Text size="sm" c="dimmed">
        {t('why.freshness-rule')}
      </Text>
    </Stack>
  );
}

/** The gap, and what the lower view weighs. */
function GapSentence({ factor, ratings }: { readonly factor: Factor; readonly ratings: readonly RatingTerm[] }) {
  const { t } = useTranslation();
  const view = viewOf(ratings, factor.jointRating);
  const joint = formatScore(factor.jointRating);
  return (
    <Text size="sm">
      <Gap factor={factor} />
      {view.by === 'ratio' &&
        t('why.view-ratio', { lower: formatExact(view.lower), higher: formatExact(view.higher), joint })}
      {view.by !== 'ratio' && view.by !== 'none' && t(`why.view-${view.by}`, { joint })}
    </Text>
  );
}

function Gap({ factor }: { readonly factor: Factor }) {
  const { t } = useTranslation();
  const { gap } = factor;
  if (gap === null) return `${t('why.gap-none')} `;
  if (isGapBeforeJointLevel(factor)) return `${t('why.gap-before-joint', { gap: formatScore(gap) })} `;
  return gap === 0 ? `${t('why.gap-zero')} ` : `${t('why.gap-apart', { gap: formatScore(gap) })} `;
}

function EvidenceSentence({ ratings }: { readonly ratings: readonly RatingTerm[] }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t('why.evidence-rule')}{' '}
      {movedByEvidence(ratings)
        .map(({ party, points, counted }) =>
          t('why.evidence-moved', {
            party: partyWord(t, party),
            points: formatExact(points),
            counted: formatExact(counted),
          }),
        )
        .join(' ')}
    </Text>
  );
}

function SummedRatings({ factor }: { readonly factor: Factor }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Wide label={t('why.ratings')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('why.party')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('words.level')}
              </Table.Th>
              <Table.Th scope="col">{t('why.evidence')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('why.age')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {Object.entries(factor.ratings).map(([party, { level, evidenced, ageDays }]) => (
              <Table.Tr key={party}>
                <Table.Th scope="row" fw={500}>
                  {partyWord(t, party)}
                </Table.Th>
                <Table.Td ta="right">{level}</Table.Td>
                <Table.Td>{evidenced ? t('why.with-evidence') : t('why.without-evidence')}</Table.Td>
                <Table.Td ta="right">{ageDays}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <Text size="sm">
        <Gap factor={factor} />
      </Text>
    </Stack>
  );
}
