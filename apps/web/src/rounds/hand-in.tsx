import { Button, Card, Checkbox, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useIntention } from '../api/use-intention';
import { ProblemNotice } from '../frame/problem-notice';
import { useView } from '../frame/use-view';
import { handedIn, type Draft } from './draft';
import type { Round } from './rounds';

/** As the API takes it. */
const MAX_REASON_LENGTH = 2000;

interface HandInProps {
  readonly round: Round;
  readonly draft: Draft;
  /** Something was handed in before, which this replaces. */
  readonly isAgain: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onDiscard: () => void;
  readonly onDone: () => void;
}

/** Hands in what was rated, sealed, with a reason for what was not. */
export function HandIn({ round, draft, isAgain, onDraft, onDiscard, onDone }: HandInProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const keyOf = useIntention();
  const send = api.useMutation('post', '/api/v1/relationships/{relationship}/rounds/{round}/ratings');
  const body = handedIn(draft, round.factors);
  const isPartial = body.ratings.length < round.factors.length;
  const isNothing = body.ratings.length === 0 && body.reason === undefined;
  const submit = (): void => {
    const path = { relationship, round: round.id };
    send.mutate({ params: { path, header: { 'Idempotency-Key': keyOf(body) } }, body }, { onSuccess: onDone });
  };
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('rounds.hand-in.title')}
        </Title>
        <Text size="sm" aria-live="polite">
          {t('rounds.hand-in.count', { rated: body.ratings.length, factors: round.factors.length })}{' '}
          {isAgain && t('rounds.hand-in.again-help')}
        </Text>
        {isPartial && (
          <Textarea
            label={t('rounds.hand-in.reason')}
            description={t('rounds.hand-in.reason-help')}
            autosize
            minRows={2}
            maxLength={MAX_REASON_LENGTH}
            value={draft.reason}
            onChange={({ currentTarget }) => onDraft({ ...draft, reason: currentTarget.value })}
          />
        )}
        <Checkbox
          label={t('rounds.hand-in.more')}
          description={t('rounds.hand-in.more-help')}
          checked={draft.more}
          onChange={({ currentTarget }) => onDraft({ ...draft, more: currentTarget.checked })}
        />
        {isNothing && <Text size="sm">{t('rounds.hand-in.nothing')}</Text>}
        {send.error !== null && <ProblemNotice error={send.error} />}
        <Group gap="xs">
          <Button disabled={isNothing} loading={send.isPending} onClick={submit}>
            {t('rounds.hand-in.hand-in')}
          </Button>
          <Button variant="default" disabled={send.isPending} onClick={onDiscard}>
            {t('rounds.hand-in.discard')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
