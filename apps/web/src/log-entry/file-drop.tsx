import { useId, useState, type DragEvent } from 'react';
import { Alert, Card, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { sentenceOf } from '../frame/problem-notice';
import { formatShare } from '../texts/format';
import type { EvidenceDraft } from './draft';
import { ACCEPTED, fileTypeOf, MAX_FILE_BYTES } from './file-rules';
import { sendFile, sha256Of } from './send-file';

const SIZE = `${MAX_FILE_BYTES / 1024 / 1024} MiB`;

/** Takes files, by dropping or choosing, and stores them; the entry cites them by their SHA-256. */
export function FileDrop({
  onStored,
  onStoring,
}: {
  readonly onStored: (evidence: EvidenceDraft) => void;
  readonly onStoring: (isStoring: boolean) => void;
}) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number } | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);

  const sendOne = async (file: File): Promise<string | null> => {
    const looked = fileTypeOf(file);
    if ('fault' in looked) return t(`logEntry.files-faults.${looked.fault}`, { size: SIZE });
    setSending({ name: file.name, share: 0 });
    try {
      const own = await sha256Of(file);
      const stored = await sendFile(relationship, file, looked.type, (share) => setSending({ name: file.name, share }));
      if (own !== null && own !== stored.sha256) return t('logEntry.files-faults.altered');
      onStored({ title: file.name, url: '', sha256: stored.sha256 });
      return null;
    } catch (error) {
      return sentenceOf(error);
    }
  };
  const send = async (files: readonly File[]): Promise<void> => {
    setProblems([]);
    onStoring(true);
    for (const file of files) {
      const sentence = await sendOne(file);
      if (sentence !== null)
        setProblems((others) => [...others, t('logEntry.files-problem', { name: file.name, sentence })]);
    }
    setSending(null);
    onStoring(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };
  return (
    <Stack gap="xs">
      <Card
        padding="sm"
        className="file-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Text size="sm">{t('logEntry.files-drop')}</Text>
        <Text size="xs" c="dimmed" mb="xs" id={`${id}-limits`}>
          {t('logEntry.files-limits', { size: SIZE })}
        </Text>
        <input
          type="file"
          multiple
          accept={ACCEPTED}
          aria-label={t('logEntry.files-choose')}
          aria-describedby={`${id}-limits`}
          disabled={sending !== null}
          onChange={({ currentTarget }) => {
            void send([...(currentTarget.files ?? [])]);
            // The same file can be chosen again.
            currentTarget.value = '';
          }}
        />
        {sending !== null && (
          <>
            <Text size="xs" mt="xs" role="status">
              {t('logEntry.files-sending', { name: sending.name, share: formatShare(sending.share) })}
            </Text>
            <Progress value={sending.share * 100} aria-label={sending.name} />
          </>
        )}
      </Card>
      {problems.map((problem) => (
        <Alert key={problem} color="red" variant="light" role="alert" p="xs">
          {problem}
        </Alert>
      ))}
    </Stack>
  );
}
