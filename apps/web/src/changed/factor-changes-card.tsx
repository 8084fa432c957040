import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../api/client';
import { mayReadEntries, useSession } from '../api/session';
import { TextLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatChange, formatDate } from '../texts/format';
import { EntryLink } from '../frame/entry-link';
import { EntryLinks } from '../frame/entry-links';
import { severityName, statusName } from '../why/events-table';
import { formatExact } from '../why/exact';
import type { EventTerm, RatingTerm } from '../why/factor-terms';
import { partyWord } from '../texts/party-word';
import { useKindTitles } from '../frame/use-kind-titles';
import { changesOf, type FactorChanges } from './factor-changes';
import { CAUSES, isNothing, type Difference } from './split';
import { useFactorName } from './use-factor-name';
import { WhyLink } from './why-link';

interface FactorChangesCardProps {
  readonly code: number;
  readonly difference: Difference;
}

/** What happened in one factor between the two days, entry by entry. */
export function FactorChangesCard({ code, difference }: FactorChangesCardProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { factor: _factor, ...search } = useSearch({ from: '/framed/r/$relationship/changed' });
  const { data: session } = useSession();
  const name = useFactorName()(code);
  const part = difference.factors.find((factor) => factor.code === code);
  const { from, to } = difference;
  return (
    <Card id="opened">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('changed.open', { factor: name })}
        </Title>
        <Text size="sm" className="not-printed">
          <TextLink to="/r/$relationship/changed" params={{ relationship }} search={search} resetScroll={false}>
            {t('changed.close')}
          </TextLink>
        </Text>
      </Group>
      <Text my="xs">
        {part === undefined
          ? t('changed.in-factor-out', { factor: name })
          : t('changed.in-factor', {
              factor: name,
              effect: formatChange(part.contribution),
              causes: CAUSES.filter((cause) => !isNothing(part[cause]))
                .map((cause) => `${t(`changed.cause.${cause}`)} ${formatChange(part[cause])}`)
                .join(', '),
            })}
      </Text>
      <Group gap="md" mb="sm">
        <WhyLink day={from.asOf} factor={code}>
          {formatDate(from.asOf)}
        </WhyLink>
        <WhyLink day={to.asOf} factor={code}>
          {formatDate(to.asOf)}
        </WhyLink>
      </Group>
      {session !== undefined &&
        (mayReadEntries(session) ? (
          <Behind code={code} from={from.asOf} to={to.asOf} />
        ) : (
          <Text size="sm">{t('changed.hidden')}</Text>
        ))}
    </Card>
  );
}

function Behind({ code, from, to }: { readonly code: number; readonly from: string; readonly to: string }) {
  const before = useExplanation(code, from);
  const after = useExplanation(code, to);
  return (
    <Shown read={before}>
      {(earlier) => (
        <Shown read={after}>{(later) => <Changes changes={changesOf(earlier.terms, later.terms)} />}</Shown>
      )}
    </Shown>
  );
}

function useExplanation(code: number, asOf: string): ExplanationRead {
  const { params } = useView();
  const { asKnown } = useSearch({ from: '/framed/r/$relationship/changed' });
  const { path, query } = params;
  const knownAt = asKnown === true ? asOf : query.knownAt;
  return api.useQuery('get', '/api/v1/relationships/{relationship}/score/explanation', {
    params: { path, query: { asOf, ...(knownAt === undefined ? {} : { knownAt }), factor: String(code) } },
  });
}

interface ExplanationRead {
  readonly data: Schemas['ExplanationAnswer'] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

function Changes({ changes: { ratings, events, changed, aged } }: { readonly changes: FactorChanges }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Listed title={t('changed.new-ratings')} none={t('changed.new-ratings-none')}>
        {ratings.map(({ before, after }) => (
          <List.Item key={after.party}>
            <RatingChange before={before} after={after} /> <EntryLinks entries={after.entries} max={Infinity} />
          </List.Item>
        ))}
      </Listed>
      <Listed title={t('changed.new-events')} none={t('changed.new-events-none')}>
        {events.map((event) => (
          <List.Item key={event.entry}>
            <EventLine event={event} />
          </List.Item>
        ))}
      </Listed>
      <Listed title={t('changed.changed-events')} none={t('changed.changed-events-none')}>
        {changed.map(({ before, after }) => (
          <List.Item key={before.entry}>
            <EventLine event={after ?? before} />
            {'; '}
            {t('changed.event-change', { before: stated(before, t), after: stated(after, t) })}
          </List.Item>
        ))}
      </Listed>
      <Text size="sm">{t('changed.aged', { before: formatExact(aged.before), after: formatExact(aged.after) })}</Text>
    </Stack>
  );
}

function Listed({
  title,
  none,
  children,
}: {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <div>
      <Title order={3} size="h5">
        {title}
      </Title>
      {children.length === 0 ? <Text size="sm">{none}</Text> : <List size="sm">{children}</List>}
    </div>
  );
}

function RatingChange({ before, after }: { readonly before: RatingTerm | null; readonly after: RatingTerm }) {
  const { t } = useTranslation();
  const party = partyWord(t, after.party);
  if (before === null) return t('changed.rating-first', { party, after: after.level });
  return before.level === after.level
    ? t('changed.rating-same', { party, after: after.level })
    : t('changed.rating-change', { party, before: before.level, after: after.level });
}

function EventLine({ event }: { readonly event: EventTerm }) {
  const { t } = useTranslation();
  const titleOf = useKindTitles();
  return (
    <>
      <EntryLink entry={event.entry}>{titleOf(event.kind)}</EntryLink>{' '}
      {[
        formatDate(event.effective),
        t(`why.signs.${event.sign}`),
        severityName(event.severity, t),
        statusName(event.status, t),
        t('changed.weighs', { weight: formatExact(event.weight) }),
      ].join(', ')}
    </>
  );
}

type Translate = TFunction;

function stated(event: EventTerm | null, t: Translate): string {
  return event === null ? '–' : `${severityName(event.severity, t)}, ${statusName(event.status, t)}`;
}
