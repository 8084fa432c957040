import { Button, Card, CopyButton, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { saveFile } from '../frame/save-file';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';

/** The receipt of an entry, to read, to copy and to keep. */
export function EntryProof({ entry }: { readonly entry: string }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const receipt = api.useQuery('get', '/api/v1/relationships/{relationship}/entries/{entry}/proof', {
    params: { path: { relationship, entry } },
    parseAs: 'text',
  });
  return (
    <Card>
      <Title order={2} size="h4">
        {t('ledger.proof')}
      </Title>
      <Text size="sm" mb="xs">
        {t('ledger.proof-help')}
      </Text>
      <Shown read={receipt}>
        {(text) => (
          <>
            <details>
              <summary>{t('ledger.proof-show')}</summary>
              <pre className="entry-receipt" tabIndex={0} role="region" aria-label={t('ledger.proof')}>
                {text}
              </pre>
            </details>
            <Group className="not-printed" gap="xs" mt="xs">
              <CopyButton value={text}>
                {({ copied, copy }) => (
                  <Button variant="default" onClick={copy}>
                    {t(copied ? 'ledger.proof-copied' : 'ledger.proof-copy')}
                  </Button>
                )}
              </CopyButton>
              <Button
                variant="default"
                onClick={() => saveFile(`${entry}.tlog-proof`, new Blob([text], { type: 'text/plain' }))}
              >
                {t('ledger.proof-download')}
              </Button>
            </Group>
          </>
        )}
      </Shown>
    </Card>
  );
}
