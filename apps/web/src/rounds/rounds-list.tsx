import type { TFunction } from 'i18next';
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { speaksForParty, type Session } from '../api/session';
import { dayAfter } from '../clocks/day-after';
import { ButtonLink, TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { OpenRound } from './open-round';
import { Reasons } from './reasons';
import { isOver, type Round } from './rounds';
import { RoundSummary } from './round-summary';
import type { Rubric } from './use-rubric';

interface RoundsListProps {
  readonly rounds: readonly Round[];
  readonly rubric: Rubric;
  readonly session: Session;
}

/** All rounds, the newest first, and how to open one. */
export function RoundsList({ rounds, rubric, session }: RoundsListProps) {
  const { t } = useTranslation();
  const { relationship, clocks } = useView();
  const { opening } = useSearch({ from: '/framed/r/$relationship/rounds' });
  const today = dayAfter(new Date());
  const isNow = clocks.asOf === undefined && clocks.knownAt === undefined;
  const isOneOpen = rounds.some((round) => round.situation === 'open' && !isOver(round, today));
  const mayOpen = speaksForParty(session) && isNow && !isOneOpen;
  return (
    <>
      <Text size="sm">{t('rounds.intro')}</Text>
      {mayOpen && opening !== true && (
        <Group>
          <ButtonLink to="/r/$relationship/rounds" params={{ relationship }} search={{ opening: true }}>
            {t('rounds.open-one')}
          </ButtonLink>
        </Group>
      )}
      {speaksForParty(session) && isOneOpen && (
        <Text size="sm" c="dimmed">
          {t('rounds.one-is-open')}
        </Text>
      )}
      {mayOpen && opening === true && <OpenRound rounds={rounds} rubric={rubric} today={today} />}
      {rounds.length === 0 && <Text size="sm">{t(mayOpen ? 'rounds.none-yet' : 'rounds.none')}</Text>}
      <Stack gap="sm">
        {rounds.toReversed().map((round) => (
          <Card key={round.id}>
            <Group justify="space-between" gap="xs">
              <Title order={2} size="h5">
                <TextLink to="/r/$relationship/rounds" params={{ relationship }} search={{ round: round.id }}>
                  {t('rounds.round', { opened: formatDate(round.opened) })}
                </TextLink>
              </Title>
              <Badge variant="outline">{situationOf(round, t)}</Badge>
            </Group>
            <Text size="sm">
              <RoundSummary round={round} />
            </Text>
            <Text size="sm" c="dimmed">
              {closesOf(round, t)}
            </Text>
            <Reasons round={round} />
          </Card>
        ))}
      </Stack>
    </>
  );
}

export function situationOf({ situation }: Round, t: TFunction): string {
  return t(`rounds.situation.${situation}`);
}

export function closesOf({ closes, situation }: Round, t: TFunction): string {
  if (closes === null) return t('rounds.no-close');
  return t(situation === 'open' ? 'rounds.closes' : 'rounds.closed', { closes: formatDate(closes) });
}
