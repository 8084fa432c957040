import { useState } from 'react';
import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import { mayReadEntries, useSession } from '../api/session';
import { draftsOf, removeDraftsOf } from '../log-entry/kept-drafts';
import { partyWord } from '../texts/party-word';
import { sentenceOf } from './problem-notice';

/** Who is signed in, and the way out. */
export function Bearer() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const post = usePost();
  const leave = api.useMutation('delete', '/api/v1/session', {
    onSuccess: () => {
      if (session !== undefined) removeDraftsOf(session.member);
      queries.clear();
      void navigate({ to: '/sign-in' });
    },
  });
  // Those that one was told of.
  const [drafts, setDrafts] = useState(0);
  if (session === undefined) return null;
  const signOut = (): void => {
    const kept = draftsOf(session.member).length;
    if (kept > drafts) setDrafts(kept);
    else leave.mutate({});
  };
  return (
    <Menu position="bottom-end" withinPortal onClose={() => setDrafts(0)}>
      <Menu.Target>
        <Button variant="default" size="xs" maw="min(20rem, 55vw)">
          <Text span inherit truncate lh={1.5}>
            {post ?? t(`words.roles.${session.role}`)}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" px="sm" py={4}>
          {[
            session.member,
            t(`words.roles.${session.role}`),
            ...(session.party === null ? [] : [partyWord(t, session.party)]),
          ].join(' · ')}
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

/** The post that the relationship looked at knows who is signed in by; null where it may not be read. */
function usePost(): string | null {
  const { relationship = '' } = useParams({ strict: false });
  const { data: session } = useSession();
  const { data } = api.useQuery(
    'get',
    '/api/v1/relationships/{relationship}/members',
    { params: { path: { relationship } } },
    { enabled: relationship !== '' && session !== undefined && mayReadEntries(session) },
  );
  return data?.members.find(({ member }) => member === session?.member)?.post ?? null;
}
