import { useState } from 'react';
import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { dayAfter } from '../clocks/day-after';
import { useIntention } from '../api/use-intention';
import { asItReads } from '../frame/as-it-reads';
import { ProblemNotice } from '../frame/problem-notice';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { LEVELS } from './draft';
import type { Round } from './rounds';
import { levelName, type Rubric } from './use-rubric';

/** Entries of the factor that may be named as what the level rests on, the latest of a page. */
const MAX_NAMED = 30;
const MAX_TITLE_LENGTH = 80;

interface ProposeLevelProps {
  readonly round: Round;
  readonly factor: number;
  readonly rubric: Rubric;
  readonly onGone: () => void;
}

/** Proposes a level for both; it has no effect before the other side agrees. */
export function ProposeLevel({ round, factor, rubric, onGone }: ProposeLevelProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const keyOf = useIntention();
  const [level, setLevel] = useState('2');
  const [text, setText] = useState('');
  const [restsOn, setRestsOn] = useState('');
  const log = api.useMutation('post', '/api/v1/relationships/{relationship}/entries');
  const logged = api.useQuery('get', '/api/v1/relationships/{relationship}/entries', {
    params: { path: { relationship }, query: { factor: String(factor), limit: '500' } },
  });
  const submit = (): void => {
    const body = {
      kind: 'rating.jmt-agreed',
      effective: dayAfter(new Date()),
      factor,
      level: Number(level),
      correlation: round.id,
      ...(text.trim() === '' ? {} : { text: text.trim() }),
      ...(restsOn === '' ? {} : { evidence: [{ entry: restsOn }] }),
    };
    log.mutate({ params: { path: { relationship }, header: { 'Idempotency-Key': keyOf(body) } }, body });
  };
  const named = (logged.data?.entries ?? [])
    .map(asItReads)
    .filter(({ kind }) => !kind.startsWith('rating.'))
    .slice(-MAX_NAMED);
  return (
    <Stack gap="xs" className="not-printed">
      <NativeSelect
        label={t('rounds.joint.your-level')}
        value={level}
        onChange={({ currentTarget }) => setLevel(currentTarget.value)}
        data={LEVELS.map((each) => ({ value: String(each), label: levelName(rubric, each) }))}
      />
      <Textarea
        label={t('rounds.joint.text')}
        autosize
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        label={t('rounds.joint.rests-on')}
        value={restsOn}
        onChange={({ currentTarget }) => setRestsOn(currentTarget.value)}
        data={[
          { value: '', label: t('rounds.joint.rests-on-nothing') },
          ...named.toReversed().map(({ id, effective, kind, text: said }) => ({
            value: id,
            label: `${formatDate(effective)} ${said ?? kind}`.slice(0, MAX_TITLE_LENGTH),
          })),
        ]}
      />
      {log.error !== null && <ProblemNotice error={log.error} />}
      <Group gap="xs">
        <Button size="xs" loading={log.isPending || log.isSuccess} onClick={submit}>
          {t('rounds.joint.send')}
        </Button>
        <Button size="xs" variant="default" onClick={onGone}>
          {t('rounds.joint.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
