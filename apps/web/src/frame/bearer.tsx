import { useState } from 'react';
import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client';
import { useSession } from '../api/session';
import { draftsOf, removeDrafts } from './kept-drafts';
import { sentenceOf } from './problem-notice';

/** Who is signed in, and the way out. */
export function Bearer() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = api.useMutation('delete', '/api/v1/session', {
    onSuccess: () => {
      if (session !== undefined) removeDrafts(localStorage, session.member);
      queries.clear();
      void navigate({ to: '/sign-in' });
    },
  });
  // Those that one was told of.
  const [drafts, setDrafts] = useState(0);
  if (session === undefined) return null;
  const signOut = (): void => {
    const kept = draftsOf(localStorage, session.member).length;
    if (kept > drafts) setDrafts(kept);
    else leave.mutate({});
  };
  return (
    <Menu position="bottom-end" withinPortal onClose={() => setDrafts(0)}>
      <Menu.Target>
        <Button variant="default" size="xs">
          {session.member}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" px="sm" py={4}>
          {t(`words.role.${session.role}`)}
          {session.party === null ? '' : ` · ${t(`words.${session.party as 'client'}`, session.party)}`}
        </Text>
        {leave.error !== null && (
          <Text size="sm" px="sm" py={4} maw={280} role="alert">
            {t('signIn.not-out')} {sentenceOf(leave.error)}
          </Text>
        )}
        {drafts > 0 && (
          <Text size="sm" px="sm" py={4} maw={280} role="alert">
            {t('signIn.drafts', { count: drafts })}
          </Text>
        )}
        <Menu.Item closeMenuOnClick={false} onClick={signOut}>
          {t(drafts > 0 ? 'signIn.sign-out-anyway' : 'signIn.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
