import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { useIntention } from '../api/use-intention';
import { TextLink } from '../frame/links';
import { ProblemNotice } from '../frame/problem-notice';
import { useView } from '../frame/use-view';
import { partyWord } from '../texts/party-word';
import { ProposeLevel } from './propose-level';
import { mayProposeLevel, type Round } from './rounds';
import { levelName, type Rubric } from './use-rubric';

interface JointLevelProps {
  readonly round: Round;
  readonly factor: number;
  readonly rubric: Rubric;
  /** For whom one speaks; null: one only looks. */
  readonly party: string | null;
  /** The latest proposal of the round. */
  readonly entry: Schemas['EntryAnswer'] | null;
}

/** The level that both settle on: proposed by one, agreed by the other. */
export function JointLevel({ round, factor, rubric, party, entry }: JointLevelProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const [isProposing, setProposing] = useState(false);
  const mayPropose = mayProposeLevel(entry);
  if (entry === null && party === null) return null;
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t('rounds.joint.label')}
      </Text>
      {entry !== null && (
        <>
          <Proposal entry={entry} level={levelName(rubric, entry.level ?? 0)} party={party} />
          <Text size="sm">
            <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry: entry.id }}>
              {entry.status === 'asserted' && party !== null && party !== entry.party
                ? t('rounds.joint.answer')
                : t('rounds.joint.see')}
            </TextLink>
          </Text>
        </>
      )}
      {party !== null && mayPropose && !isProposing && (
        <Group className="not-printed">
          <Button size="xs" variant="default" onClick={() => setProposing(true)}>
            {t('rounds.joint.propose')}
          </Button>
        </Group>
      )}
      {isProposing && mayPropose && (
        <ProposeLevel round={round} factor={factor} rubric={rubric} onGone={() => setProposing(false)} />
      )}
    </Stack>
  );
}

interface ProposalProps {
  readonly entry: Schemas['EntryAnswer'];
  readonly level: string;
  readonly party: string | null;
}

function Proposal({ entry, level, party }: ProposalProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const keyOf = useIntention();
  const agree = api.useMutation('post', '/api/v1/relationships/{relationship}/entries/{entry}/agreement');
  // Shown at once; where it is refused, as it was, with the reason.
  if (entry.status === 'agreed' || agree.isPending || agree.isSuccess) {
    return <Text fw={600}>{t('rounds.joint.agreed', { level })}</Text>;
  }
  if (entry.status === 'disputed') return <Text fw={600}>{t('rounds.joint.disputed', { level })}</Text>;
  if (entry.party === party) return <Text size="sm">{t('rounds.joint.waits', { level })}</Text>;
  const send = (): void => {
    const path = { relationship, entry: entry.id };
    agree.mutate({ params: { path, header: { 'Idempotency-Key': keyOf(path) } }, body: {} });
  };
  return (
    <>
      <Text fw={600}>{t('rounds.joint.proposed', { party: partyWord(t, entry.party), level })}</Text>
      <Text size="sm">{entry.text}</Text>
      {agree.error !== null && <ProblemNotice error={agree.error} />}
      {party !== null && (
        <Group className="not-printed">
          <Button size="xs" onClick={send}>
            {t('rounds.joint.agree', { level })}
          </Button>
        </Group>
      )}
    </>
  );
}
