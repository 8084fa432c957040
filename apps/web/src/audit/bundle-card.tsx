import { useState, type DragEvent } from 'react';
import { Button, Card, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { broughtFiles } from './brought';
import { FindingList } from './finding-list';
import { Lines } from './lines';
import { Notice } from './notice';
import { Progressing } from './progressing';
import { Refused } from './refused';
import { useVerifier } from './use-verifier';
import type { BroughtBundle, Told } from './verify-task';

interface Props {
  readonly checkpoint: string;
  readonly policy: string;
  /** Holds the record of today against the bundle. */
  readonly onCompare: (bundle: BroughtBundle) => void;
}

const FOLDER = { webkitdirectory: '' };

/** Verifies a bundle that one brings: the same verdict as `node verify.mjs` in it, and nothing of it is sent. */
export function BundleCard({ checkpoint, policy, onCompare }: Props) {
  const { t } = useTranslation();
  const [bundle, setBundle] = useState<BroughtBundle | null>(null);
  const { told, isBusy, run } = useVerifier();
  const bring = (files: readonly File[]): void => {
    if (files.length === 0) return;
    const brought = broughtFiles(files);
    setBundle(brought);
    run({ of: 'bundle', checkpoint, policy, bundle: brought });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    bring([...event.dataTransfer.files].slice(0, 1));
  };
  return (
    <Card onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('audit.verify.bundle-title')}
        </Title>
        <Text size="sm">{t('audit.verify.bundle-lead')}</Text>
        <Group className="not-printed">
          <FileButton
            onChange={(file) => bring(file === null ? [] : [file])}
            accept=".zip,application/zip"
            inputProps={{ 'aria-label': t('audit.verify.drop') }}
          >
            {(props) => (
              <Button variant="default" loading={isBusy} {...props}>
                {t('audit.verify.drop')}
              </Button>
            )}
          </FileButton>
          <FileButton multiple onChange={bring} inputProps={{ ...FOLDER, 'aria-label': t('audit.verify.folder') }}>
            {(props) => (
              <Button variant="default" disabled={isBusy} {...props}>
                {t('audit.verify.folder')}
              </Button>
            )}
          </FileButton>
        </Group>
        <div aria-live="polite">
          {told?.is === 'progress' && <Progressing told={told} />}
          {told?.is === 'refused' && <Refused told={told} />}
          {told?.is === 'bundle' && <BundleVerdict told={told} />}
        </div>
        {bundle !== null && told?.is === 'bundle' && (
          <Group className="not-printed">
            <Button variant="default" onClick={() => onCompare(bundle)}>
              {t('audit.verify.compare')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}

const COLOURS = { valid: 'teal', incomplete: 'yellow', payload: 'red', fork: 'red', invalid: 'red' } as const;

function BundleVerdict({ told: { verdict, text } }: { readonly told: Told & { readonly is: 'bundle' } }) {
  const { t } = useTranslation();
  const { outcome, findings, findingCount } = verdict;
  return (
    <Stack gap="sm">
      <Notice colour={COLOURS[outcome]} title={t(`audit.verify.bundle-word.${outcome}`)} name="bundle-verdict">
        {verdict.firstBad !== null && <Text size="sm">{verdict.firstBad.reason}.</Text>}
      </Notice>
      {findings.length > 0 && <FindingList findings={findings} count={findingCount} />}
      <div>
        <Title order={3} size="h5" mb={4}>
          {t('audit.verify.verdict-text')}
        </Title>
        <Lines text={text} />
      </div>
    </Stack>
  );
}
