import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvidenceDraft } from './draft';
import { FileDrop } from './file-drop';

const SHOWN_DIGITS = 12;

/** What the entry rests on: files that are stored here, and links to what lies elsewhere. */
export function EvidenceList({
  evidence,
  takesFiles,
  errorOf,
  onAdd,
  onChange,
  onStoring,
}: {
  readonly evidence: readonly EvidenceDraft[];
  readonly takesFiles: boolean;
  readonly errorOf: (path: string) => string | undefined;
  /** While a file is sent, other evidence may change. */
  readonly onAdd: (evidence: EvidenceDraft) => void;
  readonly onChange: (evidence: readonly EvidenceDraft[]) => void;
  /** Whether a file is on its way. */
  readonly onStoring: (isStoring: boolean) => void;
}) {
  const { t } = useTranslation();
  const put = (index: number, changes: Partial<EvidenceDraft>): void =>
    onChange(evidence.map((each, place) => (place === index ? { ...each, ...changes } : each)));
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('logEntry.evidence')}
      </Title>
      {evidence.map(({ title, url, sha256 }, index) => (
        // They have no name of their own, and only the last grows.
        <Group key={index} align="flex-end" gap="xs">
          <TextInput
            label={t('logEntry.evidence-title')}
            value={title}
            error={errorOf(`evidence[${index}].title`)}
            onChange={({ currentTarget }) => put(index, { title: currentTarget.value })}
          />
          {sha256 !== undefined && (
            <Text size="sm" mb={8}>
              {t('logEntry.files-kept', { sha256: sha256.slice(0, SHOWN_DIGITS) })}
            </Text>
          )}
          {sha256 === undefined && (
            <TextInput
              type="url"
              label={t('logEntry.evidence-url')}
              value={url}
              error={errorOf(`evidence[${index}].url`)}
              onChange={({ currentTarget }) => put(index, { url: currentTarget.value })}
            />
          )}
          <Button variant="subtle" onClick={() => onChange(evidence.filter((_, place) => place !== index))}>
            {t('logEntry.evidence-drop')}
          </Button>
        </Group>
      ))}
      {takesFiles && <FileDrop onStored={onAdd} onStoring={onStoring} />}
      <Group>
        <Button size="xs" variant="default" onClick={() => onAdd({ title: '', url: '' })}>
          {t('logEntry.evidence-add')}
        </Button>
      </Group>
    </Stack>
  );
}
