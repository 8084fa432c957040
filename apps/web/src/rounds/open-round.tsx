import { useState } from 'react';
import { Button, Card, Checkbox, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client';
import { dayAfter } from '../clocks/day-after';
import { useIntention } from '../api/use-intention';
import { ButtonLink } from '../frame/links';
import { ProblemNotice } from '../frame/problem-notice';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { newRoundId, type Round } from './rounds';
import type { Rubric } from './use-rubric';

/** Days that a round is open where nobody says otherwise. */
const OPEN_DAYS = 14;

interface OpenRoundProps {
  readonly rounds: readonly Round[];
  readonly rubric: Rubric;
  readonly today: string;
}

/** Opens a round: of the factors that are proposed for the quarter, or of others. */
export function OpenRound(props: OpenRoundProps) {
  const { params } = useView();
  const toRate = api.useQuery('get', '/api/v1/relationships/{relationship}/to-rate', { params });
  return (
    <Shown read={toRate}>
      {({ quarter, toRate: factors }) => (
        <RoundForm
          {...props}
          quarter={quarter}
          planned={factors.filter(({ planned }) => planned).map(({ factor }) => factor)}
        />
      )}
    </Shown>
  );
}

interface RoundFormProps extends OpenRoundProps {
  readonly quarter: string;
  readonly planned: readonly number[];
}

function RoundForm({ rounds, rubric, today, quarter, planned }: RoundFormProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const navigate = useNavigate();
  const keyOf = useIntention();
  const log = api.useMutation('post', '/api/v1/relationships/{relationship}/entries');
  const [chosen, setChosen] = useState<readonly string[]>(planned.map(String));
  const [closes, setCloses] = useState(dayAfter(new Date(), OPEN_DAYS));
  const applicable = rubric.factors.filter(({ applicable: applies }) => applies);
  const submit = (): void => {
    const round = newRoundId(
      today,
      rounds.map(({ id }) => id),
    );
    const factors = chosen.map(Number).toSorted((a, b) => a - b);
    const body = { kind: 'round.opened', effective: today, data: { round, factors, closes } };
    const params = { path: { relationship }, header: { 'Idempotency-Key': keyOf(body) } };
    log.mutate(
      { params, body },
      {
        onSuccess: () => void navigate({ to: '/r/$relationship/rounds', params: { relationship }, search: { round } }),
      },
    );
  };
  return (
    <Card
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('rounds.form.title')}
        </Title>
        <Checkbox.Group
          label={t('rounds.form.which')}
          description={t('rounds.form.proposed', { quarter })}
          value={[...chosen]}
          onChange={setChosen}
        >
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs" mt="xs">
            {applicable.map(({ code, name }) => (
              <Checkbox key={code} value={String(code)} label={`${code} ${name}`} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setChosen(planned.map(String))}>
            {t('rounds.form.those-proposed')}
          </Button>
          <Button variant="default" size="xs" onClick={() => setChosen(applicable.map(({ code }) => String(code)))}>
            {t('rounds.form.all')}
          </Button>
          <Button variant="default" size="xs" onClick={() => setChosen([])}>
            {t('rounds.form.none')}
          </Button>
        </Group>
        <TextInput
          type="date"
          required
          maw={260}
          label={t('rounds.form.closes')}
          description={t('rounds.form.closes-help')}
          min={today}
          value={closes}
          onChange={({ currentTarget }) => setCloses(currentTarget.value)}
        />
        {chosen.length === 0 && <Text size="sm">{t('rounds.form.factors-missing')}</Text>}
        {log.error !== null && <ProblemNotice error={log.error} />}
        <Group>
          <Button type="submit" disabled={chosen.length === 0} loading={log.isPending}>
            {t('rounds.form.open')}
          </Button>
          <ButtonLink variant="default" to="/r/$relationship/rounds" params={{ relationship }} search={{}}>
            {t('rounds.form.cancel')}
          </ButtonLink>
        </Group>
      </Stack>
    </Card>
  );
}
