import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../frame/links';

export function LoggedNotice({
  relationship,
  entry,
  onAnother,
}: {
  readonly relationship: string;
  readonly entry: string;
  readonly onAnother: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert variant="light" title={t('logEntry.logged-title')} role="alert">
      <Text size="sm">{t('logEntry.logged')}</Text>
      <Group mt="sm">
        <Button autoFocus onClick={onAnother}>
          {t('logEntry.logged-another')}
        </Button>
        <ButtonLink variant="default" to="/r/$relationship/ledger/$entry" params={{ relationship, entry }}>
          {t('logEntry.logged-open')}
        </ButtonLink>
      </Group>
    </Alert>
  );
}
