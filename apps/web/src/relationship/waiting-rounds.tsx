import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { dayAfter } from '../clocks/day-after';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { roundsWaitingFor } from '../rounds/rounds';
import { formatDate } from '../texts/format';

/** Open rounds in which one’s own side has not handed in yet. */
export function WaitingRounds() {
  const { t } = useTranslation();
  const { relationship, params } = useView();
  const { data: session } = useSession();
  const enabled = session !== undefined && speaksForParty(session);
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/rounds', { params }, { enabled });
  const today = params.query.asOf ?? dayAfter(new Date());
  return roundsWaitingFor(data?.rounds ?? [], enabled ? session.party : null, today).map(({ id, opened, closes }) => (
    <Text key={id} size="sm" fw={600} mb={4}>
      <TextLink to="/r/$relationship/rounds" params={{ relationship }} search={{ round: id }}>
        {closes === null
          ? t('relationship.round-waits', { opened: formatDate(opened) })
          : t('relationship.round-waits-until', { closes: formatDate(closes) })}
      </TextLink>
    </Text>
  ));
}
