import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { mayReadEntries, useSession, type Session } from '../api/session';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { RoundView } from './round-view';
import { RoundsList } from './rounds-list';
import { useRubric } from './use-rubric';

/** Assessment rounds: all of them, or the one that the address names. */
export function RoundsScreen() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {t('rounds.title')}
      </Title>
      <Shown read={session}>
        {(bearer) =>
          mayReadEntries(bearer) ? <Rounds session={bearer} /> : <Text size="sm">{t('rounds.for-readers')}</Text>
        }
      </Shown>
    </Stack>
  );
}

function Rounds({ session }: { readonly session: Session }) {
  const { params } = useView();
  const { round: id } = useSearch({ from: '/framed/r/$relationship/rounds' });
  const rounds = api.useQuery('get', '/api/v1/relationships/{relationship}/rounds', { params });
  const rubric = useRubric();
  return (
    <Shown read={rounds}>
      {({ rounds: all }) => (
        <Shown read={rubric}>
          {(words) => {
            const round = all.find((each) => each.id === id);
            if (round === undefined) return <RoundsList rounds={all} rubric={words} session={session} />;
            return <RoundView key={round.id} round={round} rounds={all} rubric={words} session={session} />;
          }}
        </Shown>
      )}
    </Shown>
  );
}
