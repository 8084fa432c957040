import { Badge, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speaksForParty, type Session } from '../api/session';
import { dayAfter } from '../clocks/day-after';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { partyWord } from '../texts/party-word';
import { CloseRound } from './close-round';
import { RateBlind } from './rate-blind';
import { Reasons } from './reasons';
import { RevealedLevels } from './revealed-levels';
import { closesOf, situationOf } from './rounds-list';
import { RoundSummary } from './round-summary';
import { isOver, type Round } from './rounds';
import type { Rubric } from './use-rubric';

export interface RoundViewProps {
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly rubric: Rubric;
  readonly session: Session;
}

/** One round: to rate in while it is open, to talk about once it is revealed. */
export function RoundView({ round, rounds, rubric, session }: RoundViewProps) {
  const { t } = useTranslation();
  const { relationship, clocks } = useView();
  const today = dayAfter(new Date());
  const isNow = clocks.asOf === undefined && clocks.knownAt === undefined;
  const writes = speaksForParty(session) && isNow;
  const takesRatings = round.situation === 'open' && !isOver(round, today);
  return (
    <Stack gap="md">
      <Text size="sm">
        <TextLink to="/r/$relationship/rounds" params={{ relationship }} search={{}}>
          {t('rounds.all')}
        </TextLink>
      </Text>
      <Card>
        <Stack gap="xs">
          <Group justify="space-between" gap="xs">
            <Title order={2} size="h4">
              {t('rounds.round', { opened: formatDate(round.opened) })}
            </Title>
            <Badge variant="outline">{situationOf(round, t)}</Badge>
          </Group>
          <Text size="sm">
            {t('rounds.factors-count', { count: round.factors.length })}. {closesOf(round, t)}.
          </Text>
          <Text size="sm" fw={600} aria-live="polite">
            <RoundSummary round={round} />
          </Text>
          <HandedIn round={round} />
          <Reasons round={round} />
          {round.situation === 'open' && isOver(round, today) && <Text size="sm">{t('rounds.over')}</Text>}
          {!isNow && speaksForParty(session) && <Text size="sm">{t('rounds.past')}</Text>}
          {takesRatings && !speaksForParty(session) && <Text size="sm">{t('rounds.watch')}</Text>}
          {writes && round.situation === 'open' && (
            <CloseRound round={round} party={session.party ?? ''} today={today} />
          )}
        </Stack>
      </Card>
      {writes && takesRatings && <RateBlind round={round} rubric={rubric} session={session} />}
      {round.situation === 'revealed' && (
        <RevealedLevels round={round} rounds={rounds} rubric={rubric} party={writes ? session.party : null} />
      )}
    </Stack>
  );
}

function HandedIn({ round: { parties, factors } }: { readonly round: Round }) {
  const { t } = useTranslation();
  return (
    <List size="sm" listStyleType="none" aria-label={t('rounds.progress')}>
      {parties.map(({ party, commitments, rated }) => (
        <List.Item key={party}>
          {partyWord(t, party)}:{' '}
          {rated !== null
            ? t('rounds.rated-of', { rated: rated.length, factors: factors.length })
            : commitments > 0
              ? t('rounds.handed-in')
              : t('rounds.not-handed-in')}
        </List.Item>
      ))}
    </List>
  );
}
