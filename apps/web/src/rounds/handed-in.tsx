import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { partyWord } from '../texts/party-word';
import type { Round } from './rounds';

/** One has handed in: for whom it waits, and how to think again. */
export function HandedIn({ round, onAgain }: { readonly round: Round; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const waiting = round.parties.filter(({ commitments }) => commitments === 0).map(({ party }) => partyWord(t, party));
  return (
    <Alert variant="light" title={t('rounds.handed-in')} role="note">
      <Text size="sm">{t('rounds.hand-in.done')}</Text>
      {waiting.length > 0 && (
        <Text size="sm">{t('rounds.hand-in.waiting', { parties: new Intl.ListFormat('en').format(waiting) })}</Text>
      )}
      <Group mt="sm">
        <Button variant="default" onClick={onAgain}>
          {t('rounds.hand-in.again')}
        </Button>
      </Group>
    </Alert>
  );
}
