import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { EntryLinks } from '../frame/entry-links';
import { ButtonLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatDate } from '../texts/format';
import { byClock, daysLeft } from './issue-clock';
import type { OwnViewProps } from './own-views';
import { useWords } from './use-words';

type Issue = Schemas['IssueAnswer'];

/** Open issues by their clocks, then what is settled. */
export function IssuesView({ keep }: OwnViewProps) {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/issues', { params });
  return (
    <Shown read={read}>
      {({ issues, asOf }) => {
        const { open, settled } = byClock(issues.filter(keep));
        return (
          <>
            <Issues
              title={t('registers.issues.open')}
              none={t('registers.issues.none-open')}
              issues={open}
              asOf={asOf}
            />
            <Issues
              title={t('registers.issues.closed')}
              none={t('registers.issues.none-closed')}
              issues={settled}
              asOf={asOf}
            />
          </>
        );
      }}
    </Shown>
  );
}

interface IssuesProps {
  readonly title: string;
  readonly none: string;
  readonly issues: readonly Issue[];
  readonly asOf: string;
}

function Issues({ title, none, issues, asOf }: IssuesProps) {
  return (
    <section>
      <Title order={2} size="h4" my="sm">
        {title}
      </Title>
      {issues.length === 0 && <Text>{none}</Text>}
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        {issues.map((issue) => (
          <IssueCard key={issue.id} issue={issue} asOf={asOf} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function IssueCard({ issue, asOf }: { readonly issue: Issue; readonly asOf: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const name = (party: string | null) => (party === null ? '–' : (words.party(party) ?? words.choice(party)));
  const isOpen = issue.situation === 'open';
  return (
    <Card>
      <Stack gap={6}>
        <Group justify="space-between" align="start" gap="xs">
          <Title order={3} size="h5">
            {issue.title ?? issue.id}
          </Title>
          <Badge variant={isOpen ? 'light' : 'default'}>{words.choice(issue.situation)}</Badge>
        </Group>
        <Text size="sm">
          {t('registers.issues.level', { level: issue.level })}
          {issue.levelName !== null && `: ${issue.levelName}`}
          {isOpen &&
            `, ${issue.owner === null ? t('registers.issues.nobody') : t('registers.issues.owner', { owner: name(issue.owner) })}`}
        </Text>
        {isOpen && <IssueClock issue={issue} asOf={asOf} />}
        {issue.deadlinesMissed > 0 && (
          <Text size="sm">{t('registers.issues.missed', { count: issue.deadlinesMissed })}</Text>
        )}
        <Text size="xs" c="dimmed">
          {t('registers.issues.raised', { by: name(issue.raisedBy), on: formatDate(issue.raised) })}
          {issue.impact !== null &&
            `, ${words.label('impact').toLowerCase()}: ${words.choice(issue.impact).toLowerCase()}`}
          {issue.resolved !== null && `, ${words.choice('resolved').toLowerCase()}: ${formatDate(issue.resolved)}`}
        </Text>
        <Text size="sm">
          <EntryLinks entries={issue.entries} />
        </Text>
        {isOpen && <Steps id={issue.id} title={issue.title ?? issue.id} />}
      </Stack>
    </Card>
  );
}

function IssueClock({ issue: { deadline }, asOf }: { readonly issue: Issue; readonly asOf: string }) {
  const { t } = useTranslation();
  if (deadline === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('registers.issues.no-clock')}
      </Text>
    );
  }
  const left = daysLeft(asOf, deadline.due);
  return (
    <>
      <Text fw={600}>
        {t('registers.issues.due', { due: formatDate(deadline.due) })},{' '}
        {deadline.overdue
          ? t('registers.issues.over', { count: Math.max(1, -left) })
          : t('registers.issues.left', { count: Math.max(0, left) })}
      </Text>
      {deadline.statementDue !== null && (
        <Text size="sm">{t('registers.issues.statement', { due: formatDate(deadline.statementDue) })}</Text>
      )}
    </>
  );
}

/** What can be done about an issue by who logs for a party. */
function Steps({ id, title }: { readonly id: string; readonly title: string }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: session } = useSession();
  if (session === undefined || !speaksForParty(session)) return null;
  return (
    <Group gap="xs" className="not-printed">
      {(
        [
          ['escalate', 'issue.escalated'],
          ['assign', 'issue.assigned'],
          ['resolve', 'issue.resolved'],
        ] as const
      ).map(([step, kind]) => (
        <ButtonLink
          key={step}
          to="/r/$relationship/log"
          params={{ relationship }}
          search={({ asOf, knownAt }) => ({ asOf, knownAt, kind, data: { issue: id } })}
          variant="default"
          size="xs"
          aria-label={`${t(`registers.issues.${step}`)}: ${title}`}
        >
          {t(`registers.issues.${step}`)}
        </ButtonLink>
      ))}
    </Group>
  );
}
