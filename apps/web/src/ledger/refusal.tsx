import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem';
import { sentenceOf } from '../frame/problem-notice';
import ledger from '../texts/en/ledger.json';

type Hint = keyof (typeof ledger)['what-to-do'];

/** Why an answer was not written, and what to do. */
export function Refusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" title={t('ledger.refused')} role="alert">
      <Text size="sm">{sentenceOf(error)}</Text>
      <Text size="sm">
        {t(`ledger.what-to-do.${hintOf(error)}`)} {t('ledger.kept')}
      </Text>
    </Alert>
  );
}

/** Which sentence says what to do. */
export function hintOf(error: unknown): Hint {
  const code = error instanceof ApiProblem ? error.code : 'other';
  return code in ledger['what-to-do'] ? (code as Hint) : 'other';
}
