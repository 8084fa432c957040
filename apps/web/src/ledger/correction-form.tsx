import { useState, type FormEvent } from 'react';
import { NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormButtons, type FormProps } from './answer-form';
import { SEVERITIES, type LedgerEntry } from './answering';
import { askedFields, changesOf, typedOf, type AskedField, type Kind, type OwnField } from './corrections';
import { MAX_ANSWER_LENGTH } from './limits';
import { useKept } from './use-kept';
import type { Names } from './use-names';

/** The reason, beside the fields of the entry: no field is called so. */
const WHY = ' why';

interface CorrectionFormProps extends FormProps {
  readonly entry: LedgerEntry;
  readonly kind: Kind | undefined;
  readonly names: Names;
}

/** The fields of the entry as they read now; what is changed is the correction. */
export function CorrectionForm({ entry, kind, names, isPending, onSay, onCancel }: CorrectionFormProps) {
  const { t } = useTranslation();
  const { words, keep, forget } = useKept(entry.id, 'correction');
  const { [WHY]: why = '', ...typed } = words;
  const [isSent, setSent] = useState(false);
  const asked = askedFields(entry, kind);
  const changes = changesOf(entry, asked, typed);
  const isUnchanged = Object.keys(changes).length === 0;
  const say = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (isUnchanged) return;
    const text = why.trim();
    void onSay({ answer: 'correction', data: changes, ...(text === '' ? {} : { text }) }).then(
      (isWritten) => isWritten && forget(),
    );
  };
  return (
    <form onSubmit={say} noValidate>
      <Stack gap="sm" mt="sm">
        <Text size="sm">{t('ledger.answer-help.correction')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
          {asked.map((field) => (
            <CorrectedField
              key={field.name}
              field={field}
              names={names}
              value={typed[field.name] ?? typedOf(entry, field)}
              onValue={(value) => keep({ [field.name]: value })}
            />
          ))}
        </SimpleGrid>
        <Textarea
          label={t('ledger.reason')}
          value={why}
          maxLength={MAX_ANSWER_LENGTH}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => keep({ [WHY]: currentTarget.value })}
        />
        {isSent && isUnchanged && (
          <Text size="sm" role="alert">
            {t('ledger.nothing-changed')}
          </Text>
        )}
        <FormButtons isPending={isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

interface CorrectedFieldProps {
  readonly field: AskedField;
  readonly names: Names;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function CorrectedField({ field, names, value, onValue }: CorrectedFieldProps) {
  const { t } = useTranslation();
  const label = field.own ? t(`ledger.own.${field.name as OwnField}`) : (field.field?.label ?? field.name);
  const options = useOptions(field, names);
  if (options !== null) {
    return (
      <NativeSelect label={label} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {!field.required && <option value="">{t('ledger.nothing')}</option>}
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </NativeSelect>
    );
  }
  if (field.type === 'text') {
    return (
      <Textarea
        label={label}
        value={value}
        autosize
        minRows={1}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      label={label}
      value={value}
      type={field.type === 'date' && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)) ? 'date' : 'text'}
      inputMode={field.type === 'number' || field.type === 'money' ? 'decimal' : undefined}
      {...(field.type === 'effective' ? { description: t('ledger.effective-help') } : {})}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}

/** The choices of a field with their names; null where anything may be typed. */
function useOptions({ type, field }: AskedField, names: Names): readonly (readonly [string, string])[] | null {
  const { t } = useTranslation();
  switch (type) {
    case 'sign':
      return [
        ['+', `+ ${t('ledger.plus')}`],
        ['-', `− ${t('ledger.minus')}`],
        ['0', t('ledger.neutral')],
      ];
    case 'severity':
      return SEVERITIES.map((word) => [word, t(`ledger.severity.${word}`)]);
    case 'level':
      return ['0', '1', '2', '3', '4'].map((level) => [level, level]);
    case 'factor':
      return names.factors.map(({ code, name }) => [String(code), `${code} ${name}`]);
    case 'boolean':
      return [
        ['true', t('ledger.yes')],
        ['false', t('ledger.no')],
      ];
    case 'party':
      return names.parties.map(({ id }) => [id, names.party(id)]);
    case 'choice':
      return (field?.of ?? []).map((word, index) => [word, field?.labels?.[index] ?? word.replaceAll('-', ' ')]);
    default:
      return null;
  }
}
