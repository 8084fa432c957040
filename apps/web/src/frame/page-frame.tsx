import {
  ActionIcon,
  Alert,
  AppShell,
  Burger,
  Group,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from '@tanstack/react-router';
import { useDayChange } from '../api/use-day-change';
import { isSignedOut } from '../api/api-problem';
import { useSession } from '../api/session';
import { Bearer } from './bearer';
import { Navigation } from './navigation';
import { RelationshipFrame } from './relationship-frame';
import { SignInLink } from './sign-in-link';

const HEADER_PX = 56;
const NAVIGATION_PX = 220;

/** What stands around every screen: whose record it is, both clocks, where to go, and who is signed in. */
export function PageFrame() {
  const { t } = useTranslation();
  const [isOpen, menu] = useDisclosure();
  const { relationship } = useParams({ strict: false });
  const { error } = useSession();
  useDayChange();
  return (
    <AppShell
      header={{ height: HEADER_PX }}
      navbar={{ width: NAVIGATION_PX, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'sm', sm: 'md' }}
    >
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <AppShell.Header px="sm">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group wrap="nowrap" gap="xs" miw={0}>
            <Burger
              opened={isOpen}
              onClick={menu.toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t('frame.menu')}
              aria-expanded={isOpen}
            />
            <img src="/icon.svg" alt="" width="26" height="26" />
            <Text fw={650} visibleFrom="sm">
              {t('frame.product')}
            </Text>
          </Group>
          <Group wrap="nowrap" gap="xs">
            <SchemeSwitch />
            <Bearer />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('frame.menu')}>
        <Navigation relationship={relationship} onGone={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {isSignedOut(error) && (
          <Alert variant="light" color="yellow" mb="sm">
            {t('problems.signed-out')} <SignInLink />
          </Alert>
        )}
        {relationship === undefined ? <Outlet /> : <RelationshipFrame relationship={relationship} />}
      </AppShell.Main>
    </AppShell>
  );
}

function SchemeSwitch() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={t('frame.colour-scheme')}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <span aria-hidden="true">{scheme === 'dark' ? '☀' : '☾'}</span>
    </ActionIcon>
  );
}
