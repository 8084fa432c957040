import { Card, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayReadEntries, useSession } from '../api/session';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { NotForYou } from './not-for-you';
import { groupNames, REGISTER_GROUPS, type RegisterGroup, type RegisterName } from './register-groups';

/** Every register of the relationship, by what one comes for. */
export function RegistersScreen() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  return (
    <>
      <Title order={1} size="h3">
        {t('registers.title')}
      </Title>
      {session !== undefined && !mayReadEntries(session) ? (
        <NotForYou />
      ) : (
        <>
          <Text c="dimmed" mb="md">
            {t('registers.intro')}
          </Text>
          <div style={{ columns: '18rem', columnGap: 'var(--mantine-spacing-md)' }}>
            {groupNames.map((group) => (
              <GroupCard key={group} group={group} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

function GroupCard({ group }: { readonly group: RegisterGroup }) {
  const { t } = useTranslation();
  return (
    <Card component="section" mb="md" style={{ breakInside: 'avoid' }}>
      <Title order={2} size="h5" mb="xs">
        {t(`registers.groups.${group}`)}
      </Title>
      <List listStyleType="none" spacing={6} withPadding={false}>
        {REGISTER_GROUPS[group].map((register) => (
          <List.Item key={register}>
            <RegisterLink register={register} />
            <Text size="xs" c="dimmed">
              {t(`registers.names.${register}.holds`)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}

/** What is due has a screen of its own. */
function RegisterLink({ register }: { readonly register: RegisterName }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const title = t(`registers.names.${register}.title`);
  if (register === 'due') {
    return (
      <TextLink to="/r/$relationship/due" params={{ relationship }}>
        {title}
      </TextLink>
    );
  }
  return (
    <TextLink to="/r/$relationship/registers/$register" params={{ relationship, register }}>
      {title}
    </TextLink>
  );
}
