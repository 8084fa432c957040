import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../frame/links';
import { keepDraft, readDrafts } from './draft';
import type { Kind } from './kinds';

/** What was begun in this browser and not logged yet. */
export function BegunDrafts({
  relationship,
  member,
  kinds,
}: {
  readonly relationship: string;
  readonly member: string;
  readonly kinds: readonly Kind[];
}) {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState(() => readDrafts(localStorage, relationship, member));
  const begun = kinds.filter(({ kind }) => drafts[kind] !== undefined);
  if (begun.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('logEntry.drafts')}
      </Text>
      {begun.map(({ kind, title }) => (
        <Group key={kind} gap="xs">
          <ButtonLink size="xs" variant="light" to="/r/$relationship/log" params={{ relationship }} search={{ kind }}>
            {t('logEntry.draft-go-on', { title })}
          </ButtonLink>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              keepDraft(localStorage, relationship, member, kind, null);
              setDrafts(readDrafts(localStorage, relationship, member));
            }}
          >
            {t('logEntry.draft-drop', { title })}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
