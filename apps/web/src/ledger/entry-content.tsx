import type { ReactNode } from 'react';
import { Card, List, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { ToIssue } from '../registers/to-issue';
import type { LedgerEntry } from './answering';
import type { Kind } from './corrections';
import { EvidenceItem } from './evidence-item';
import { FieldValue } from './field-value';
import type { Names } from './use-names';

interface EntryContentProps {
  /** With its corrections applied. */
  readonly entry: LedgerEntry;
  readonly isCorrected: boolean;
  readonly kind: Kind | undefined;
  readonly names: Names;
}

/** What was logged: its text, its fields as the catalogue names them, and the evidence. */
export function EntryContent({ entry, isCorrected, kind, names }: EntryContentProps) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const fields = Object.entries(entry.data);
  const linked = (id: string): ReactNode => (
    <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry: id }}>
      {id}
    </TextLink>
  );
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('ledger.about-it')}
      </Title>
      {isCorrected && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('ledger.reads-corrected')}
        </Text>
      )}
      {entry.status === 'voided' && (
        <Text size="sm" mb="xs">
          {t('ledger.voided')}
        </Text>
      )}
      {entry.text !== null && (
        <Text fz="lg" mb="sm" className="entry-text" td={entry.status === 'voided' ? 'line-through' : undefined}>
          {entry.text}
        </Text>
      )}
      <Table layout="auto" className="entry-fields">
        <Table.Tbody>
          {entry.answers !== null && <Row label={t('ledger.answers-entry')}>{linked(entry.answers)}</Row>}
          {fields.map(([name, value]) => {
            const field = kind?.fields.find((one) => one.name === name) ?? null;
            return (
              <Row key={name} label={field?.label ?? name}>
                <FieldValue value={value} field={field} names={names} />
              </Row>
            );
          })}
          {entry.source !== null && <Row label={t('ledger.source')}>{entry.source}</Row>}
          {entry.causation !== null && <Row label={t('ledger.led-to-by')}>{linked(entry.causation)}</Row>}
          {entry.tags.length > 0 && <Row label={t('ledger.own.tags')}>{entry.tags.join(', ')}</Row>}
        </Table.Tbody>
      </Table>
      {typeof entry.data['issue'] === 'string' && <ToIssue issue={entry.data['issue']} />}
      <Title order={3} size="h5" mt="md" mb={4}>
        {t('ledger.evidence')}
      </Title>
      {entry.evidence.length === 0 ? (
        <Text size="sm">{t(entry.evidenced === true ? 'ledger.evidence-elsewhere' : 'ledger.no-evidence')}</Text>
      ) : (
        <List size="sm" spacing={4}>
          {entry.evidence.map((evidence, index) => (
            <List.Item key={index}>
              <EvidenceItem evidence={evidence} />
            </List.Item>
          ))}
        </List>
      )}
    </Card>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} className="entry-label">
        {label}
      </Table.Th>
      <Table.Td className="entry-text">{children}</Table.Td>
    </Table.Tr>
  );
}
