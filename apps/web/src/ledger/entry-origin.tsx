import type { ReactNode } from 'react';
import { Card, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import type { LedgerEntry } from './answering';
import type { Kind } from './corrections';
import { daysLate } from './delay';
import { EffectMark } from './marks';
import type { Names } from './use-names';

interface EntryOriginProps {
  readonly entry: LedgerEntry;
  readonly kind: Kind | undefined;
  readonly names: Names;
}

/** When it happened and when it was recorded, by whom, and what it bears on. */
export function EntryOrigin({ entry, kind, names }: EntryOriginProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const late = daysLate(entry.effective, entry.recorded);
  const post = entry.member === null ? null : names.post(entry.member);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('ledger.clocks')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <Fact label={t('ledger.by')}>
          {[names.party(entry.party), post ?? entry.member].filter((word) => word !== null).join(' · ')}
        </Fact>
        {entry.effective !== null && <Fact label={t('ledger.effective')}>{formatDate(entry.effective)}</Fact>}
        <Fact label={t(entry.imported ? 'ledger.recorded-claimed' : 'ledger.recorded')}>
          {formatDate(entry.recorded)}
        </Fact>
        {entry.imported && <Fact label={t('ledger.in-ledger')}>{formatDate(entry.ledgerRecorded)}</Fact>}
      </SimpleGrid>
      {entry.loggedBy !== null && (
        <Text size="sm">{t('ledger.logged-by', { party: names.party(entry.loggedBy) })}</Text>
      )}
      {late !== null && (
        <Text size="sm" mt="xs">
          {t('ledger.late', { count: late })}
        </Text>
      )}
      {entry.imported && <Text size="sm">{t('ledger.imported')}</Text>}
      <Title order={3} size="h5" mt="md" mb={4}>
        {t('ledger.bears-on')}
      </Title>
      {entry.factor === null ? (
        <Text size="sm">{t('ledger.bears-on-none')}</Text>
      ) : (
        <Text size="sm">
          {names.factor(entry.factor)} · <EffectMark entry={entry} />
          <br />
          <TextLink
            to="/r/$relationship/why"
            params={{ relationship }}
            search={{ factor: String(entry.factor) } as object}
          >
            {t('ledger.why', { factor: entry.factor })}
          </TextLink>
        </Text>
      )}
      {kind?.needsAll === true && <Text size="sm">{t('ledger.needs-all')}</Text>}
    </Card>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" fw={500}>
        {children}
      </Text>
    </div>
  );
}
