import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayReadEntries, useSession } from '../api/session';
import { NavigationLink } from './links';

/** Where one can go: in a relationship its screens, by what one comes for. */
const GROUPS = {
  see: [
    { to: '/r/$relationship', name: 'relationship' },
    { to: '/r/$relationship/why', name: 'why' },
    { to: '/r/$relationship/changed', name: 'changed' },
    { to: '/r/$relationship/gaps', name: 'gaps' },
    { to: '/r/$relationship/brought', name: 'brought' },
    { to: '/r/$relationship/replay', name: 'replay' },
    { to: '/r/$relationship/what-if', name: 'what-if' },
  ],
  do: [
    { to: '/r/$relationship/log', name: 'log' },
    { to: '/r/$relationship/sitting', name: 'sitting' },
    { to: '/r/$relationship/due', name: 'due' },
    { to: '/r/$relationship/rounds', name: 'rounds' },
  ],
  record: [
    { to: '/r/$relationship/ledger', name: 'ledger' },
    { to: '/r/$relationship/registers', name: 'registers' },
    { to: '/r/$relationship/audit', name: 'audit' },
    { to: '/r/$relationship/keys', name: 'keys' },
    { to: '/r/$relationship/report', name: 'report' },
  ],
} as const;

/** What is made of scores alone; every other screen shows entries. */
const OF_SCORES: readonly string[] = ['relationship', 'why', 'changed', 'gaps', 'brought', 'report'];

export function Navigation({
  relationship,
  onGone,
}: {
  readonly relationship: string | undefined;
  readonly onGone: () => void;
}) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const readsEntries = session !== undefined && mayReadEntries(session);
  const groups = (['see', 'do', 'record'] as const)
    .map((group) => ({ group, screens: GROUPS[group].filter(({ name }) => readsEntries || OF_SCORES.includes(name)) }))
    .filter(({ screens }) => screens.length > 0);
  return (
    <ScrollArea type="auto">
      <NavigationLink
        to="/portfolio"
        label={t('frame.nav.portfolio')}
        onClick={onGone}
        activeProps={{ active: true }}
      />
      {relationship !== undefined &&
        groups.map(({ group, screens }) => (
          <div key={group}>
            <Text size="xs" c="dimmed" fw={600} px="sm" pt="sm">
              {t(`frame.${group}`)}
            </Text>
            {screens.map(({ to, name }) => (
              <NavigationLink
                key={to}
                to={to}
                params={{ relationship }}
                activeOptions={{ exact: to === '/r/$relationship', includeSearch: false }}
                activeProps={{ active: true }}
                label={t(`frame.nav.${name}`)}
                onClick={onGone}
              />
            ))}
          </div>
        ))}
    </ScrollArea>
  );
}
