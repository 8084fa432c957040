import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import { mayReadEntries, useSession } from '../api/session';
import { partyWord } from '../texts/party-word';

/** Who is signed in, and the way out. */
export function Bearer() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const post = usePost();
  const leave = api.useMutation('delete', '/api/v1/session', {
    onSuccess: () => {
      queries.clear();
      void navigate({ to: '/sign-in' });
    },
  });
  if (session === undefined) return null;
  return (
    <Menu position="bottom-end" withinPortal>
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
        <Menu.Item onClick={() => leave.mutate({})}>{t('signIn.sign-out')}</Menu.Item>
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
