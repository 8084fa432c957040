import { useEffect } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useView } from '../frame/use-view';

/** Pages that are read again by themselves when somebody logs something; who has scrolled further is asked. */
const MAX_READ_AGAIN = 4;

interface NewerProps {
  /** Entries of the ledger when its first page was read. */
  readonly ledgerSize: number;
  readonly pagesRead: number;
  readonly onReadAgain: () => void;
}

/** Keeps the ledger current without taking away what somebody is reading. */
export function Newer({ ledgerSize, pagesRead, onReadAgain }: NewerProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path: { relationship } } });
  const newer = (data?.entries ?? 0) - ledgerSize;
  const byItself = newer > 0 && pagesRead <= MAX_READ_AGAIN;
  useEffect(() => {
    if (byItself) onReadAgain();
  }, [byItself, newer, onReadAgain]);
  if (newer <= 0 || byItself) return null;
  return (
    <Group gap="sm" aria-live="polite">
      <Text size="sm">{t('ledger.newer', { count: newer })}</Text>
      <Button variant="default" size="xs" onClick={onReadAgain}>
        {t('ledger.show-newer')}
      </Button>
    </Group>
  );
}
