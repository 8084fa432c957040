import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { mayReadEntries, useSession } from '../api/session';
import { Shown } from '../frame/shown';
import { HappenedFilm } from './happened-film';
import { RecordedFilm } from './recorded-film';

/** The history as a film, in the order in which it was recorded or in which it happened. */
export function ReplayScreen() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {t('replay.title')}
      </Title>
      <Shown read={session}>
        {(bearer) => (mayReadEntries(bearer) ? <Replay /> : <Text size="sm">{t('replay.for-readers')}</Text>)}
      </Shown>
    </Stack>
  );
}

function Replay() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { order } = useSearch({ from: '/framed/r/$relationship/replay' });
  return (
    <>
      <Text size="sm">
        {t('replay.intro')} {order === 'happened' ? t('replay.happened-help') : t('replay.recorded-help')}
      </Text>
      <SegmentedControl
        className="not-printed"
        aria-label={t('replay.order')}
        value={order ?? 'recorded'}
        onChange={(next) =>
          void navigate({
            to: '.',
            replace: true,
            search: ({ at: _at, order: _order, ...others }: Record<string, unknown>) => ({
              ...others,
              ...(next === 'happened' ? { order: next } : {}),
            }),
          })
        }
        data={[
          { value: 'recorded', label: t('replay.recorded') },
          { value: 'happened', label: t('replay.happened') },
        ]}
      />
      {order === 'happened' ? <HappenedFilm /> : <RecordedFilm />}
    </>
  );
}
