import { Alert, Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hintOf } from '../ledger/refusal';
import type { Became } from './use-confirming';

/** What each answer of a confirmation did. */
export function Outcomes({ became, onClear }: { readonly became: readonly Became[]; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert variant="light" title={t('sitting.outcomes')} aria-live="polite" data-testid="outcomes">
      <List size="sm" spacing={4} listStyleType="none">
        {became.map(({ choice, refusal }) => (
          <List.Item key={`${choice.party} ${choice.entry}`}>
            <span aria-hidden="true">{refusal === null ? '✓' : '✕'}</span> {t(`sitting.answers.${choice.answer}`)}:{' '}
            {choice.title} ·{' '}
            {refusal === null ? (
              t('sitting.written')
            ) : (
              <Text span inherit>
                {t('sitting.refused', { why: refusal.message })} {t(`ledger.what-to-do.${hintOf(refusal)}`)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      <Button mt="xs" size="xs" variant="default" onClick={onClear}>
        {t('sitting.clear')}
      </Button>
    </Alert>
  );
}
