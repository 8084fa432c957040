import { Popover, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayReadEntries, useSession } from '../api/session';
import { EntryLink } from './entry-link';

const MAX_SHOWN = 3;

/** The entries that something rests on: links, or how many there are for who reads scores alone. */
export function EntryLinks({
  entries,
  max = MAX_SHOWN,
}: {
  readonly entries: readonly string[];
  readonly max?: number;
}) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  if (entries.length === 0) return null;
  if (session === undefined || !mayReadEntries(session)) return t('words.entries', { count: entries.length });
  if (entries.length <= max) return <Links entries={entries} />;
  return (
    <Popover withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton td="underline" c="var(--mantine-color-anchor)" fz="inherit">
          {t('words.entries', { count: entries.length })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown maw={320}>
        <Text size="sm">
          <Links entries={entries} />
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

function Links({ entries }: { readonly entries: readonly string[] }) {
  return entries.map((entry, index) => (
    <span key={entry} style={{ display: 'inline-block', whiteSpace: 'pre' }}>
      <EntryLink entry={entry} />
      {index < entries.length - 1 && ', '}
    </span>
  ));
}
