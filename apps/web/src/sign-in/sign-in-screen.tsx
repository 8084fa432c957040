import { useState, type SubmitEvent } from 'react';
import {
  Badge,
  Button,
  Card,
  Container,
  Group,
  PasswordInput,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import type { Session } from '../api/session';
import { ProblemNotice, sentenceOf } from '../frame/problem-notice';

/** Signs in: in a demo as one of the sample's members, otherwise with a token. */
export function SignInScreen() {
  const { t } = useTranslation();
  // Only a demo has members to choose from; anywhere else the address leads nowhere.
  const { data, isPending } = api.useQuery('get', '/api/v1/demo/members', undefined, { retry: false });
  return (
    <Container component="main" size="xs" py="xl">
      <Title order={1} size="h2" mb="md">
        {t(data === undefined ? 'signIn.token-title' : 'signIn.title')}
      </Title>
      {isPending ? <Text role="status">{t('signIn.loading')}</Text> : <Ways members={data?.members ?? []} />}
    </Container>
  );
}

function Ways({ members }: { readonly members: readonly { member: string; post: string; role: Session['role'] }[] }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const signIn = api.useMutation('post', '/api/v1/demo/sign-in', { onSuccess: goOn });
  if (members.length === 0) return <TokenForm />;
  return (
    <Stack gap="xs">
      <Text>{t('signIn.demo')}</Text>
      {signIn.error !== null && <ProblemNotice error={signIn.error} />}
      {members.map(({ member, post, role }) => (
        <UnstyledButton key={member} onClick={() => signIn.mutate({ body: { member } })} disabled={signIn.isPending}>
          <Card padding="sm">
            <Group justify="space-between" wrap="nowrap">
              <Text fw={550}>{post}</Text>
              <Badge variant="outline">{t(`words.role.${role}`)}</Badge>
            </Group>
          </Card>
        </UnstyledButton>
      ))}
    </Stack>
  );
}

function TokenForm() {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const [token, setToken] = useState('');
  const signIn = api.useMutation('post', '/api/v1/session', { onSuccess: goOn });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn.mutate({ body: { token: token.trim() } });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={t('signIn.token')}
          description={t('signIn.token-help')}
          autoComplete="current-password"
          required
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          error={signIn.error === null ? undefined : sentenceOf(signIn.error)}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.sign-in')}
        </Button>
      </Stack>
    </form>
  );
}

/** What was read for another does not stay; then to where one wanted to go. */
function useGoOn(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  return () => {
    queries.clear();
    void navigate({ href: to ?? '/', replace: true });
  };
}
