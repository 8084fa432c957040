import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvidenceDraft } from './draft';

/** What the entry rests on: links to what lies elsewhere. */
export function EvidenceList({
  evidence,
  errorOf,
  onChange,
}: {
  readonly evidence: readonly EvidenceDraft[];
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (evidence: readonly EvidenceDraft[]) => void;
}) {
  const { t } = useTranslation();
  const put = (index: number, changes: Partial<EvidenceDraft>): void =>
    onChange(evidence.map((each, place) => (place === index ? { ...each, ...changes } : each)));
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('logEntry.evidence')}
      </Title>
      {evidence.map(({ title, url }, index) => (
        // They have no name of their own, and only the last grows.
        <Group key={index} align="flex-end" gap="xs">
          <TextInput
            label={t('logEntry.evidence-title')}
            value={title}
            error={errorOf(`evidence[${index}].title`)}
            onChange={({ currentTarget }) => put(index, { title: currentTarget.value })}
          />
          <TextInput
            type="url"
            label={t('logEntry.evidence-url')}
            value={url}
            error={errorOf(`evidence[${index}].url`)}
            onChange={({ currentTarget }) => put(index, { url: currentTarget.value })}
          />
          <Button variant="subtle" onClick={() => onChange(evidence.filter((_, place) => place !== index))}>
            {t('logEntry.evidence-drop')}
          </Button>
        </Group>
      ))}
      <Group>
        <Button size="xs" variant="default" onClick={() => onChange([...evidence, { title: '', url: '' }])}>
          {t('logEntry.evidence-add')}
        </Button>
      </Group>
    </Stack>
  );
}
