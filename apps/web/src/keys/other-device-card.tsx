import { useState } from 'react';
import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EntryLink } from '../frame/entry-link';
import { ProblemNotice } from '../frame/problem-notice';
import { DeviceNameInput } from './device-name-input';
import { useRegistration } from './use-registration';

const PUBLIC_KEY = /^[0-9a-f]{64}$/;

/** Registers the key of a colleague whose device does not sign yet. */
export function OtherDeviceCard() {
  const { t } = useTranslation();
  const [publicKey, setPublicKey] = useState('');
  const [device, setDevice] = useState('');
  const [isWrong, setWrong] = useState(false);
  const register = useRegistration();
  const given = publicKey.trim().toLowerCase();
  const submit = (): void => {
    setWrong(!PUBLIC_KEY.test(given));
    if (!PUBLIC_KEY.test(given)) return;
    register.mutate(
      { publicKey: given, device: device.trim() },
      {
        onSuccess: () => {
          setPublicKey('');
          setDevice('');
        },
      },
    );
  };
  return (
    <Card
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('keys.other.title')}
        </Title>
        <Text maw="44rem">{t('keys.other.help')}</Text>
        <TextInput
          label={t('keys.device.public')}
          value={publicKey}
          onChange={({ currentTarget }) => setPublicKey(currentTarget.value)}
          error={isWrong && t('keys.other.public-wrong')}
          autoComplete="off"
          spellCheck={false}
        />
        <DeviceNameInput value={device} onChange={setDevice} />
        {register.error !== null && <ProblemNotice error={register.error} />}
        {register.data !== undefined && register.data !== null && (
          <Text aria-live="polite">
            {t('keys.other.done')} <EntryLink entry={register.data} />
          </Text>
        )}
        <Group>
          <Button type="submit" variant="default" loading={register.isPending}>
            {t('keys.other.register')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
