import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client';
import { useSession } from '../api/session';

/** Who is signed in, and the way out. */
export function Bearer() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
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
        <Button variant="default" size="xs">
          {session.member}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" px="sm" py={4}>
          {session.role}
          {session.party === null ? '' : ` · ${session.party}`}
        </Text>
        <Menu.Item onClick={() => leave.mutate({})}>{t('signIn.sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
