import { Checkbox, Group, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import type { Session } from '../api/session';
import type { FormFields } from './bearing';
import { CURRENCIES } from './entry-body';
import { choiceLabel, type Field } from './kinds';
import { SaidText } from './said-text';
import { ThingField } from './thing-field';

interface OfField extends FormFields {
  readonly field: Field;
  readonly session: Session;
}

/** Every field as a text or a list of texts; `entry-body.ts` says what becomes of it. */
export function KindField(props: OfField) {
  const { t } = useTranslation();
  const { field, draft, errorOf, change } = props;
  const required = field.required === true;
  const given = draft.data[field.name] ?? '';
  const value = typeof given === 'string' ? given : given.join(', ');
  const error = errorOf(`data.${field.name}`);
  const set = (to: string | readonly string[]): void => change({ data: { ...draft.data, [field.name]: to } });
  const input = {
    label: field.label,
    required,
    value,
    error,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => set(currentTarget.value),
  };
  const empty = { value: '', label: t('logEntry.choose') };
  switch (field.type) {
    case 'choice':
      if (field.many === true) return <Several {...props} options={optionsOf(field)} onChange={set} />;
      return <NativeSelect {...input} maw={480} data={[empty, ...optionsOf(field)]} />;
    case 'boolean':
      return (
        <Radio.Group label={field.label} required={required} value={value} error={error} onChange={set}>
          <Group gap="md" mt={4}>
            <Radio value="true" label={t('logEntry.yes')} />
            <Radio value="false" label={t('logEntry.no')} />
          </Group>
        </Radio.Group>
      );
    case 'party':
      return <PartyField {...props} onChange={set} />;
    case 'id':
      return field.makers === undefined ? (
        <TextInput {...input} maw={480} />
      ) : (
        <ThingField {...input} {...{ field }} of={draft.kind} session={props.session} />
      );
    case 'level':
      return <NativeSelect {...input} w={180} data={[empty, '0', '1', '2', '3', '4']} />;
    case 'factors':
      return <FactorsField {...props} onChange={set} />;
    case 'date':
      return <TextInput {...input} type="date" w={180} />;
    case 'instant':
      return <TextInput {...input} type="datetime-local" w={240} />;
    case 'number':
      return <TextInput {...input} inputMode="decimal" w={180} />;
    case 'money':
      return (
        <Group align="flex-start" gap="xs">
          <TextInput {...input} inputMode="decimal" w={180} />
          <NativeSelect
            label={t('logEntry.currency')}
            w={100}
            value={String(draft.data[`${field.name}.currency`] ?? CURRENCIES[0])}
            data={[...CURRENCIES]}
            onChange={({ currentTarget }) =>
              change({ data: { ...draft.data, [`${field.name}.currency`]: currentTarget.value } })
            }
          />
        </Group>
      );
    case 'member':
      return <TextInput {...input} maw={480} />;
    case 'members':
      return <TextInput {...input} maw={480} description={t('logEntry.members-help')} />;
    default:
      return <SaidText label={field.label} required={required} value={value} error={error} onChange={set} />;
  }
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const optionsOf = (field: Field): Option[] =>
  (field.of ?? []).map((value) => ({ value, label: choiceLabel(field, value) }));

function Several({
  field,
  draft,
  errorOf,
  options,
  onChange,
}: OfField & { readonly options: readonly Option[]; readonly onChange: (value: readonly string[]) => void }) {
  const given = draft.data[field.name] ?? [];
  return (
    <Checkbox.Group
      label={field.label}
      required={field.required === true}
      value={typeof given === 'string' ? given.split(',').filter(Boolean) : [...given]}
      error={errorOf(`data.${field.name}`)}
      onChange={onChange}
    >
      <Group gap="md" mt={4}>
        {options.map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** Organisations by their names. Whose duty or conduct it was, is one of them; what is owned can be owned by all. */
function PartyField({ field, draft, errorOf, onChange }: OfField & { readonly onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path: { relationship } } });
  const parties = (data?.parties ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const joint = field.name === 'about' || field.name === 'of' ? [] : [{ value: 'joint', label: t('words.joint') }];
  return (
    <NativeSelect
      label={field.label}
      required={field.required === true}
      maw={480}
      value={String(draft.data[field.name] ?? '')}
      error={errorOf(`data.${field.name}`)}
      data={[{ value: '', label: t('logEntry.choose') }, ...parties, ...joint]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function FactorsField(props: OfField & { readonly onChange: (value: readonly string[]) => void }) {
  const { relationship } = useParams({ from: '/framed/r/$relationship' });
  const params = { path: { relationship } };
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params });
  const options = (data?.factors ?? []).map(({ code, name }) => ({ value: String(code), label: `${code} ${name}` }));
  return <Several {...props} options={options} />;
}
