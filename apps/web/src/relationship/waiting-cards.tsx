import type { ReactNode } from 'react';
import { Card, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useSession } from '../api/session';
import { dutyTitle } from '../due/duty-title';
import { dutiesFirst } from '../due/due-items';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { EntryLink } from '../frame/entry-link';
import { WaitingRounds } from './waiting-rounds';
import { partyWord } from '../texts/party-word';
import { shows } from '../report/report-numbers';
import { ownFirst } from './awaiting';
import { formatChange, formatDate } from '../texts/format';

const MAX_SHOWN = 4;

/** What is to be done: what is due, what awaits an answer, what is still in reply time, and what goes stale next. */
export function WaitingCards() {
  const { t } = useTranslation();
  const { relationship, params } = useView();
  const { data: session } = useSession();
  const party = session?.party ?? null;
  const due = api.useQuery('get', '/api/v1/relationships/{relationship}/due', { params });
  const unanswered = api.useQuery('get', '/api/v1/relationships/{relationship}/unanswered', { params });
  const inReplyTime = api.useQuery('get', '/api/v1/relationships/{relationship}/in-reply-time', { params });
  const forecast = api.useQuery('get', '/api/v1/relationships/{relationship}/forecast', { params });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md">
      <Waiting
        title={t('relationship.due')}
        more={
          <TextLink to="/r/$relationship/due" params={{ relationship }}>
            {t('relationship.to-due')}
          </TextLink>
        }
      >
        <Shown read={due}>
          {(data) => (
            <Rows
              none={t('relationship.due-none')}
              rows={dutiesFirst(data.due).map(({ kind, title, due: day, overdue, entry }) => ({
                title: dutyTitle({ kind, title }, t),
                entry,
                aside: `${overdue ? t('relationship.overdue') : ''} ${formatDate(day)}`.trim(),
              }))}
            />
          )}
        </Shown>
      </Waiting>
      <Waiting
        title={t('relationship.unanswered')}
        more={
          <TextLink to="/r/$relationship/sitting" params={{ relationship }}>
            {t('relationship.to-sitting')}
          </TextLink>
        }
      >
        <WaitingRounds />
        <Shown read={unanswered}>
          {(data) => (
            <Rows
              none={t('relationship.unanswered-none')}
              rows={ownFirst(data.unanswered, party).map(({ title, party: by, answerBy, entry }) => ({
                title,
                entry,
                aside: t('relationship.waits-for', { party: partyWord(t, by), answerBy: formatDate(answerBy) }),
              }))}
            />
          )}
        </Shown>
      </Waiting>
      <Waiting title={t('relationship.in-reply-time')}>
        <Shown read={inReplyTime}>
          {(data) => (
            <>
              <Text size="sm">
                {t(data.effect === null ? 'relationship.in-reply-time-count' : 'relationship.in-reply-time-effect', {
                  count: data.inReplyTime.length,
                  effect: formatChange(data.effect),
                })}
              </Text>
              <Rows
                none=""
                rows={data.inReplyTime.map(({ title, answerBy, entry }) => ({
                  title,
                  entry,
                  aside: formatDate(answerBy),
                }))}
              />
            </>
          )}
        </Shown>
      </Waiting>
      <Waiting title={t('relationship.forecast')}>
        <Shown read={forecast}>
          {(data) => (
            <Rows
              none=""
              rows={data.forecast.map(({ days, effect, goingStale }) => ({
                title:
                  goingStale.length === 0 && shows(effect)
                    ? t('relationship.in-days-older', { days })
                    : t('relationship.in-days', {
                        days,
                        count: goingStale.length,
                        factors: goingStale.map(({ factor }) => factor).join(', '),
                      }),
                aside: effect === null ? '' : t('relationship.forecast-effect', { effect: formatChange(effect) }),
              }))}
            />
          )}
        </Shown>
      </Waiting>
    </SimpleGrid>
  );
}

interface WaitingProps {
  readonly title: string;
  /** Where one sees, and does, all of it. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

function Waiting({ title, more, children }: WaitingProps) {
  return (
    <Card>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
      {more !== undefined && (
        <Text size="sm" mt="xs" className="not-printed">
          {more}
        </Text>
      )}
    </Card>
  );
}

/** Each is as wide as its card, so that what stands beside it stands below each other. */
const ROWS = { itemWrapper: { display: 'block' }, itemLabel: { display: 'block' } };

interface Row {
  readonly title: string;
  /** The entry that it is about; none of a forecast. */
  readonly entry?: string;
  readonly aside: string;
}

function Rows({ rows, none }: { readonly rows: readonly Row[]; readonly none: string }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <Text size="sm">{none}</Text>;
  return (
    <>
      <List listStyleType="none" spacing={4} size="sm" styles={ROWS}>
        {rows.slice(0, MAX_SHOWN).map(({ title, entry, aside }, index) => (
          <List.Item key={index}>
            <Group justify="space-between" wrap="nowrap" gap="xs" align="baseline">
              <Text size="sm">{entry === undefined ? title : <EntryLink entry={entry}>{title}</EntryLink>}</Text>
              <Text size="xs" c="dimmed" flex="none">
                {aside}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
      {rows.length > MAX_SHOWN && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('relationship.more', { count: rows.length - MAX_SHOWN })}
        </Text>
      )}
    </>
  );
}
