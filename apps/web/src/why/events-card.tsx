import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { EventsTable } from './events-table';
import { formatExact } from './exact';
import { byWeight, type Terms } from './factor-terms';
import type { Factor } from './score-sum';

/** Entries that are shown before one asks for all. */
const HEAVIEST = 25;

/** What happened, entry by entry, with what each weighs. */
export function EventsCard({ factor, terms }: { readonly factor: Factor; readonly terms: Terms | null }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { all = false } = useSearch({ from: '/framed/r/$relationship/why' });
  const events = byWeight(terms?.events ?? []);
  const shown = all ? events : events.slice(0, HEAVIEST);
  const sums = t('why.events-sum', {
    positive: formatExact(factor.positive),
    negative: formatExact(factor.negative),
  });
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('why.events')}
      </Title>
      <Stack gap="xs">
        {terms === null && (
          <Text size="sm">
            {sums} {t('why.events-hidden')}
          </Text>
        )}
        {terms !== null && events.length === 0 && <Text size="sm">{t('why.events-none')}</Text>}
        {events.length > 0 && (
          <>
            <Text size="sm">{sums}</Text>
            <Text size="sm" c="dimmed">
              {t('why.events-help')}
            </Text>
            <EventsTable events={shown} factor={factor} />
            {events.length > HEAVIEST && (
              <Group gap="md" className="not-printed">
                <Text size="sm">{t('why.shown-of', { shown: shown.length, count: events.length })}</Text>
                <TextLink
                  to="/r/$relationship/why"
                  params={{ relationship }}
                  search={{ factor: factor.code, ...(all ? {} : { all: true }) }}
                  resetScroll={false}
                >
                  {all ? t('why.show-heaviest') : t('why.show-all', { count: events.length })}
                </TextLink>
              </Group>
            )}
          </>
        )}
      </Stack>
    </Card>
  );
}
