import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { EvidenceFile } from './evidence-file';
import { evidenceLink } from './evidence-link';

/** One piece of evidence: where it is, or which file it is. */
export function EvidenceItem({
  evidence: { title, url, sha256, entry },
}: {
  readonly evidence: Schemas['EvidenceBody'];
}) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const href = evidenceLink(url);
  return (
    <span className="entry-text">
      {href === null && sha256 !== undefined && url === undefined ? (
        <EvidenceFile sha256={sha256} name={title ?? sha256}>
          {title ?? t('ledger.file-save')}
        </EvidenceFile>
      ) : href === null ? (
        (title ?? url)
      ) : (
        <Anchor href={href} target="_blank" rel="noopener noreferrer" inherit underline="always">
          {title ?? url} {t('ledger.new-tab')}
        </Anchor>
      )}{' '}
      {href === null && title !== undefined && url}
      {entry !== undefined && (
        <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry }}>
          {t('ledger.evidence-entry', { entry })}
        </TextLink>
      )}
      {sha256 !== undefined && (
        <Text span inherit c="dimmed">
          {t('ledger.file')} <code>{sha256}</code>
        </Text>
      )}
    </span>
  );
}
