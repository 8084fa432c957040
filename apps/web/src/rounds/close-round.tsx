import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useIntention } from '../api/use-intention';
import { ProblemNotice } from '../frame/problem-notice';
import { useView } from '../frame/use-view';
import { mayClose, type Round } from './rounds';

interface CloseRoundProps {
  readonly round: Round;
  readonly party: string;
  readonly today: string;
}

/** Closes a round where it may be closed; says when it may where not. */
export function CloseRound({ round, party, today }: CloseRoundProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const [isSure, setSure] = useState(false);
  const keyOf = useIntention();
  const log = api.useMutation('post', '/api/v1/relationships/{relationship}/entries');
  const close = (): void => {
    const body = { kind: 'round.closed', effective: today, data: { round: round.id } };
    log.mutate({ params: { path: { relationship }, header: { 'Idempotency-Key': keyOf(body) } }, body });
  };
  if (!mayClose(round, party, today)) {
    return (
      <Text size="sm" c="dimmed">
        {t('rounds.close.not-yet')}
      </Text>
    );
  }
  return (
    <Stack gap="xs" className="not-printed">
      {log.error !== null && <ProblemNotice error={log.error} />}
      {isSure ? (
        <>
          <Text size="sm">{t('rounds.close.sure')}</Text>
          <Group gap="xs">
            <Button loading={log.isPending || log.isSuccess} onClick={close}>
              {t('rounds.close.yes')}
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              {t('rounds.close.no')}
            </Button>
          </Group>
        </>
      ) : (
        <Group>
          <Button variant="default" size="xs" onClick={() => setSure(true)}>
            {t('rounds.close.close')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
