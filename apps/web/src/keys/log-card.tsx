import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../audit/copy-button';
import { Lines } from '../audit/lines';
import { ProblemNotice } from '../frame/problem-notice';
import { useView } from '../frame/use-view';
import type { Look } from './look-at-log';

/** Whether the log only went on from what this browser saw of it; what to keep where it did not. */
export function LogCard() {
  const { t } = useTranslation();
  const { relationship } = useView();
  const look = useMutation({
    mutationFn: async (acceptPolicy: boolean) => {
      const { lookAtLog } = await import('./look-at-log');
      return lookAtLog(relationship, acceptPolicy);
    },
  });
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('keys.log.title')}
        </Title>
        <Text maw="44rem">{t('keys.log.help')}</Text>
        {look.error !== null && <ProblemNotice error={look.error} />}
        {look.data !== undefined && <Looked look={look.data} />}
        <Group gap="xs">
          <Button variant="default" loading={look.isPending} onClick={() => look.mutate(false)}>
            {t('keys.log.look')}
          </Button>
          {look.data?.is === 'policy-changed' && (
            <Button variant="default" disabled={look.isPending} onClick={() => look.mutate(true)}>
              {t('keys.log.accept')}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

function Looked({ look }: { readonly look: Look }) {
  const { t } = useTranslation();
  if (look.is === 'policy-changed') return <Alert role="alert">{t('keys.log.policy-changed')}</Alert>;
  if (look.is === 'seen') {
    return (
      <Text aria-live="polite">
        {look.seen === null ? t('keys.log.unsigned') : t('keys.log.seen', { count: look.seen.size })}
        {!look.quorum && ` ${t('keys.log.no-quorum')}`}
      </Text>
    );
  }
  return (
    <>
      <Alert role="alert">{t('keys.log.contradicted', { detail: look.detail })}</Alert>
      {(['known', 'shown'] as const).map((side) => {
        const note = look[side];
        return (
          note !== null && (
            <Stack key={side} gap={4}>
              <Title order={3} size="h5">
                {t(`keys.log.${side}`)}
              </Title>
              <Lines text={note} />
              <Group>
                <CopyButton text={note} label={t('keys.log.copy')} />
              </Group>
            </Stack>
          )
        );
      })}
    </>
  );
}
