import { useState } from 'react';
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../frame/use-view';
import { BundleCard } from './bundle-card';
import { LogVerdictView } from './log-verdict-view';
import { Progressing } from './progressing';
import { Refused } from './refused';
import { useAuditState } from './use-audit-state';
import { useVerifier } from './use-verifier';
import type { BroughtBundle, Task } from './verify-task';

/** Holds the record, and bundles of it, against what was signed: in the browser, with nothing believed of the server. */
export function VerifySection() {
  const { t } = useTranslation();
  const { relationship } = useView();
  const [{ checkpoint: kept = '' }, move] = useAuditState();
  const [checkpoint, setCheckpoint] = useState(kept);
  const [policy, setPolicy] = useState('');
  // An address that holds a checkpoint asks for the verdict.
  const asked: Task = { of: 'log', relationship, checkpoint: kept, policy: '', bundle: null };
  const { told, isBusy, run, stop } = useVerifier(kept === '' ? null : asked);
  const verify = (bundle: BroughtBundle | null): void => run({ of: 'log', relationship, checkpoint, policy, bundle });
  return (
    <Stack gap="md">
      <Card>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('audit.verify.title')}
          </Title>
          <Text size="sm">{t('audit.verify.lead')}</Text>
          <Textarea
            label={t('audit.verify.checkpoint')}
            description={t('audit.verify.checkpoint-help')}
            value={checkpoint}
            onChange={({ currentTarget }) => setCheckpoint(currentTarget.value)}
            autosize
            minRows={4}
            maxRows={12}
            styles={MONOSPACE}
            spellCheck={false}
          />
          <Textarea
            label={t('audit.verify.policy')}
            description={t('audit.verify.policy-help')}
            value={policy}
            onChange={({ currentTarget }) => setPolicy(currentTarget.value)}
            autosize
            minRows={2}
            maxRows={8}
            spellCheck={false}
          />
          <Group className="not-printed">
            <Button
              loading={isBusy}
              onClick={() => {
                move({ checkpoint: checkpoint === '' ? undefined : checkpoint });
                verify(null);
              }}
            >
              {t('audit.verify.run')}
            </Button>
            {isBusy && (
              <Button variant="default" onClick={stop}>
                {t('audit.verify.stop')}
              </Button>
            )}
          </Group>
          <div aria-live="polite">
            {told?.is === 'progress' && <Progressing told={told} />}
            {told?.is === 'refused' && <Refused told={told} />}
            {told?.is === 'log' && <LogVerdictView told={told} />}
          </div>
        </Stack>
      </Card>
      <BundleCard checkpoint={checkpoint} policy={policy} onCompare={verify} />
    </Stack>
  );
}

const MONOSPACE = { input: { fontFamily: 'var(--mantine-font-family-monospace)' } };
