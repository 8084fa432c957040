import { useState } from 'react';
import { Button, Card, Code, Group, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { useIntention } from '../api/use-intention';
import { dayAfter } from '../clocks/day-after';
import { EntryLinks } from '../frame/entry-links';
import { ProblemNotice } from '../frame/problem-notice';
import { usePartyName } from '../frame/use-party-name';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatDate } from '../texts/format';
import { MAX_REASON_LENGTH } from './limits';

type SigningKey = Schemas['SigningKeyAnswer'];

interface KeysCardProps {
  readonly keys: readonly SigningKey[];
  /** Whose keys may be revoked here; null: nobody’s. */
  readonly party: string | null;
}

/** Every key of every party, with what became of it. */
export function KeysCard({ keys, party }: KeysCardProps) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  const [revoking, setRevoking] = useState<string | null>(null);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('keys.all.title')}
      </Title>
      {keys.length === 0 && <Text>{t('keys.all.none')}</Text>}
      {keys.length > 0 && (
        <Wide label={t('keys.all.title')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(['party', 'device', 'id', 'situation', 'registered', 'in-effect', 'revoked', 'entries'] as const).map(
                  (column) => (
                    <Table.Th key={column} scope="col">
                      {t(`keys.all.${column}`)}
                    </Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {keys.map((key) => (
                <Table.Tr key={key.keyId}>
                  <Table.Td>{partyName(key.party) ?? key.party}</Table.Td>
                  <Table.Td>{key.device ?? '–'}</Table.Td>
                  <Table.Td>
                    <Code>{key.keyId}</Code>
                  </Table.Td>
                  <Table.Td>
                    {t(`keys.situations.${key.situation}`)}
                    {key.reason !== null && `: ${key.reason}`}
                  </Table.Td>
                  <Table.Td>{formatDate(key.registered)}</Table.Td>
                  <Table.Td>{formatDate(key.inEffect)}</Table.Td>
                  <Table.Td>
                    {key.revoked === null && key.party === party ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('keys.all.revoke-of', { keyId: key.keyId })}
                        onClick={() => setRevoking(key.keyId)}
                      >
                        {t('keys.all.revoke')}
                      </Button>
                    ) : (
                      formatDate(key.revoked)
                    )}
                  </Table.Td>
                  <Table.Td>
                    <EntryLinks entries={key.entries} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {revoking !== null && <Revocation key={revoking} keyId={revoking} onDone={() => setRevoking(null)} />}
    </Card>
  );
}

function Revocation({ keyId, onDone }: { readonly keyId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const [reason, setReason] = useState('');
  const keyOf = useIntention();
  const log = api.useMutation('post', '/api/v1/relationships/{relationship}/entries', { onSuccess: onDone });
  const submit = (): void => {
    const body = { kind: 'key.revoked', effective: dayAfter(new Date()), data: { keyId, reason: reason.trim() } };
    log.mutate({ params: { path: { relationship }, header: { 'Idempotency-Key': keyOf(body) } }, body });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm" mt="sm">
        <Title order={3} size="h5">
          {t('keys.all.revoke-of', { keyId })}
        </Title>
        <Textarea
          label={t('keys.all.reason')}
          description={t('keys.all.reason-help')}
          required
          autosize
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {log.error !== null && <ProblemNotice error={log.error} />}
        <Group gap="xs">
          <Button type="submit" disabled={reason.trim() === ''} loading={log.isPending}>
            {t('keys.all.revoke')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('keys.all.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
