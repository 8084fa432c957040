import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayReadEntries, useSession } from '../api/session';
import { SECTIONS, type Section } from './audit-state';
import { useAuditState } from './use-audit-state';
import { CompletenessSection } from './completeness-section';
import { EvidenceSection } from './evidence-section';
import { FindingsSection } from './findings-section';
import { LateSection } from './late-section';
import { PackSection } from './pack-section';
import { SampleSection } from './sample-section';
import { TopSection } from './top-section';
import { VerifySection } from './verify-section';

/** What an auditor does with a record: prove that it is the one of before, draw from it, see what is missing. */
export function AuditScreen() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [{ section = 'verify' }, move] = useAuditState();
  if (session === undefined) return null;
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {t('audit.title')}
      </Title>
      {mayReadEntries(session) ? (
        <Tabs keepMounted={false} value={section} onChange={(next) => move({ section: next as Section })}>
          <Tabs.List className="not-printed" mb="md">
            {SECTIONS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`audit.sections.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {SECTIONS.map((name) => (
            <Tabs.Panel key={name} value={name}>
              <SectionView section={name} />
            </Tabs.Panel>
          ))}
        </Tabs>
      ) : (
        <Text>{t('audit.no-entries')}</Text>
      )}
    </Stack>
  );
}

function SectionView({ section }: { readonly section: Section }) {
  switch (section) {
    case 'verify':
      return <VerifySection />;
    case 'sample':
      return <SampleSection />;
    case 'top':
      return <TopSection />;
    case 'completeness':
      return <CompletenessSection />;
    case 'evidence':
      return <EvidenceSection />;
    case 'late':
      return <LateSection />;
    case 'findings':
      return <FindingsSection />;
    case 'pack':
      return <PackSection />;
  }
}
