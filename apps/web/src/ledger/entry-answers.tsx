import { Card, List, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatDate } from '../texts/format';
import type { LedgerEntry, Said } from './answering';
import type { Change, Kind, OwnField } from './corrections';
import { EvidenceItem } from './evidence-item';
import { FieldValue, OwnValue } from './field-value';
import { StatusMark } from './marks';
import type { Names } from './use-names';

interface EntryAnswersProps {
  readonly entry: LedgerEntry;
  readonly answers: readonly LedgerEntry[];
  /** What is being written, and shown at once. */
  readonly pending: Said | null;
  readonly names: Names;
}

/** What the parties made of it: each answer in its order, and whose is still awaited. */
export function EntryAnswers({ entry, answers, pending, names }: EntryAnswersProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('ledger.corroboration')}
      </Title>
      <Text fw={600} aria-live="polite" data-testid="status">
        <StatusMark status={entry.status} />
      </Text>
      {entry.status === 'asserted' && <Awaited entry={entry} names={names} />}
      {answers.length === 0 && pending === null && entry.status !== null && (
        <Text size="sm">{t('ledger.no-answers')}</Text>
      )}
      <List type="ordered" size="sm" mt="xs" spacing="xs">
        {answers.map((answer) => (
          <List.Item key={answer.id}>
            <AnswerGiven answer={answer} names={names} />
          </List.Item>
        ))}
        {pending !== null && (
          <List.Item>
            <Text size="sm" fw={600}>
              {t(`ledger.answers.${pending.answer}`)} · {t('ledger.being-written')}
            </Text>
            {pending.text !== undefined && <Text size="sm">{pending.text}</Text>}
          </List.Item>
        )}
      </List>
    </Card>
  );
}

function AnswerGiven({ answer, names }: { readonly answer: LedgerEntry; readonly names: Names }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { action, severity } = answer.data;
  return (
    <>
      <Text size="sm" fw={600}>
        <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry: answer.id }}>
          {names.kind(answer.kind)?.title ?? answer.kind}
        </TextLink>
        {answer.kind === 'entry.agreed' && typeof severity === 'string'
          ? ` ${t('ledger.as-severity', { severity: t(`ledger.severity.${severity as 'minor'}`) })}`
          : ''}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          names.party(answer.party),
          answer.member === null ? null : (names.post(answer.member) ?? answer.member),
          formatDate(answer.recorded),
        ]
          .filter((word) => word !== null)
          .join(' · ')}
      </Text>
      {answer.text !== null && <Text size="sm">{answer.text}</Text>}
      {typeof action === 'string' && action !== answer.text && <Text size="sm">{action}</Text>}
      {answer.evidence.map((evidence, index) => (
        <Text size="sm" key={index}>
          <EvidenceItem evidence={evidence} />
        </Text>
      ))}
    </>
  );
}

/** Whose answer is awaited, and until when. */
function Awaited({ entry, names }: { readonly entry: LedgerEntry; readonly names: Names }) {
  const { t } = useTranslation();
  const { params } = useView();
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/unanswered', { params });
  return data?.unanswered
    .filter((row) => row.entry === entry.id)
    .map(({ party, late, answerBy }) => (
      <Text size="sm" key={party}>
        {t(late ? 'ledger.waits-late' : 'ledger.waits', { party: names.party(party), answerBy: formatDate(answerBy) })}
      </Text>
    ));
}

interface EntryCorrectionsProps {
  readonly corrections: readonly LedgerEntry[];
  readonly changes: readonly (readonly Change[])[];
  readonly kind: Kind | undefined;
  readonly names: Names;
}

/** What each correction changed: before and after. */
export function EntryCorrections({ corrections, changes, kind, names }: EntryCorrectionsProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('ledger.corrections')}
      </Title>
      {corrections.map((correction, index) => (
        <div key={correction.id}>
          <Text size="sm" c="dimmed">
            {names.party(correction.party)} · {formatDate(correction.recorded)}
            {correction.text === null ? '' : ` · ${correction.text}`}
          </Text>
          <Wide label={t('ledger.corrections')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('ledger.field')}</Table.Th>
                  <Table.Th scope="col">{t('ledger.before')}</Table.Th>
                  <Table.Th scope="col">{t('ledger.after')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {(changes[index] ?? []).map((change) => (
                  <ChangeRow key={change.name} change={change} kind={kind} names={names} />
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        </div>
      ))}
    </Card>
  );
}

interface ChangeRowProps {
  readonly change: Change;
  readonly kind: Kind | undefined;
  readonly names: Names;
}

function ChangeRow({ change: { name, own, before, after }, kind, names }: ChangeRowProps) {
  const { t } = useTranslation();
  const field = kind?.fields.find((one) => one.name === name) ?? null;
  const shown = (value: unknown) =>
    own ? (
      <OwnValue name={name as OwnField} value={value} names={names} />
    ) : (
      <FieldValue value={value} field={field} names={names} />
    );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {own ? t(`ledger.own.${name as OwnField}`) : (field?.label ?? name)}
      </Table.Th>
      <Table.Td>{shown(before)}</Table.Td>
      <Table.Td>{shown(after)}</Table.Td>
    </Table.Tr>
  );
}
