import { useEffect, useRef } from 'react';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Asks the author of a minus whether to talk first; going on is one of the answers. */
export function TalkFirst({
  canSay,
  onTalked,
  onLater,
  onGoOn,
}: {
  /** Whether the entry can say that it was talked about. */
  readonly canSay: boolean;
  readonly onTalked: () => void;
  readonly onLater: () => void;
  readonly onGoOn: () => void;
}) {
  const { t } = useTranslation();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <Alert variant="light" color="yellow" title={t('logEntry.talk-title')} role="alert">
      <Text size="sm">{t('logEntry.talk')}</Text>
      <Group mt="sm" gap="xs">
        <Button ref={first} onClick={onLater}>
          {t('logEntry.talk-later')}
        </Button>
        {canSay && (
          <Button variant="default" onClick={onTalked}>
            {t('logEntry.talked')}
          </Button>
        )}
        <Button variant="default" onClick={onGoOn}>
          {t('logEntry.talk-go-on')}
        </Button>
      </Group>
    </Alert>
  );
}
