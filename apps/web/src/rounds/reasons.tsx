import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { partyWord } from '../texts/party-word';
import type { Round } from './rounds';

/** What each side said of what it did not rate, in its own words. */
export function Reasons({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  return round.parties.flatMap(({ party, reasons }) =>
    reasons.map((reason, index) => (
      <Text size="sm" key={`${party}-${index}`}>
        {partyWord(t, party)}: {t('rounds.its-reason', { reason })}
      </Text>
    )),
  );
}
