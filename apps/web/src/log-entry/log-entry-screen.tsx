import { Alert, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { mayLog, useSession, type Session } from '../api/session';
import { Shown } from '../frame/shown';
import { LogDesk } from './log-desk';

/** Logs one entry: what it is in two choices, then what that kind asks for. */
export function LogEntryScreen() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Stack gap="md" maw={880}>
      <Title order={1} size="h3">
        {t('logEntry.title')}
      </Title>
      <Shown read={session}>{(data) => (mayLog(data) ? <Logging session={data} /> : <Cannot session={data} />)}</Shown>
    </Stack>
  );
}

function Logging({ session }: { readonly session: Session }) {
  const catalogue = api.useQuery('get', '/api/v1/catalogue');
  return <Shown read={catalogue}>{({ kinds }) => <LogDesk session={session} kinds={kinds} />}</Shown>;
}

/** Who may not log is told what to do instead. */
function Cannot({ session: { role } }: { readonly session: Session }) {
  const { t } = useTranslation();
  const told = role === 'facilitator' || role === 'reporter' ? role : 'operator';
  return (
    <Alert variant="light">
      <Text size="sm">{t(`logEntry.cannot.${told}`)}</Text>
    </Alert>
  );
}
