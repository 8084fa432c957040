import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import { namesIn, withRole } from './names';

/** Offers the role in place of what may be the name of a person, and says why. */
export function NameHint({
  text,
  kept,
  onSay,
  onKeep,
}: {
  readonly text: string;
  /** Names that the author says are no person's. */
  readonly kept: readonly string[];
  readonly onSay: (text: string) => void;
  readonly onKeep: (name: string) => void;
}) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const params = { path: { relationship } };
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}', { params });
  const { data: admitted } = api.useQuery('get', '/api/v1/relationships/{relationship}/members', { params });
  if (data === undefined || admitted === undefined) return null;
  const organisations = data.parties.map(({ name }) => name);
  const posts = [...new Set(admitted.members.flatMap(({ post }) => (post === null ? [] : [post])))];
  const [name] = namesIn(text, [data.title, ...organisations, ...posts]).filter((each) => !kept.includes(each));
  if (name === undefined) return null;
  const roles = [
    ...posts.map((post) => post),
    ...organisations.map((party) => t('logEntry.name-colleague', { party })),
  ];
  return (
    <Alert variant="light" mt={4} p="xs" role="note">
      <Text size="sm">{t('logEntry.name-hint', { name })}</Text>
      <Group mt="xs" gap="xs">
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant="default">
              {t('logEntry.name-say', { name })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {roles.map((role) => (
              <Menu.Item key={role} onClick={() => onSay(withRole(text, name, role))}>
                {role}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="xs" variant="subtle" onClick={() => onKeep(name)}>
          {t('logEntry.name-keep')}
        </Button>
      </Group>
    </Alert>
  );
}
