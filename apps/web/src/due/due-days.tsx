import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speaksForParty, useSession } from '../api/session';
import { EntryLinks } from '../frame/entry-links';
import { ButtonLink } from '../frame/links';
import { ThingName } from '../frame/thing-name';
import { useView } from '../frame/use-view';
import { FieldList } from '../registers/readable-value';
import { readableFields } from '../registers/readable';
import { useWords } from '../registers/use-words';
import { formatDate } from '../texts/format';
import { aboutOf, type DueDay, type DueItem } from './due-items';
import { dutyTitle } from './duty-title';

interface DueDaysProps {
  readonly title: string;
  readonly help?: string;
  readonly days: readonly DueDay[];
}

/** What is due, day by day. */
export function DueDays({ title, help, days }: DueDaysProps) {
  const { t } = useTranslation();
  if (days.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mt="md">
        {title}
      </Title>
      {help !== undefined && (
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md" mt="xs">
        {days.map(({ day, items }) => (
          <div key={day}>
            <Title order={3} size="h6" mb={4}>
              {items.some(({ kind }) => kind === null)
                ? t('due.was', { day: formatDate(day) })
                : t('due.by', { day: formatDate(day) })}
            </Title>
            <Stack gap="sm">
              {items.map((item, index) => (
                <DueCard key={`${item.entry} ${index}`} item={item} />
              ))}
            </Stack>
          </div>
        ))}
      </SimpleGrid>
    </section>
  );
}

/** What an item says already by where it stands. */
const SAID = new Set(['due']);

function DueCard({ item }: { readonly item: DueItem }) {
  const { t } = useTranslation();
  const words = useWords();
  const title = dutyTitle(item, t);
  const about = aboutOf(item);
  const more = readableFields(item.data, words, new Set([...SAID, ...Object.keys(about)]));
  return (
    <Card>
      <Stack gap={6}>
        <Text fw={600}>{title}</Text>
        <Text size="sm">
          {t('due.for', { parties: item.parties.map((party) => words.party(party) ?? party).join(', ') })}
        </Text>
        {Object.entries(about).map(([field, id]) => (
          <Text key={field} size="sm">
            {words.label(field)}: <ThingName field={field} id={id} />
          </Text>
        ))}
        {more.length > 0 && <FieldList fields={more} isInline />}
        <Group justify="space-between" gap="xs" align="end">
          <Text size="xs" c="dimmed">
            {t('due.entry')} <EntryLinks entries={[item.entry]} />
            {item.missed !== null && (
              <>
                . {t('due.missed')} <EntryLinks entries={[item.missed]} />
              </>
            )}
          </Text>
          <Form item={item} title={title} />
        </Group>
      </Stack>
    </Card>
  );
}

/** The form that does it, for who logs for one of those who have to. */
function Form({ item, title }: { readonly item: DueItem; readonly title: string }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: session } = useSession();
  const kind = item.doneBy;
  const about = aboutOf(item);
  if (session === undefined || !speaksForParty(session)) return null;
  return (
    <ButtonLink
      className="not-printed"
      to="/r/$relationship/log"
      params={{ relationship }}
      search={({ asOf, knownAt }) => ({
        asOf,
        knownAt,
        ...(kind === null ? {} : { kind }),
        ...(Object.keys(about).length === 0 ? {} : { data: about }),
      })}
      variant="default"
      size="xs"
      aria-label={t('due.do-it', { title })}
    >
      {t('due.do')}
    </ButtonLink>
  );
}
