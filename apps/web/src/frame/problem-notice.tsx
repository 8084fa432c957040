import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem';
import { SigningLink } from '../keys/signing-link';

/** What went wrong, and what to do. */
export function ProblemNotice({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const { t } = useTranslation();
  const isSilent = error instanceof ApiProblem && error.status === 0;
  return (
    <Alert color="red" variant="light" title={t('problems.title')} role="alert">
      <Text size="sm">{isSilent ? t('problems.unreachable') : sentenceOf(error)}</Text>
      <SigningLink error={error} />
      {reset && (
        <Group mt="sm">
          <Button variant="default" onClick={reset}>
            {t('problems.try-again')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

/** The sentence of a problem, as it is shown beside what caused it. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
