import { Badge, Card, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { EntryLinks } from '../frame/entry-links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { useWords } from '../registers/use-words';
import { formatDate } from '../texts/format';

type Condition = Schemas['ConditionAnswer'] & { readonly entered?: string | null };

/** The conditions, steps and stages, each with how it stands. */
export function ReadinessSections() {
  const { t } = useTranslation();
  const { params } = useView();
  const readiness = api.useQuery('get', '/api/v1/relationships/{relationship}/readiness', { params });
  const steps = api.useQuery('get', '/api/v1/relationships/{relationship}/steps', { params });
  const stages = api.useQuery('get', '/api/v1/relationships/{relationship}/stages', { params });
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t('gaps.readiness')}
      </Title>
      <Shown read={readiness}>
        {(answer) => (
          <>
            <Text size="sm" mb="xs">
              {t('gaps.met', { count: answer.met, of: answer.readiness.length })}
            </Text>
            <Conditions conditions={answer.readiness} />
          </>
        )}
      </Shown>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t('gaps.steps')}
      </Title>
      <Shown read={steps}>{(answer) => <Conditions conditions={answer.steps} />}</Shown>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t('gaps.stages')}
      </Title>
      <Shown read={stages}>{(answer) => <Conditions conditions={answer.stages} current={answer.current} />}</Shown>
    </>
  );
}

interface ConditionsProps {
  readonly conditions: readonly Condition[];
  readonly current?: string | null;
}

function Conditions({ conditions, current = null }: ConditionsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
      {conditions.map((condition) => (
        <ConditionCard key={condition.id} condition={condition} isCurrent={condition.id === current} />
      ))}
    </SimpleGrid>
  );
}

function ConditionCard({ condition, isCurrent }: { readonly condition: Condition; readonly isCurrent: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { title, state, lacking, upheld, nextReview, entered, entries } = condition;
  const dates = [
    entered ? t('gaps.entered', { day: formatDate(entered) }) : null,
    upheld === null ? null : t('gaps.upheld', { day: formatDate(upheld) }),
    nextReview === null ? null : t('gaps.next-review', { day: formatDate(nextReview) }),
  ].filter((date) => date !== null);
  return (
    <Card padding="sm">
      <Title order={3} size="h6">
        {title}
      </Title>
      <Text component="div" size="sm" my={4}>
        <Badge variant={state === 'met' ? 'light' : 'outline'}>{t(`gaps.state.${state}`)}</Badge>
        {isCurrent && ` ${t('gaps.current')}`}
      </Text>
      <Text size="xs" c="dimmed">
        {dates.join('. ')}
      </Text>
      {lacking.length > 0 && (
        <Text size="sm">
          {t('gaps.lacking', { lacking: lacking.map((what) => words.party(what) ?? words.choice(what)).join(', ') })}
        </Text>
      )}
      <Text size="xs">
        <EntryLinks entries={entries} max={2} />
      </Text>
    </Card>
  );
}
