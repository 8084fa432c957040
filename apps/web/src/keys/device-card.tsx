import { useState } from 'react';
import { Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem';
import type { Schemas } from '../api/client';
import { CopyButton } from '../audit/copy-button';
import { EntryLink } from '../frame/entry-link';
import { ProblemNotice } from '../frame/problem-notice';
import { Shown } from '../frame/shown';
import { deviceKeyOf, drawDeviceKey, forgetDeviceKey, keyIdOf, type KeyOwner } from './device-key';
import { DeviceNameInput } from './device-name-input';
import { useRegistration } from './use-registration';

type SigningKey = Schemas['SigningKeyAnswer'];

interface DeviceCardProps {
  readonly owner: KeyOwner;
  /** Those of the record. */
  readonly keys: readonly SigningKey[];
}

/** The key of this browser: to be made, to be registered, or in effect. */
export function DeviceCard({ owner, keys }: DeviceCardProps) {
  const { t } = useTranslation();
  const read = useQuery({
    queryKey: placeOf(owner),
    queryFn: async () => {
      const key = await deviceKeyOf(owner);
      return key === null ? null : { publicKey: key.publicKey, keyId: await keyIdOf(key.publicKey) };
    },
  });
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('keys.device.title')}
        </Title>
        <Shown read={read}>
          {(own) =>
            own === null ? (
              <NewKey owner={owner} />
            ) : (
              <OwnKey owner={owner} {...own} known={keys.find(({ keyId }) => keyId === own.keyId)} />
            )
          }
        </Shown>
      </Stack>
    </Card>
  );
}

const placeOf = (owner: KeyOwner) => ['device-key', owner];

function NewKey({ owner }: { readonly owner: KeyOwner }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [device, setDevice] = useState('');
  const { mutateAsync: register } = useRegistration();
  const make = useMutation({
    mutationFn: async () => {
      const { publicKey } = await drawDeviceKey(owner);
      await register({ publicKey, device: device.trim() });
    },
    // One that was drawn and could not be registered is shown, with what to do.
    onSettled: () => queries.invalidateQueries({ queryKey: placeOf(owner) }),
  });
  const { error } = make;
  return (
    <>
      <Text maw="44rem">{t('keys.device.none')}</Text>
      <DeviceNameInput value={device} onChange={setDevice} />
      {error instanceof ApiProblem && <ProblemNotice error={error} />}
      {error !== null && !(error instanceof ApiProblem) && (
        <Text role="alert">{t('keys.device.failed', { reason: error.message })}</Text>
      )}
      <Group>
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t('keys.device.make')}
        </Button>
      </Group>
    </>
  );
}

interface OwnKeyProps {
  readonly owner: KeyOwner;
  readonly publicKey: string;
  readonly keyId: string;
  /** As the record has it; undefined where it is not registered. */
  readonly known: SigningKey | undefined;
}

function OwnKey({ owner, publicKey, keyId, known }: OwnKeyProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { mutate: register, isPending, error } = useRegistration();
  const forget = useMutation({
    mutationFn: () => forgetDeviceKey(owner),
    onSuccess: () => queries.invalidateQueries({ queryKey: placeOf(owner) }),
  });
  const [entry] = known?.entries ?? [];
  return (
    <>
      <Text fw={600}>{t(`keys.device.${known?.situation ?? 'unregistered'}`)}</Text>
      {known?.situation === 'waiting' && entry !== undefined && (
        <EntryLink entry={entry}>{t('keys.device.waiting-entry')}</EntryLink>
      )}
      <Text size="sm">
        {t('keys.device.id')} <Code>{keyId}</Code>
      </Text>
      <Text size="sm">
        {t('keys.device.public')} <Code style={{ overflowWrap: 'anywhere' }}>{publicKey}</Code>
      </Text>
      {error !== null && <ProblemNotice error={error} />}
      <Group gap="xs">
        <CopyButton text={publicKey} label={t('keys.device.copy')} />
        {known === undefined && (
          <Button size="xs" loading={isPending} onClick={() => register({ publicKey, device: '' })}>
            {t('keys.device.try-again')}
          </Button>
        )}
        {(known === undefined || known.situation === 'revoked') && (
          <Button size="xs" variant="default" onClick={() => forget.mutate()}>
            {t('keys.device.forget')}
          </Button>
        )}
      </Group>
    </>
  );
}
