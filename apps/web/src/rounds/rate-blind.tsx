import { useRef, useState } from 'react';
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import type { Session } from '../api/session';
import { ButtonLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { nextFactor, withRating, type Draft } from './draft';
import { FactorRating } from './factor-rating';
import { HandIn } from './hand-in';
import { HandedIn } from './handed-in';
import type { Round } from './rounds';
import { useDraft } from './use-draft';
import { factorName, type Rubric } from './use-rubric';

interface RateBlindProps {
  readonly round: Round;
  readonly rubric: Rubric;
  readonly session: Session;
}

/** Rates the factors of a round one by one; what is chosen stays in this browser until it is handed in. */
export function RateBlind({ round, rubric, session }: RateBlindProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { draft, keep, discard } = useDraft(relationship, round.id, session.member);
  const [isAgain, setAgain] = useState(false);
  const [isJustDone, setJustDone] = useState(false);
  const committed = api.useQuery('get', '/api/v1/relationships/{relationship}/entries', {
    params: {
      path: { relationship },
      query: { kind: 'rating.committed', party: session.party ?? '', text: round.id, limit: '500' },
    },
  });
  return (
    <Shown read={committed}>
      {({ entries }) => {
        const isDone =
          isJustDone || entries.some(({ member, data }) => member === session.member && data['round'] === round.id);
        if (isDone && !isAgain) return <HandedIn round={round} onAgain={() => setAgain(true)} />;
        return (
          <Stack gap="md">
            <Card>
              <Title order={2} size="h4">
                {t('rounds.rate.title')}
              </Title>
              <Text size="sm">{t('rounds.rate.sealed')}</Text>
              <Text size="sm" c="dimmed" visibleFrom="sm">
                {t('rounds.rate.keys')}
              </Text>
            </Card>
            <Factors round={round} rubric={rubric} party={session.party ?? ''} draft={draft} onDraft={keep} />
            <HandIn
              round={round}
              draft={draft}
              isAgain={isDone}
              onDraft={keep}
              onDiscard={discard}
              onDone={() => {
                discard();
                setAgain(false);
                setJustDone(true);
              }}
            />
          </Stack>
        );
      }}
    </Shown>
  );
}

interface FactorsProps {
  readonly round: Round;
  readonly rubric: Rubric;
  readonly party: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

function Factors({ round, rubric, party, draft, onDraft }: FactorsProps) {
  const { t } = useTranslation();
  const { relationship, params } = useView();
  const navigate = useNavigate();
  const { factor: asked } = useSearch({ from: '/framed/r/$relationship/rounds' });
  const card = useRef<HTMLElement>(null);
  const toRate = api.useQuery('get', '/api/v1/relationships/{relationship}/to-rate', { params });
  const factor = round.factors.find((code) => code === asked) ?? round.factors[0];
  if (factor === undefined) return null;
  const move = (to: number | undefined): void => {
    if (to === undefined) return;
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (search) => ({ ...search, round: round.id, factor: to }),
    });
    card.current?.focus();
  };
  return (
    <Shown read={toRate}>
      {({ toRate: rows }) => (
        <>
          <Group component="nav" gap={6} aria-label={t('rounds.rate.factors')}>
            {round.factors.map((code) => {
              const isRated = draft.ratings[code] !== undefined;
              return (
                <ButtonLink
                  key={code}
                  size="compact-sm"
                  variant={isRated ? 'light' : 'default'}
                  to="/r/$relationship/rounds"
                  params={{ relationship }}
                  search={{ round: round.id, factor: code }}
                  resetScroll={false}
                  {...(code === factor ? { 'aria-current': 'step' as const, td: 'underline', fw: 700 } : {})}
                  aria-label={`${factorName(rubric, code)}, ${isRated ? t('rounds.rate.is-rated') : t('rounds.rate.is-open')}`}
                >
                  {code}
                  {isRated ? ' ✓' : ''}
                </ButtonLink>
              );
            })}
          </Group>
          <FactorRating
            key={factor}
            place={card}
            factor={factor}
            rubric={rubric}
            before={rows.find((row) => row.factor === factor)?.levels.find((level) => level.party === party) ?? null}
            rating={draft.ratings[factor] ?? null}
            onRating={(rating) => onDraft(withRating(draft, factor, rating))}
            onNext={() => move(nextFactor(draft, round.factors, factor))}
          />
        </>
      )}
    </Shown>
  );
}
