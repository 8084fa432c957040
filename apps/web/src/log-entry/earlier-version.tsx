import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../frame/links';

/** What was sent first is in the record, without what was changed since. */
export function EarlierVersion({
  relationship,
  entry,
  onDrop,
}: {
  readonly relationship: string;
  /** Null where it cannot be told which it is. */
  readonly entry: string | null;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert variant="light" color="yellow" title={t('logEntry.earlier-title')} role="alert">
      <Text size="sm">{t('logEntry.earlier')}</Text>
      <Group mt="sm" gap="xs">
        {entry === null ? (
          <ButtonLink to="/r/$relationship/ledger" params={{ relationship }}>
            {t('logEntry.earlier-ledger')}
          </ButtonLink>
        ) : (
          <ButtonLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry }}>
            {t('logEntry.logged-open')}
          </ButtonLink>
        )}
        <Button variant="default" onClick={onDrop}>
          {t('logEntry.earlier-drop')}
        </Button>
      </Group>
    </Alert>
  );
}
