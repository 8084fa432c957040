import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../frame/links';
import { nameOf, type Draft } from './draft';
import { keptDrafts } from './kept-drafts';
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
  const drafts = keptDrafts(relationship, member);
  const [all, setAll] = useState(drafts.all);
  const begun = all.flatMap((draft) => {
    const title = kinds.find(({ kind }) => kind === draft.kind)?.title;
    return title === undefined ? [] : [{ draft, title: `${title}${saidOf(draft)}` }];
  });
  if (begun.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('logEntry.drafts')}
      </Text>
      {begun.map(({ draft: { about }, title }) => (
        <Group key={nameOf(about)} gap="xs">
          <ButtonLink size="xs" variant="light" to="/r/$relationship/log" params={{ relationship }} search={about}>
            {t('logEntry.draft-go-on', { title })}
          </ButtonLink>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              drafts.forget(about);
              setAll(drafts.all);
            }}
          >
            {t('logEntry.draft-drop', { title })}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}

/** Characters of what was typed that tell one draft from another. */
const MAX_SAID = 40;

function saidOf({ text }: Draft): string {
  const said = text.trim();
  if (said === '') return '';
  return `: “${said.length > MAX_SAID ? `${said.slice(0, MAX_SAID)}…` : said}”`;
}
