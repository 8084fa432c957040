import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { maySign } from './device-key';
import { DeviceCard } from './device-card';
import { KeysCard } from './keys-card';
import { LogCard } from './log-card';
import { OtherDeviceCard } from './other-device-card';

/** The keys with which parties sign what they say, and that of this device. */
export function KeysScreen() {
  const { t } = useTranslation();
  const { params, relationship } = useView();
  const { data: session } = useSession();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/keys', { params });
  const mine = session !== undefined && speaksForParty(session) ? session : null;
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {t('keys.title')}
      </Title>
      <Text maw="44rem">{t('keys.intro')}</Text>
      <Shown read={read}>
        {({ keys }) => (
          <>
            {mine !== null &&
              (maySign() ? (
                <DeviceCard owner={{ relationship, member: mine.member }} keys={keys} />
              ) : (
                <Text>{t('keys.device.insecure')}</Text>
              ))}
            <KeysCard keys={keys} party={mine?.party ?? null} />
            {mine !== null && <OtherDeviceCard />}
            {mine !== null && maySign() && <LogCard />}
          </>
        )}
      </Shown>
    </Stack>
  );
}
