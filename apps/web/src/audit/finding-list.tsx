import { List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Finding } from '@app/ledger/verifier/finding';
import { EntryLink } from '../frame/entry-link';

const SHOWN = 20;

/** What is wrong, so many of it. */
export function FindingList({ findings, count }: { readonly findings: readonly Finding[]; readonly count: number }) {
  const { t } = useTranslation();
  return (
    <div>
      <Title order={3} size="h5">
        {t('audit.verify.also', { count })}
      </Title>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {findings.slice(0, SHOWN).map(({ file, revision, id, reason }) => (
          <List.Item key={`${file} ${revision} ${reason}`}>
            {revision !== null && `${t('words.entry')} ${revision} `}
            {id !== null && <EntryLink isWhole entry={id} />}
            {revision !== null && ', '}
            {file}: {reason}.
          </List.Item>
        ))}
      </List>
    </div>
  );
}
