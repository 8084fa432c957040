import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EntryLinks } from '../frame/entry-links';
import { formatDate } from '../texts/format';
import { readable, readableFields, type Row } from './readable';
import { FieldList, ReadableValue } from './readable-value';
import { useWords } from './use-words';

interface Version {
  readonly version: string | null;
  readonly entries: readonly string[];
  readonly reviews: readonly object[];
}

interface StandingProps {
  readonly situation: string;
  readonly nextReview: string | null;
  readonly overdue: boolean;
  readonly unreviewed: readonly object[];
}

interface VersionsProps {
  /** The oldest first. */
  readonly versions: readonly Version[];
  /** Fields of a version that its own part of the page shows. */
  readonly but?: readonly string[];
}

/** How a document stands, and what of it is to be looked at next. */
export function DocumentStanding({ situation, nextReview, overdue, unreviewed }: StandingProps) {
  const { t } = useTranslation();
  const words = useWords();
  const changes = readable('unreviewed', unreviewed, words);
  return (
    <Card mb="md">
      <Text fw={600}>
        {words.choice(situation)}
        {nextReview !== null && `. ${t('registers.document.next', { day: formatDate(nextReview) })}`}
        {overdue && `. ${t('registers.document.overdue')}`}
      </Text>
      {changes.as !== 'none' && (
        <>
          <Title order={2} size="h6" mt="sm">
            {t('registers.further.unreviewed')}
          </Title>
          <ReadableValue value={changes} />
        </>
      )}
    </Card>
  );
}

/** The versions of a document, the last first, each with its reviews. */
export function DocumentVersions({ versions, but = [] }: VersionsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const said = new Set(['version', 'entries', 'reviews', ...but]);
  if (versions.length === 0) return <Text>{t('registers.document.none')}</Text>;
  return (
    <Stack gap="md">
      {versions.toReversed().map((version, index) => {
        const reviews = readable('reviews', version.reviews, words);
        return (
          <Card key={index} component="article">
            <Title order={2} size="h5" mb="xs">
              {t('registers.document.version', { version: version.version ?? '–' })}
            </Title>
            <FieldList fields={readableFields(version as unknown as Row, words, said)} isInline />
            {reviews.as !== 'none' && (
              <>
                <Title order={3} size="h6" mt="sm">
                  {t('registers.document.reviews')}
                </Title>
                <ReadableValue value={reviews} />
              </>
            )}
            <Text size="sm" mt="xs">
              <EntryLinks entries={version.entries} />
            </Text>
          </Card>
        );
      })}
    </Stack>
  );
}
