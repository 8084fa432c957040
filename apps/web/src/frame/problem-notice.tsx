import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isSignedOut } from '../api/api-problem';
import { SigningLink } from '../keys/signing-link';
import { SignInLink } from './sign-in-link';

/** What went wrong, and what to do; `reset`: reads it again. What is no read is done again where it was asked for. */
export function ProblemNotice({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" title={t(reset ? 'problems.title' : 'problems.not-done-title')} role="alert">
      <Text size="sm">
        {isSignedOut(error) ? t('problems.signed-out') : sentenceOf(error)} {isSignedOut(error) && <SignInLink />}
      </Text>
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
