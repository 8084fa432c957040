import { Card, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';

const STEPS = [
  ['protocol', 'protocol.agreed'],
  ['sponsors', 'sponsor.appointed'],
  ['bodies', 'governance.established'],
] as const;

/** What a relationship without a score begins with; gone once all of it is done. */
export function FirstSteps() {
  const { t } = useTranslation();
  const { relationship, params } = useView();
  const { data: session } = useSession();
  const about = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path: params.path } });
  const sponsors = api.useQuery('get', '/api/v1/relationships/{relationship}/sponsors', { params });
  const bodies = api.useQuery('get', '/api/v1/relationships/{relationship}/bodies', { params });
  const rounds = api.useQuery('get', '/api/v1/relationships/{relationship}/rounds', { params });
  if (!about.data || !sponsors.data || !bodies.data || !rounds.data) return null;
  const done = {
    protocol: about.data.withoutProtocol === null,
    sponsors: sponsors.data.sponsors.length > 0,
    bodies: bodies.data.bodies.length > 0,
  };
  const hasRound = rounds.data.rounds.length > 0;
  const open = STEPS.filter(([step]) => !done[step]);
  if (session === undefined || !speaksForParty(session) || (open.length === 0 && hasRound)) return null;
  return (
    <Card className="not-printed">
      <Title order={2} size="h4">
        {t('relationship.first-steps')}
      </Title>
      <Text size="sm" mb="xs">
        {t('relationship.first-steps-help')}
      </Text>
      <List type="ordered" size="sm" spacing={4}>
        {open.map(([step, kind]) => (
          <List.Item key={step}>
            <TextLink to="/r/$relationship/log" params={{ relationship }} search={{ kind }}>
              {t(`relationship.step.${step}`)}
            </TextLink>
          </List.Item>
        ))}
        {!hasRound && (
          <List.Item>
            <TextLink to="/r/$relationship/rounds" params={{ relationship }} search={{ opening: true }}>
              {t('relationship.step.round')}
            </TextLink>
          </List.Item>
        )}
      </List>
    </Card>
  );
}
